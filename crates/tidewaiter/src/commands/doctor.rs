//! `tidewaiter doctor`

use crate::arguments::{JsonArguments, Place};
use crate::output::{Answer, Ending};
use std::fmt::Write;
use tidewaiter_server::doctor::doctor;

pub(super) async fn run(place: &Place, arguments: &JsonArguments) -> anyhow::Result<Answer> {
    let checks = doctor(&place.options()).await?;
    let well = checks.iter().all(|check| check.ok);
    let ending = if well { Ending::Done } else { Ending::No };
    if arguments.json {
        return Ok(Answer::json(&checks)?.ending(ending));
    }
    let mut out = String::new();
    for check in &checks {
        let mark = if check.ok { "ok  " } else { "FAIL" };
        let _ = writeln!(out, "{mark}  {:<18} {}", check.name, check.detail);
    }
    Ok(Answer::text(out).ending(ending))
}
