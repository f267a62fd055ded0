//! The verdict on one message or file: what it is, whether it can be read, and every error with its place.
//!
//! One shape for all formats. A format that knows its own structure and rules plugs its check into [`check`]; of the
//! others the reader's diagnostics are the verdict.

use crate::declaration_csv::Mapping;
use crate::detect::{Format, detect};
use crate::reader::Reader;
use crate::rules::Rules;
use std::sync::OnceLock;
use tidewaiter_model::diagnostic::{Diagnostic, Severity};
use tidewaiter_model::provenance::ByteSpan;

/// Most errors kept in one verdict; a note that there were more takes the last place.
pub const ERRORS_MAX: usize = 10_000;

/// What is to be said of a message.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Verdict {
    /// The message's own name, such as `CC315A`, `CODECO` or `DEC`; the format's name for rows and events; empty when
    /// it was not recognised.
    pub message: String,
    /// Whether it could be read at all: well-formed, in an encoding that is read, of a known kind.
    pub readable: bool,
    /// Whether it keeps to the structure of its standard: elements, order, occurrence, types.
    pub schema_valid: bool,
    /// What is wrong, in the order of places; at most [`ERRORS_MAX`].
    pub errors: Vec<CheckError>,
    /// EDIFACT: segments from UNB to UNZ.
    pub segments: Option<u64>,
    /// XML and JSON: leaf elements.
    pub leaves: Option<Leaves>,
}

/// What became of the leaf elements of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Leaves {
    /// All of them.
    pub total: u64,
    /// Those that a field of the record takes.
    pub mapped: u64,
    /// Those that are kept as path and text but not understood.
    pub carried: u64,
}

/// One error and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckError {
    /// The standard's code, or the reader's, such as `8103` or `XML-SYNTAX`.
    pub code: String,
    /// Where it is, as the standard says it: an XPath, a segment, a JSON path, a column.
    pub location: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in Unicode characters, from 1.
    pub column: u32,
    /// What is wrong and what was expected.
    pub text: String,
    /// The bytes in question.
    pub span: ByteSpan,
}

impl CheckError {
    /// An error whose line and column [`Verdict::placed`] finds.
    pub fn new(
        code: impl Into<String>,
        location: impl Into<String>,
        span: ByteSpan,
        text: impl Into<String>,
    ) -> CheckError {
        CheckError {
            code: code.into(),
            location: location.into(),
            line: 0,
            column: 0,
            text: text.into(),
            span,
        }
    }

    fn of(diagnostic: &Diagnostic) -> CheckError {
        let Diagnostic { code, span, path, expected, found, .. } = diagnostic;
        CheckError::new(code, path, *span, format!("expected {expected}, found `{found}`"))
    }
}

impl Verdict {
    /// The verdict on something that is no message of a known kind, or cannot be read as the one it is.
    pub fn unreadable(message: &str, error: CheckError) -> Verdict {
        Verdict { message: message.to_owned(), errors: vec![error], ..Verdict::default() }
    }

    /// The errors cut to [`ERRORS_MAX`], each with its line and column within `bytes`, whose characters are UTF-8, or
    /// single bytes where `single_bytes` says so. A byte order mark at the front is no character.
    #[must_use]
    pub fn placed(mut self, bytes: &[u8], single_bytes: bool) -> Verdict {
        if self.errors.len() > ERRORS_MAX {
            let more = self.errors.len() - (ERRORS_MAX - 1);
            self.errors.truncate(ERRORS_MAX - 1);
            let span = self.errors.last().map(|error| error.span).unwrap_or_default();
            self.errors.push(CheckError::new(
                "MORE",
                "",
                span,
                format!("{more} further errors are left out"),
            ));
        }
        let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
        let mut order: Vec<usize> = (0..self.errors.len()).collect();
        order.sort_by_key(|at| self.errors[*at].span.start);
        // Where counting stands: line, the line's first byte, characters of it up to `at`.
        let (mut line, mut column, mut at) = (1u32, 1u32, mark);
        for number in order {
            let error = &mut self.errors[number];
            let place = usize::try_from(error.span.start).unwrap_or(usize::MAX).min(bytes.len()).max(at);
            let mut rest = &bytes[at..place];
            if let Some(last) = memchr::memrchr(b'\n', rest) {
                let lines = memchr::memchr_iter(b'\n', rest).count();
                line = line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
                (column, rest) = (1, &rest[last + 1..]);
            }
            column = column.saturating_add(u32::try_from(characters(rest, single_bytes)).unwrap_or(u32::MAX));
            at = place;
            (error.line, error.column) = (line, column);
        }
        self
    }
}

fn characters(bytes: &[u8], single_bytes: bool) -> usize {
    if single_bytes {
        return bytes.len();
    }
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

/// Checks a whole input: tells its format, reads it and gives its verdict. `name_hint` is the file's name, where there
/// is one; what the bytes say goes before it. Never fails and never panics.
pub fn check(bytes: &[u8], name_hint: Option<&str>) -> Verdict {
    check_with(bytes, name_hint, Rules::builtin())
}

/// The same, with an administration's own rules for entry summary declarations.
pub fn check_with(bytes: &[u8], name_hint: Option<&str>, rules: &Rules) -> Verdict {
    static MAPPINGS: OnceLock<Vec<Mapping>> = OnceLock::new();
    let mappings = MAPPINGS.get_or_init(Mapping::builtin);
    let detected = match detect(bytes, mappings) {
        Ok(detected) => detected,
        Err(fault) => return Verdict::unreadable("", CheckError::of(&fault)).placed(bytes, false),
    };
    if detected.format == Format::Edifact {
        return crate::edifact::check(bytes);
    }
    if detected.format == Format::WcoXml {
        return crate::wco::check(bytes).placed(bytes, std::str::from_utf8(bytes).is_err());
    }
    let message = match detected.format {
        Format::EnsXml => return crate::ens::check(bytes, rules),
        format => format.as_str(),
    };
    let mut reader = Reader::new(&detected, mappings, name_hint.unwrap_or_default());
    let mut verdict =
        Verdict { message: message.to_owned(), readable: true, schema_valid: true, ..Verdict::default() };
    reader.read(bytes, 0, true, &mut |read| {
        for one in read.diagnostics.iter().filter(|one| one.severity == Severity::Error) {
            let span = one.span.shifted(read.span.start);
            verdict.schema_valid = false;
            verdict.readable &= !is_syntax(&one.code);
            // One more than fits tells that there were more.
            if verdict.errors.len() <= ERRORS_MAX {
                verdict.errors.push(CheckError { span, ..CheckError::of(one) });
            }
        }
    });
    verdict.placed(bytes, false)
}

/// Whether a message with this diagnostic could not be taken apart at all.
fn is_syntax(code: &str) -> bool {
    matches!(code, "JSON-SYNTAX" | "JSON-TRUNCATED" | "JSON-UTF8")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(bytes: &[u8], starts: &[u64], single_bytes: bool) -> Vec<(u32, u32)> {
        let errors =
            starts.iter().map(|start| CheckError::new("X", "", ByteSpan::new(*start, 1), "")).collect();
        let verdict = Verdict { errors, ..Verdict::default() }.placed(bytes, single_bytes);
        verdict.errors.iter().map(|error| (error.line, error.column)).collect()
    }

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        assert_eq!(places(b"ab\ncd", &[0, 1, 3, 4, 9], false), [(1, 1), (1, 2), (2, 1), (2, 2), (2, 3)]);
        // Out of order, and behind characters of two and three bytes.
        assert_eq!(places("é€x\ny".as_bytes(), &[7, 5, 2], false), [(2, 1), (1, 3), (1, 2)]);
        assert_eq!(places(b"\xE9\xE9x", &[2], true), [(1, 3)]);
        assert_eq!(places(b"\xEF\xBB\xBF<a>", &[0, 3, 4], false), [(1, 1), (1, 1), (1, 2)]);
        assert_eq!(places(b"a\r\nb", &[3], false), [(2, 1)]);
    }

    #[test]
    fn what_is_no_message_is_unreadable() {
        let verdict = check(b"dear sir\nor madam", None);
        assert!(!verdict.readable && verdict.message.is_empty());
        assert_eq!(verdict.errors[0].code, "FMT-TEXT");
    }

    #[test]
    fn rows_are_judged_by_their_reader() {
        let verdict =
            check(b"message_id,container,event,event_time,location\na,MSKU1234565,GTIN,soon,CNSHG\n", None);
        assert!(verdict.readable && !verdict.schema_valid);
        assert_eq!((verdict.message.as_str(), verdict.errors.len()), ("status-csv", 1));
        assert_eq!((verdict.errors[0].line, verdict.errors[0].column), (2, 20));
    }
}
