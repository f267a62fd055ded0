//! What an inspection found.

use crate::error::{Error, Result};
use crate::explain::find;
use crate::queue::{current_run, selection_view, tally};
use crate::shapes::{OutcomeReport, reason_view};
use crate::words::Words;
use tidewaiter_model::assessment::Outcome;
use tidewaiter_model::money::Decimal;
use tidewaiter_store::{Act, OutcomeSaved, OutcomeTerms, Store};

/// Kinds of irregularity that can be recorded.
pub const FINDINGS: &[&str] = &[
    "classification",
    "cigarettes",
    "controlled_goods",
    "counterfeit",
    "description",
    "drugs",
    "origin",
    "other",
    "people",
    "prohibited_goods",
    "quantity",
    "transit_diversion",
    "undervaluation",
    "waste",
    "weapons",
    "weight",
];
/// Longest note, in characters.
pub const NOTE_CHARS_MAX: usize = 4_000;

/// A finding to record.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Kind, one of [`FINDINGS`]; `None` when nothing was found.
    pub found: Option<String>,
    /// Value found or duty recovered.
    pub value: Option<Decimal>,
    /// The officer's words.
    pub note: Option<String>,
}

/// Records an outcome. A later one of the same consignment counts; all are kept.
pub async fn outcome(
    store: &Store,
    act: &Act<'_>,
    asked: &str,
    finding: Finding,
    words: &Words,
) -> Result<OutcomeReport> {
    check(&finding)?;
    let run = current_run(store).await?;
    let day = run.as_of.day_number();
    let assessments = store.assessments(run.run).await?;
    let assessment = find(store, asked, day, &assessments).await?;
    let Finding { found, value, note } = finding;
    let consignment_id = assessment.consignment.id.clone();
    let outcome = Outcome { consignment_id, found, value, note, recorded: act.time };
    match store.save_outcome(act, &outcome, &OutcomeTerms::default()).await? {
        OutcomeSaved::Held(lock) => {
            let (id, holder, until) = (lock.consignment_id, lock.login, lock.expires);
            return Err(Error::LockedByOther { id, holder, until });
        }
        // The terms name neither a version nor a request.
        OutcomeSaved::Recorded(_) | OutcomeSaved::Earlier(_) | OutcomeSaved::Stale(_) => {}
    }
    let selection = store.selection_of(&outcome.consignment_id).await?;
    Ok(OutcomeReport {
        selection: selection.as_ref().map(selection_view),
        reasons: assessment.reasons.iter().map(|reason| reason_view(reason, words)).collect(),
        tally: tally(store, selection.map_or(day, |selection| selection.day)).await?,
        outcome,
    })
}

/// Whether a finding can be recorded.
///
/// # Errors
/// [`Error::Use`] for an unknown kind, a negative value, a note that is too long.
pub fn check(finding: &Finding) -> Result<()> {
    if let Some(found) = &finding.found
        && !FINDINGS.contains(&found.as_str())
    {
        let known = FINDINGS.join(", ");
        return Err(Error::Use(format!("`{found}` is no kind of finding; use one of {known}")));
    }
    if finding.value.is_some_and(|value| value.is_sign_negative() && !value.is_zero()) {
        return Err(Error::Use("a value found cannot be negative".to_owned()));
    }
    let long = finding.note.as_ref().is_some_and(|note| note.chars().count() > NOTE_CHARS_MAX);
    if long {
        Err(Error::Use(format!("a note may have at most {NOTE_CHARS_MAX} characters")))
    } else {
        Ok(())
    }
}
