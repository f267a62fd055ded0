//! Threads for assessments in the background: fewer than there are processors, and behind whoever waits for a page.

use rayon::{ThreadPool, ThreadPoolBuilder};
use std::sync::OnceLock;

/// How far the threads stand back, in steps of the system's niceness (0 none, 19 most).
#[cfg(target_os = "linux")]
const NICENESS: i32 = 10;

/// Runs work, and everything that it does in parallel, on the threads of the background. One work at a time: a second
/// could be begun by a thread that waits within the first.
pub(super) fn in_background<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    static POOL: OnceLock<Option<ThreadPool>> = OnceLock::new();
    match POOL.get_or_init(pool) {
        Some(pool) => pool.install(work),
        None => work(),
    }
}

/// All processors but one; `None` where the system gives no more threads, and the work runs where it was asked for.
fn pool() -> Option<ThreadPool> {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    ThreadPoolBuilder::new()
        .num_threads(processors.saturating_sub(1).max(1))
        .thread_name(|number| format!("assess-{number}"))
        .start_handler(|_| stand_back())
        .build()
        .ok()
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
