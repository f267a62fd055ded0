//! The verdict on an interchange.

use super::envelope::with_segment;
use super::reader::Edifact;
use super::syntax::Syntax;
use crate::check::{CheckError, Verdict};
use tidewaiter_model::diagnostic::Diagnostic;

/// Codes that say that the segments themselves could not be told.
const UNREADABLE: [&str; 6] =
    ["EDI-TRUNCATED", "EDI-TAG", "EDI-LENGTH", "EDI-SEGMENT", "EDI-COMPONENTS", "EDI-UNZ-ALONE"];
/// What is said of an interchange that keeps to the standard in all but its writing.
const WRITING: [&str; 2] = ["EDI-BREAK", "EDI-TERMINATOR"];

/// Checks an interchange: its segments, its envelope, and each message against the structure of its directory. What the
/// reader says as a warning is an error here.
pub(crate) fn check(bytes: &[u8]) -> Verdict {
    let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let rest = bytes.get(mark..).unwrap_or_default();
    let mut verdict = Verdict { readable: true, schema_valid: true, ..Verdict::default() };
    let mut reader = Edifact::strict();
    let mut messages = 0u64;
    reader.read(rest, mark as u64, true, &mut |message| {
        messages += u64::from(!message.bytes.is_empty());
        if verdict.message.is_empty() {
            verdict.message = kind_of(message.bytes);
        }
        for said in &message.diagnostics {
            verdict.readable &= !UNREADABLE.contains(&said.code.as_str());
            verdict.schema_valid &= WRITING.contains(&said.code.as_str());
            verdict.errors.push(error(said, message.span.start));
        }
    });
    verdict.segments = Some(reader.segments);
    verdict.readable &= messages > 0 || verdict.errors.is_empty();
    let single_bytes = std::str::from_utf8(bytes).is_err();
    verdict.placed(bytes, single_bytes)
}

fn error(said: &Diagnostic, start: u64) -> CheckError {
    let Diagnostic { code, span, path, expected, found, .. } = said;
    CheckError::new(code, path, span.shifted(start), format!("expected {expected}, found `{found}`"))
}

/// The type of a message, by its UNH; tried with the separators that its own bytes suggest.
fn kind_of(message: &[u8]) -> String {
    let Some([element]) = message.get(3..4).map(|byte| [byte[0]]) else { return String::new() };
    let letters = message.iter().copied().skip(4).skip_while(|byte| *byte != element).skip(1);
    let kind: Vec<u8> = letters.filter(|byte| !byte.is_ascii_whitespace()).take(6).collect();
    let named = message.starts_with(b"UNH")
        && kind.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let standard = || with_segment(message, &Syntax::default(), |unh| unh.raw(2, 0).to_owned());
    if named {
        String::from_utf8_lossy(&kind).into_owned()
    } else {
        standard().filter(|kind| kind.len() == 6).unwrap_or_default()
    }
}
