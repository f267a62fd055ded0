//! `tidewaiter`: arguments in, tables or JSON out, exit codes. Everything else is in `tidewaiter-server`.

mod arguments;
mod commands;
mod output;
mod progress;

use arguments::Arguments;
use clap::Parser;
use std::process::ExitCode;

// Trips and assessments are millions of small allocations on all cores; measured on 100,000 open consignments, the
// system's allocator takes a quarter longer.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    if std::env::args_os().len() <= 1 {
        return output::finish(Ok(output::Answer::text(arguments::WELCOME.to_owned())));
    }
    let arguments = Arguments::parse();
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return output::finish(Err(error.into())),
    };
    output::finish(runtime.block_on(commands::run(arguments)))
}
