//! CONTRL: the answer to an interchange, which says message by message whether it was taken and, where not, why and where.

use super::envelope::with_segment;
use super::reader::{Edifact, version_of};
use super::syntax::Syntax;
use super::write::{Sending, Writer};
use crate::message::ReadMessage;
use tidewaiter_model::time::UtcTime;

/// What the answer needs of the interchange it answers.
#[derive(Default)]
struct Answered {
    reference: String,
    sender: Vec<String>,
    recipient: Vec<String>,
}

/// One message of the interchange: its UNH, what was said of it, and whether it stands.
struct Response {
    reference: String,
    kind: Vec<String>,
    refused: bool,
    errors: Vec<Fault>,
}

/// An error: the code of the standard (0085), the segment's place in its message and the element in the segment.
struct Fault {
    code: &'static str,
    segment: Option<u64>,
}

/// Answers an interchange with a CONTRL: each message acknowledged or rejected, with the error codes of ISO 9735 (0085)
/// and the places of the segments at fault. `reference` numbers the answer; `now` is when it is made. `None` when there
/// is no UNB to answer to.
///
/// What the reader takes with a warning is acknowledged, and its error is named all the same.
pub fn control(input: &[u8], reference: &str, now: UtcTime) -> Option<Vec<u8>> {
    let input = input.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(input);
    let answered = answered(input)?;
    let mut responses: Vec<Response> = Vec::new();
    let mut envelope: Vec<&'static str> = Vec::new();
    Edifact::default().read(input, 0, true, &mut |message| {
        envelope.extend(envelope_faults(&message));
        responses.extend(response(&message));
    });
    let refused = responses.iter().any(|response| response.refused);
    let all = !responses.is_empty() && responses.iter().all(|response| response.refused);
    let sending = Sending {
        sender: answered.recipient.join(":"),
        recipient: answered.sender.join(":"),
        reference: reference.to_owned(),
        prepared: now,
    };
    let mut out = Writer::begin(&sending);
    out.begin_message("CONTRL", "4:1:UN");
    // 4 rejected, 7 acknowledged, 8 received: some messages were rejected and say so below.
    let action = match (all || responses.is_empty(), refused) {
        (true, _) => "4",
        (false, true) => "8",
        (false, false) => "7",
    };
    let (sender, recipient): (Vec<&str>, Vec<&str>) = (
        answered.sender.iter().map(String::as_str).collect(),
        answered.recipient.iter().map(String::as_str).collect(),
    );
    let code = envelope.first().copied().unwrap_or_default();
    out.segment("UCI", &[&[&answered.reference], &sender, &recipient, &[action], &[code]]);
    for response in &responses {
        let kind: Vec<&str> = response.kind.iter().map(String::as_str).collect();
        let (action, first) = match (response.refused, response.errors.first()) {
            (true, Some(fault)) if fault.segment.is_none() => ("4", fault.code),
            (true, _) => ("4", ""),
            (false, _) => ("7", ""),
        };
        out.segment("UCM", &[&[&response.reference], &kind, &[action], &[first]]);
        for fault in &response.errors {
            if let Some(segment) = fault.segment {
                out.segment("UCS", &[&[&segment.to_string()], &[fault.code]]);
            }
        }
    }
    out.end_message();
    Some(out.finish())
}

fn answered(input: &[u8]) -> Option<Answered> {
    let front = input.iter().position(|byte| !byte.is_ascii_whitespace())?;
    let mut rest = input.get(front..)?;
    let mut syntax = Syntax::from_header(rest);
    if rest.starts_with(b"UNA") {
        let (una, after) = rest.split_at_checked(9)?;
        syntax = Syntax::from_advice(una).unwrap_or(syntax);
        let blank = after.iter().take_while(|byte| syntax.is_between(**byte)).count();
        rest = after.get(blank..)?;
    }
    if !rest.starts_with(b"UNB") {
        return None;
    }
    let syntax = syntax.clone().of_version(version_of(rest, &syntax));
    let end = syntax.terminator_in(rest, 0).unwrap_or(rest.len());
    with_segment(rest.get(..end)?, &syntax, |unb| {
        let parts = |element| (0..2).filter_map(|part| unb.owned(element, part)).collect();
        Answered { reference: unb.owned(5, 0).unwrap_or_default(), sender: parts(2), recipient: parts(3) }
    })
}

fn response(message: &ReadMessage<'_>) -> Option<Response> {
    let bytes = message.bytes;
    if !bytes.starts_with(b"UNH") {
        return None;
    }
    let syntax = syntax_of(bytes)?;
    let end = syntax.terminator_in(bytes, 0).unwrap_or(bytes.len());
    let (reference, kind) = with_segment(bytes.get(..end)?, &syntax, |unh| {
        let parts = (0..5).filter_map(|part| unh.owned(2, part)).collect();
        (unh.owned(1, 0).unwrap_or_default(), parts)
    })?;
    let errors = message.diagnostics.iter().filter_map(|said| {
        let code = standard_code(&said.code)?;
        let before = bytes.get(..said.span.start as usize).unwrap_or_default();
        let whole = matches!(
            said.code.as_str(),
            "EDI-MESSAGE" | "EDI-UNT" | "EDI-TRUNCATED" | "EDI-LENGTH" | "EDI-NOTHING"
        );
        let segment = (!whole).then(|| segments_in(before, &syntax) + 1);
        Some(Fault { code, segment })
    });
    Some(Response { reference, kind, refused: message.record.is_none(), errors: errors.collect() })
}

/// The separators of a message, by its own UNH: what stands behind the tag parts elements, what stands behind the type
/// parts components, and what stands before the next tag ends segments.
fn syntax_of(message: &[u8]) -> Option<Syntax> {
    let element = *message.get(3)?;
    let reference = message.get(4..)?.iter().position(|byte| *byte == element)? + 5;
    let component = *message
        .get(reference..)?
        .iter()
        .find(|byte| !byte.is_ascii_alphanumeric() && !byte.is_ascii_whitespace())?;
    if (element, component) == (b'+', b':') {
        return Some(Syntax::default());
    }
    let next = message
        .windows(4)
        .position(|four| matches!(four.get(..3), Some(b"BGM")) && four.get(3) == Some(&element))?;
    let before = message.get(..next)?;
    let terminator = *before.iter().rev().find(|byte| !byte.is_ascii_whitespace())?;
    Syntax::from_advice(&[b'U', b'N', b'A', component, element, b'.', b' ', b' ', terminator])
}

fn segments_in(bytes: &[u8], syntax: &Syntax) -> u64 {
    let (mut count, mut from) = (0, 0);
    while let Ok(found) = syntax.terminator_in(bytes, from) {
        count += 1;
        from = found + 1;
    }
    count
}

fn envelope_faults(message: &ReadMessage<'_>) -> Vec<&'static str> {
    let of_envelope =
        |code: &str| code.starts_with("EDI-UNZ") || code.starts_with("EDI-UNE") || code == "EDI-UNA";
    let said = message.diagnostics.iter().filter(|said| of_envelope(&said.code));
    said.filter_map(|said| standard_code(&said.code)).collect()
}

/// The syntax error code (0085) of a diagnostic; `None` for what CONTRL has no code for and does not refuse.
fn standard_code(code: &str) -> Option<&'static str> {
    Some(match code {
        // Missing.
        "EDI-UNT" | "EDI-UNZ" | "EDI-UNE" | "EDI-ID" | "EDI-CONTAINER" => "13",
        // Value not supported in this position.
        "EDI-MESSAGE" | "EDI-TIME" => "12",
        // Control count does not match.
        "EDI-UNT-COUNT" | "EDI-UNZ-COUNT" | "EDI-UNE-COUNT" => "29",
        // References do not match.
        "EDI-UNT-REFERENCE" | "EDI-UNZ-REFERENCE" | "EDI-UNE-REFERENCE" => "28",
        // Segment not supported; invalid occurrence outside a message.
        "EDI-TAG" => "11",
        "EDI-OUTSIDE" | "EDI-UNZ-ALONE" => "33",
        // Invalid character.
        "EDI-CHARSET" | "EDI-UNA" => "21",
        // Too long; too many constituents.
        "EDI-LENGTH" | "EDI-SEGMENT" => "39",
        "EDI-COMPONENTS" => "16",
        // Cut off, or nothing in it: unspecified.
        "EDI-TRUNCATED" | "EDI-NOTHING" => "18",
        _ => return None,
    })
}
