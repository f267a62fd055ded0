//! What a reader says about bytes it could not take as they stood.

use crate::provenance::ByteSpan;
use serde::{Deserialize, Serialize};

/// How much of the message a diagnostic costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The record stands; something in it is worth knowing.
    Warning,
    /// No record could be made: the message goes to quarantine.
    Error,
}

/// One finding of a reader: a stable code, the place, what was expected there and what stood there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Stable code, such as `CSV-TIME` or `XML-ENTITY`; listed in the book's reference.
    pub code: String,
    /// Whether the record stands.
    pub severity: Severity,
    /// The bytes in question, counted from the first byte of the message.
    pub span: ByteSpan,
    /// Column, element or JSON path, such as `event_time` or `/CC315A/HEAHEA/TotGroMasHEA307`.
    pub path: String,
    /// What the standard wants here.
    pub expected: String,
    /// What stood there, at most [`FOUND_CHARS_MAX`] characters of it.
    pub found: String,
}

/// Longest excerpt kept in [`Diagnostic::found`], in characters.
pub const FOUND_CHARS_MAX: usize = 80;

impl Diagnostic {
    /// A diagnostic of severity [`Severity::Error`]; `found` is cut to [`FOUND_CHARS_MAX`] characters.
    pub fn error(
        code: &str,
        span: ByteSpan,
        path: impl Into<String>,
        expected: impl Into<String>,
        found: &str,
    ) -> Diagnostic {
        Diagnostic {
            code: code.to_owned(),
            severity: Severity::Error,
            span,
            path: path.into(),
            expected: expected.into(),
            found: found.chars().take(FOUND_CHARS_MAX).collect(),
        }
    }

    /// The same with severity [`Severity::Warning`].
    pub fn warning(
        code: &str,
        span: ByteSpan,
        path: impl Into<String>,
        expected: impl Into<String>,
        found: &str,
    ) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, span, path, expected, found) }
    }
}
