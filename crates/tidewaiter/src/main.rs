//! `tidewaiter`: arguments in, tables or JSON out, exit codes. Everything else is in `tidewaiter-server`.

mod arguments;
mod commands;
mod output;
mod progress;

use arguments::{Arguments, Command};
use clap::Parser;
use std::process::ExitCode;
use tidewaiter_server::http::limits::STOP_WORK_TIME_MAX;

// Trips and assessments are millions of small allocations on all cores; measured on 100,000 open consignments, the
// system's allocator takes a quarter longer.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    if std::env::args_os().len() <= 1 {
        return output::finish(Ok(output::Answer::text(arguments::WELCOME.to_owned())));
    }
    let arguments = Arguments::parse();
    let mut builder = match &arguments.command {
        // Only the server has more than one thing to do at a time.
        Command::Serve(_) => tokio::runtime::Builder::new_multi_thread(),
        _ => tokio::runtime::Builder::new_current_thread(),
    };
    let runtime = match builder.enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return output::finish(Err(error.into())),
    };
    let answer = runtime.block_on(commands::run(arguments));
    // Threads that still compute, such as a server's assessment, are not waited for until they are done: whatever is
    // kept is kept in one transaction, or not at all.
    runtime.shutdown_timeout(STOP_WORK_TIME_MAX);
    output::finish(answer)
}
