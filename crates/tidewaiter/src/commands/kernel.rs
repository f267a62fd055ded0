//! `tidewaiter kernel`

use crate::arguments::{KernelTripsArguments, PassArgument};
use crate::output::{Answer, say};
use tidewaiter_server::trips::RefusedAt;
use tidewaiter_server::trips::kernel::{KernelOptions, Pass, kernel};

/// Works on the partition on standard input. What it says of refused rows goes to the worker's log, in codes.
pub(super) fn trips(arguments: KernelTripsArguments) -> anyhow::Result<Answer> {
    let options = KernelOptions {
        pass: match arguments.pass {
            PassArgument::Learn => Pass::Learn,
            PassArgument::Routes => Pass::Routes,
            PassArgument::Merge => Pass::Merge,
            PassArgument::Judge => Pass::Judge,
        },
        tables: arguments.tables,
        areas: arguments.areas,
        as_of: arguments.as_of,
        messages: arguments.messages,
        events: !arguments.no_events,
        score: !arguments.no_score,
        memory_bytes_max: arguments.memory_max,
        temporary: std::env::temp_dir(),
    };
    let report = kernel(&options, std::io::stdin().lock(), std::io::stdout().lock())?;
    for row in &report.refused_rows {
        let (RefusedAt::Byte(at) | RefusedAt::Row(at)) = row.at;
        for fault in &row.diagnostics {
            say(&format!("refused row {at}: {} {}: found {:?}", fault.code, fault.path, fault.found));
        }
    }
    Ok(Answer::text(String::new()))
}
