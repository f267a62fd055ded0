//! `tidewaiter audit`

use crate::arguments::{AuditAction, AuditArguments, AuditListArguments, Place};
use crate::output::{Answer, Ending};
use std::fmt::Write;
use tidewaiter_server::audit::{AuditFilter, action_text, broken_text, list, verify};
use tidewaiter_server::shapes::{AuditVerificationReport, AuditView};
use tidewaiter_server::words::{Words, printable};

pub(super) async fn run(place: &Place, arguments: AuditArguments) -> anyhow::Result<Answer> {
    let words = place.words()?;
    let store = place.existing().await?;
    match arguments.action {
        AuditAction::Verify { expect, json } => {
            let report = verify(&store, expect.as_deref()).await?;
            let ending = if report.ok { Ending::Done } else { Ending::No };
            let answer = if json { Answer::json(&report)? } else { Answer::text(verified(&report, &words)) };
            Ok(answer.ending(ending))
        }
        AuditAction::List(AuditListArguments {
            actor,
            action,
            kind,
            object,
            from,
            to,
            after,
            limit,
            form,
        }) => {
            let filter = AuditFilter { actor, action, object_kind: kind, object, from, to };
            let records = list(&store, &filter, after, limit).await?;
            if form.jsonl {
                Answer::json_lines(&records)
            } else if form.json {
                Answer::json(&records)
            } else {
                Ok(Answer::text(listed(&records, &words)))
            }
        }
    }
}

fn verified(report: &AuditVerificationReport, words: &Words) -> String {
    let counts = [("records", report.records.to_string().into()), ("head", report.head.as_str().into())];
    match &report.broken {
        None => words.say("audit-sound", &counts) + "\n",
        Some(broken) => {
            format!("{}\n{}\n", broken_text(broken, words), words.say("audit-sound-before", &counts))
        }
    }
}

fn listed(records: &[AuditView], words: &Words) -> String {
    if records.is_empty() {
        return words.label("audit-empty") + "\n";
    }
    let mut out = String::new();
    for record in records {
        let AuditView { sequence, time, actor, action, object_kind, object, origin, .. } = record;
        let object = if object.is_empty() { String::new() } else { format!(" {}", printable(object)) };
        let _ = writeln!(
            out,
            "{sequence:>6}  {time}  {} {} · {}{object} · {}",
            words.isolated(&printable(actor)),
            action_text(action, words),
            printable(object_kind),
            printable(origin)
        );
    }
    out
}
