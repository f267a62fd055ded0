//! Answers to entry summary declarations and amendments: accepted with a number, rejected with every error, or a notice
//! of intervention. Nothing is kept; what the data folder holds decides about amendments.

use crate::check::{read, report};
use crate::error::Result;
use crate::input::list;
use serde::Serialize;
use std::path::PathBuf;
use tidewaiter_formats::check::{CheckError, Verdict};
pub use tidewaiter_formats::ens::{Answerer, Intervention};
use tidewaiter_formats::ens::{EnsAnswer, answer, intervene, movement_reference_number};
use tidewaiter_formats::{Detected, Format, Reader, Rules};
use tidewaiter_model::entry_summary::{EnsKind, EntrySummary, Party};
use tidewaiter_model::identifier::mrn_fault;
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_model::record::Record;
use tidewaiter_store::Store;

/// What to answer with.
pub struct AnswerOptions<'r> {
    /// The rules that apply.
    pub rules: &'r Rules,
    /// Who answers, and when.
    pub answerer: Answerer,
    /// Notify of an intervention instead of accepting.
    pub intervention: Option<Intervention>,
    /// Items that the intervention is about; none for all.
    pub items: Vec<u32>,
}

/// The answer to one input.
#[derive(Debug, Serialize)]
pub struct AnswerReport {
    /// The input as it was named.
    pub file: String,
    /// The answer's message, such as `CC328A`; `None` when there is none, because the input cannot be read.
    pub message: Option<&'static str>,
    /// Whether the declaration or amendment is accepted.
    pub accepted: bool,
    /// The declaration's number.
    pub movement_reference_number: Option<String>,
    /// The answer as XML.
    pub xml: Option<String>,
    /// Why there is no answer.
    pub error: Option<String>,
}

/// Answers each input by itself. Amendments are held against the declarations of `store`; without one only their own
/// text decides.
///
/// # Errors
/// What the store said.
pub async fn answer_all(
    store: Option<&Store>,
    inputs: &[PathBuf],
    options: &AnswerOptions<'_>,
) -> Result<Vec<AnswerReport>> {
    let listing = list(inputs);
    let unread = |file: String, error: String| AnswerReport {
        file,
        message: None,
        accepted: false,
        movement_reference_number: None,
        xml: None,
        error: Some(error),
    };
    let mut reports: Vec<_> =
        listing.errors.into_iter().map(|(file, error)| unread(file, error.to_string())).collect();
    for (input, _) in listing.inputs {
        let file = input.name();
        let bytes = match read(&input) {
            Ok(bytes) => bytes,
            Err(error) => {
                reports.push(unread(file, error.to_string()));
                continue;
            }
        };
        reports.push(match answered(store, &bytes, options).await? {
            Ok(EnsAnswer { message, accepted, movement_reference_number, xml }) => AnswerReport {
                file,
                message: Some(message),
                accepted,
                movement_reference_number,
                xml: Some(String::from_utf8_lossy(&xml).into_owned()),
                error: None,
            },
            Err(verdict) => {
                let verdict = report(file, &bytes, *verdict);
                let said = verdict.errors.first().map(|error| format!("{}: {}", error.code, error.text));
                unread(verdict.file, said.unwrap_or_else(|| "no entry summary declaration".to_owned()))
            }
        });
    }
    Ok(reports)
}

async fn answered(
    store: Option<&Store>,
    bytes: &[u8],
    options: &AnswerOptions<'_>,
) -> Result<std::result::Result<EnsAnswer, Box<Verdict>>> {
    let AnswerOptions { rules, answerer, intervention, items } = options;
    if let Some(said) = intervention.and_then(|what| intervene(bytes, rules, answerer, what, items)) {
        return Ok(Ok(said));
    }
    let refusals = match entry_summary(bytes).filter(|entry| entry.kind == EnsKind::Amendment) {
        Some(amendment) => refusals(store, &amendment, answerer).await?,
        None => Vec::new(),
    };
    Ok(answer(bytes, rules, answerer, &refusals))
}

fn entry_summary(bytes: &[u8]) -> Option<EntrySummary> {
    let mut found = None;
    let detected = Detected { format: Format::EnsXml, mapping: None };
    Reader::new(&detected, &[], "").read(bytes, 0, true, &mut |message| {
        if let Some(Record::EntrySummary(entry)) = message.record {
            found = Some(*entry);
        }
    });
    found
}

/// Why an amendment must be refused, whatever its text: the number is wrong or nobody's, the goods have arrived, or it
/// changes what an amendment may not: who lodged, who represents, and the office of first entry.
async fn refusals(
    store: Option<&Store>,
    amendment: &EntrySummary,
    answerer: &Answerer,
) -> Result<Vec<CheckError>> {
    let Some(number) = &amendment.movement_reference_number else { return Ok(Vec::new()) };
    let refused = |code: &str, place: &str, span: ByteSpan, text: String| {
        vec![CheckError::new(code, format!("/ie:CC313A[1]/{place}"), span, text)]
    };
    let at_number = "HEAHEA[1]/DocNumHEA5[1]";
    if mrn_fault(&number.value).is_some() {
        let text = format!("{} is no movement reference number: its check digit is wrong", number.value);
        return Ok(refused("93", at_number, number.span, text));
    }
    let Some(store) = store else { return Ok(Vec::new()) };
    let Some(declaration) = declaration_of(store, amendment, &number.value, answerer).await? else {
        let text = format!("{} is no declaration of the person who lodges the amendment", number.value);
        return Ok(refused("90", at_number, number.span, text));
    };
    if let Some(arrival) = declaration.expected_arrival.as_ref().filter(|time| time.value <= answerer.time) {
        let text = format!("the goods were expected at {}; what has arrived is not amended", arrival.value);
        return Ok(refused("92", at_number, number.span, text));
    }
    let mut refusals = Vec::new();
    let (now, before) = (&amendment.office_of_first_entry, &declaration.office_of_first_entry);
    if now.as_ref().map(|office| &office.value) != before.as_ref().map(|office| &office.value) {
        let place = "CUSOFFFENT730[1]/RefNumCUSOFFFENT731[1]";
        let span = now.as_ref().map(|office| office.span).unwrap_or_default();
        refusals.extend(refused(
            "15",
            place,
            span,
            "an amendment keeps the office of first entry".to_owned(),
        ));
    }
    if named(&amendment.representative) != named(&declaration.representative) {
        let span = amendment.representative.as_ref().map(|party| party.span).unwrap_or_default();
        refusals.extend(refused("15", "TRAREP[1]", span, "an amendment keeps the representative".to_owned()));
    }
    Ok(refusals)
}

fn named(party: &Option<Party>) -> Option<&str> {
    party.as_ref().and_then(|party| party.identifier.as_deref())
}

/// The declaration of this number, among those of the person who lodges the amendment: numbers of others are nobody's.
async fn declaration_of(
    store: &Store,
    amendment: &EntrySummary,
    number: &str,
    answerer: &Answerer,
) -> Result<Option<EntrySummary>> {
    for kept in store.entry_summaries(answerer.time).await? {
        let entry = &kept.entry_summary;
        let office = entry.office_of_first_entry.as_ref().map_or("", |office| office.value.as_str());
        let same_country = number.get(2..4).is_some_and(|country| office.starts_with(country));
        let same_person = named(&entry.lodging_person) == named(&amendment.lodging_person);
        if entry.kind != EnsKind::Declaration || !same_country || !same_person {
            continue;
        }
        let bytes = store.message_bytes(kept.provenance.message).await?;
        let own = movement_reference_number(office, kept.provenance.received, &bytes);
        // The year is that of acceptance, which may not be that of receipt.
        if own.get(2..17) == number.get(2..17) {
            return Ok(Some(kept.entry_summary));
        }
    }
    Ok(None)
}
