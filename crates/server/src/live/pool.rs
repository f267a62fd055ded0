//! Threads for long work: fewer than there are processors, and for assessments behind whoever waits for a page.

use rayon::{ThreadPool, ThreadPoolBuilder};
use std::sync::{Mutex, OnceLock, PoisonError};

/// How far the threads stand back, in steps of the system's niceness (0 none, 19 most).
#[cfg(target_os = "linux")]
const NICENESS: i32 = 10;

/// Threads for one work at a time, since a second could be begun by a thread that waits within the first: whoever comes
/// meanwhile waits.
struct Pool {
    name: &'static str,
    stands_back: bool,
    threads: OnceLock<Option<ThreadPool>>,
    turn: Mutex<()>,
}

static BACKGROUND: Pool = Pool::new("assess", true);
static WAITED_FOR: Pool = Pool::new("context", false);

/// Runs work that nobody waits for, and everything that it does in parallel, behind whoever waits for a page.
pub(super) fn in_background<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    BACKGROUND.run(work)
}

/// Runs work that somebody may wait for so that a processor stays free for whoever waits for something shorter.
pub(super) fn leaving_room<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    WAITED_FOR.run(work)
}

/// Runs work on a thread of its own that stands back, and waits for it.
pub(super) fn on_one_thread_behind<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let run = || {
        stand_back();
        work()
    };
    std::thread::scope(|scope| match scope.spawn(run).join() {
        Ok(done) => done,
        Err(panic) => std::panic::resume_unwind(panic),
    })
}

impl Pool {
    const fn new(name: &'static str, stands_back: bool) -> Pool {
        Pool { name, stands_back, threads: OnceLock::new(), turn: Mutex::new(()) }
    }

    fn run<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        // Nothing is kept under the lock, so a work that panicked leaves nothing half done.
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        match self.threads.get_or_init(|| self.start()) {
            Some(threads) => threads.install(work),
            None => work(),
        }
    }

    /// All processors but one; `None` where the system gives no more threads, and the work runs where it was asked for.
    fn start(&self) -> Option<ThreadPool> {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let (name, stands_back) = (self.name, self.stands_back);
        let builder = ThreadPoolBuilder::new()
            .num_threads(processors.saturating_sub(1).max(1))
            .thread_name(move |number| format!("{name}-{number}"));
        let begun = move |_| {
            if stands_back {
                stand_back();
            }
        };
        builder.start_handler(begun).build().ok()
    }
}

/// Lowers the priority of the calling thread. Linux counts niceness by thread; other systems by process, and there
/// fewer threads must do.
fn stand_back() {
    #[cfg(target_os = "linux")]
    {
        // Refused, the thread keeps its priority, and only speed is lost.
        let _ = rustix::process::setpriority_process(None, NICENESS);
    }
}

#[cfg(test)]
mod tests {
    use super::in_background;
    use rayon::prelude::*;

    #[test]
    fn work_runs_on_threads_of_its_own_with_what_it_does_in_parallel() {
        let names: Vec<Option<String>> = in_background(|| {
            let name = |_| std::thread::current().name().map(str::to_owned);
            (0..64).into_par_iter().map(name).collect()
        });
        assert!(names.iter().flatten().filter(|name| name.starts_with("assess-")).count() == 64, "{names:?}");
    }
}
