//! `tidewaiter answer`

use super::text::printable_path;
use crate::arguments::{AnswerArguments, InterventionArgument, Place};
use crate::output::{Answer, Ending};
use anyhow::Context;
use std::path::Path;
use tidewaiter_server::answer::{AnswerOptions, AnswerReport, Answerer, Intervention, answer_all};
use tidewaiter_server::check::rules_of;
use tidewaiter_server::{Error, clock};

pub(super) async fn run(place: &Place, arguments: &AnswerArguments) -> anyhow::Result<Answer> {
    let rules = rules_of(&place.data, arguments.rules.as_deref())?;
    let store = if place.data.exists() { Some(place.open().await?) } else { None };
    let intervention = arguments.intervene.map(|what| match what {
        InterventionArgument::DoNotLoad => Intervention::DoNotLoad,
        InterventionArgument::Control => Intervention::Control,
    });
    let time = arguments.at.unwrap_or_else(clock::now);
    let options = AnswerOptions {
        rules: &rules,
        answerer: Answerer { sender: arguments.sender.clone(), time },
        intervention,
        items: arguments.item.clone(),
    };
    let reports = answer_all(store.as_ref(), &arguments.inputs, &options).await?;
    let ending = ending(&reports);
    if arguments.jsonl {
        return Ok(Answer::json_lines(&reports)?.ending(ending));
    }
    let mut out = Answer::text(String::new());
    match (&arguments.out, reports.as_slice()) {
        (Some(folder), reports) => {
            std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
            for report in reports {
                put(folder, report)?;
            }
        }
        (None, [one]) => out = Answer::text(one.xml.clone().unwrap_or_default()),
        (None, _) => {
            let text = "several answers need a folder: name it with --out, or use --jsonl".to_owned();
            return Err(Error::Use(text).into());
        }
    }
    for report in &reports {
        if let Some(error) = &report.error {
            out = out.note(format!("tidewaiter: {}: {error}", printable_path(&report.file)));
        }
    }
    Ok(out.ending(ending))
}

fn ending(reports: &[AnswerReport]) -> Ending {
    if reports.iter().any(|report| report.message.is_none()) {
        Ending::Unreadable
    } else if reports.iter().any(|report| !report.accepted) {
        Ending::No
    } else {
        Ending::Done
    }
}

/// The answer beside others, named after what it answers.
fn put(folder: &Path, report: &AnswerReport) -> anyhow::Result<()> {
    let (Some(message), Some(xml)) = (report.message, &report.xml) else { return Ok(()) };
    let name = Path::new(&report.file).file_name().and_then(|name| name.to_str()).unwrap_or("answer");
    let path = folder.join(format!("{name}.{message}.xml"));
    std::fs::write(&path, xml).with_context(|| path.display().to_string())
}
