//! Why a consignment was ranked as it was, down to the bytes.

use crate::error::{Error, Result};
use crate::queue::{assessment_in_any_run, current_run, listed, selection_view};
use crate::shapes::{EvidenceView, ExplainReport, ExplainedReason, NotEvaluatedView, reason_view};
use crate::words::Words;
use std::collections::{BTreeSet, HashMap};
use tidewaiter_model::assessment::Assessment;
use tidewaiter_model::identifier::normal_container;
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_model::reason::{Evidence, Indicator};
use tidewaiter_risk::RiskSettings;
use tidewaiter_store::{FileRow, Store};

/// Bytes shown of one piece of evidence; the span says how many there are.
pub const EXCERPT_BYTES_MAX: usize = 4_096;
/// Pieces of evidence shown for one reason.
pub const EVIDENCE_SHOWN_MAX: usize = 12;
const NEAREST_SHOWN_MAX: usize = 3;

/// Explains the consignment that answers to `asked`: its id, its rank on today's list, or the number of one of its
/// containers, transport documents or declarations.
pub async fn explain(
    store: &Store,
    asked: &str,
    risk: &RiskSettings,
    words: &Words,
) -> Result<ExplainReport> {
    let run = current_run(store).await?;
    let assessments = store.assessments(run.run).await?;
    let assessment = find(store, asked, run.as_of.day_number(), &assessments).await?;
    let stronger = assessments.iter().filter(|other| other.score > assessment.score).count() as u64;
    let mut archive = Archive { store, files: HashMap::new(), messages: HashMap::new() };
    let mut reasons = Vec::new();
    for reason in &assessment.reasons {
        let mut evidence = Vec::new();
        for piece in reason.evidence.iter().take(EVIDENCE_SHOWN_MAX) {
            evidence.extend(archive.show(piece).await?);
        }
        let weight = tidewaiter_risk::fuse(std::slice::from_ref(reason), risk);
        reasons.push(ExplainedReason { reason: reason_view(reason, words), weight, evidence });
    }
    let id = &assessment.consignment.id;
    let selection = store.selection_of(id).await?;
    let outcomes = store.outcomes_of(id).await?;
    let counting = outcomes.into_iter().filter(|row| row.withdrawn.is_none());
    let outcomes = counting.map(|row| row.outcome).collect();
    Ok(ExplainReport {
        as_of: assessment.as_of,
        score: assessment.score,
        rank_by_score: stronger + 1,
        open: assessments.len() as u64,
        selection: selection.as_ref().map(selection_view),
        passed: passed(&assessment),
        not_evaluated: assessment
            .not_evaluated
            .iter()
            .map(|entry| NotEvaluatedView {
                code: entry.indicator.code().to_owned(),
                missing: entry.missing.clone(),
                text: words.not_evaluated(entry),
            })
            .collect(),
        reasons,
        outcomes,
        consignment: assessment.consignment,
    })
}

fn passed(assessment: &Assessment) -> Vec<String> {
    let fired: BTreeSet<Indicator> = assessment.reasons.iter().map(|reason| reason.indicator).collect();
    let open: BTreeSet<Indicator> = assessment.not_evaluated.iter().map(|entry| entry.indicator).collect();
    Indicator::ALL
        .iter()
        .filter(|indicator| !fired.contains(indicator) && !open.contains(indicator))
        .map(|indicator| indicator.code().to_owned())
        .collect()
}

/// Finds the assessment that a word names.
pub async fn find(store: &Store, asked: &str, day: i64, assessments: &[Assessment]) -> Result<Assessment> {
    let wanted = normal_container(asked);
    let answers = |assessment: &&Assessment| answers_to(assessment, &wanted);
    if let Some(assessment) = assessments.iter().find(answers) {
        return Ok(assessment.clone());
    }
    if let Ok(rank) = asked.trim_start_matches('#').parse::<usize>() {
        let listed = listed(store, day, None).await?;
        if let Some(selection) = rank.checked_sub(1).and_then(|place| listed.get(place))
            && let Some(assessment) = assessment_in_any_run(store, &selection.consignment_id).await?
        {
            return Ok(assessment);
        }
    }
    match assessment_in_any_run(store, &wanted).await? {
        Some(assessment) => Ok(assessment),
        None => {
            Err(Error::NoSuchConsignment { asked: asked.to_owned(), nearest: nearest(&wanted, assessments) })
        }
    }
}

fn answers_to(assessment: &Assessment, wanted: &str) -> bool {
    let consignment = &assessment.consignment;
    let same = |text: &String| normal_container(text) == wanted;
    consignment.id == wanted
        || consignment.containers.iter().any(same)
        || consignment.transport_document.as_ref().is_some_and(same)
        || consignment.entry_reference.as_ref().is_some_and(same)
        || consignment.declaration_ids.iter().any(same)
}

/// The identifiers that differ least from what was asked for, by at most two characters in place.
fn nearest(wanted: &str, assessments: &[Assessment]) -> Vec<String> {
    let mut near: Vec<(usize, String)> = Vec::new();
    for assessment in assessments {
        let consignment = &assessment.consignment;
        for name in std::iter::once(&consignment.id).chain(&consignment.containers) {
            let differing = name.chars().zip(wanted.chars()).filter(|(a, b)| a != b).count();
            if name.chars().count() == wanted.chars().count() && differing <= 2 {
                near.push((differing, name.clone()));
            }
        }
    }
    near.sort();
    near.dedup();
    near.into_iter().take(NEAREST_SHOWN_MAX).map(|(_, name)| name).collect()
}

/// Reads evidence back from the archive, each file and message once.
struct Archive<'a> {
    store: &'a Store,
    files: HashMap<i64, Option<FileRow>>,
    messages: HashMap<tidewaiter_model::provenance::MessageRef, Vec<u8>>,
}

impl Archive<'_> {
    async fn show(&mut self, evidence: &Evidence) -> Result<Option<EvidenceView>> {
        let message = evidence.message;
        if let std::collections::hash_map::Entry::Vacant(slot) = self.files.entry(message.file) {
            slot.insert(self.store.file(message.file).await?);
        }
        let Some(Some(file)) = self.files.get(&message.file) else { return Ok(None) };
        let (name, format, received) = (file.receipt.name.clone(), file.format.clone(), file.received);
        if let std::collections::hash_map::Entry::Vacant(slot) = self.messages.entry(message) {
            slot.insert(self.store.message_bytes(message).await?);
        }
        let bytes = self.messages.get(&message).map_or(&[][..], Vec::as_slice);
        let within = evidence.span.unwrap_or(ByteSpan::new(0, message.span.len));
        Ok(Some(EvidenceView {
            role: evidence.role.clone(),
            file: name,
            file_number: message.file,
            format,
            message: message.span,
            span: within.shifted(message.span.start),
            text: excerpt(bytes, within),
            ingested: Some(received),
        }))
    }
}

fn excerpt(bytes: &[u8], span: ByteSpan) -> String {
    let start = usize::try_from(span.start).unwrap_or(usize::MAX).min(bytes.len());
    let end = usize::try_from(span.end()).unwrap_or(usize::MAX).clamp(start, bytes.len());
    let end = end.min(start + EXCERPT_BYTES_MAX);
    String::from_utf8_lossy(&bytes[start..end]).into_owned()
}
