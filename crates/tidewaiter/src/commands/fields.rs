//! `tidewaiter fields`

use crate::arguments::JsonArguments;
use crate::output::Answer;
use tidewaiter_server::fields::{page, records};

pub(super) fn run(arguments: &JsonArguments) -> anyhow::Result<Answer> {
    if arguments.json {
        return Answer::json(&records());
    }
    Ok(Answer::text(page()))
}
