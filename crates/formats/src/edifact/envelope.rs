//! What stands round the messages: the interchange and its groups.

use super::plain::Declared;
use super::segment::{Segment, Segments, Tokens};
use super::syntax::Syntax;
use super::time::moment;
use tidewaiter_model::diagnostic::{Diagnostic, Severity};
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_model::time::UtcTime;

/// Something to say about an envelope, with the message that is next to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Note {
    pub(crate) code: &'static str,
    pub(crate) severity: Severity,
    pub(crate) path: &'static str,
    pub(crate) expected: String,
    pub(crate) found: String,
}

impl Note {
    pub(crate) fn warning(
        code: &'static str,
        path: &'static str,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) -> Note {
        Note { code, severity: Severity::Warning, path, expected: expected.into(), found: found.into() }
    }

    pub(crate) fn error(
        code: &'static str,
        path: &'static str,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) -> Note {
        Note { severity: Severity::Error, ..Note::warning(code, path, expected, found) }
    }

    pub(crate) fn at(&self, span: ByteSpan) -> Diagnostic {
        let error = Diagnostic::error(self.code, span, self.path, self.expected.as_str(), &self.found);
        Diagnostic { severity: self.severity, ..error }
    }
}

/// An open interchange.
#[derive(Debug, Clone)]
pub(crate) struct Interchange {
    pub(crate) sender: String,
    pub(crate) reference: String,
    pub(crate) prepared: Option<UtcTime>,
    pub(crate) declared: Declared,
    /// Syntax identifier and version as sent, such as `UNOA:2`.
    pub(crate) identifier: String,
    pub(crate) messages: u64,
    pub(crate) groups: u64,
}

impl Default for Interchange {
    fn default() -> Self {
        Interchange {
            sender: String::new(),
            reference: String::new(),
            prepared: None,
            declared: Declared::Ascii,
            identifier: String::new(),
            messages: 0,
            groups: 0,
        }
    }
}

/// An open group.
#[derive(Debug, Clone, Default)]
pub(crate) struct GroupOpen {
    pub(crate) reference: String,
    pub(crate) messages: u64,
}

/// Cuts one service segment out of its bytes, line breaks taken out.
pub(crate) fn with_segment<R>(
    bytes: &[u8],
    syntax: &Syntax,
    read: impl FnOnce(&Segment<'_, '_>) -> R,
) -> Option<R> {
    let kept: Vec<u8> = bytes.iter().copied().filter(|byte| !syntax.is_break(*byte)).collect();
    let text = String::from_utf8_lossy(&kept);
    let mut tokens = Tokens::default();
    let (segment, _) = Segments::new(&text).next(&mut tokens, syntax)?;
    Some(read(&segment))
}

impl Interchange {
    pub(crate) fn of(unb: &Segment<'_, '_>) -> Interchange {
        let text = |element, component| unb.owned(element, component).unwrap_or_default();
        let prepared = format!("{}{}", text(4, 0), text(4, 1));
        let syntax = text(1, 0);
        Interchange {
            declared: Declared::of(&syntax),
            identifier: format!("{syntax}:{}", text(1, 1)),
            sender: text(2, 0),
            reference: text(5, 0),
            prepared: moment(&prepared, "").map(|moment| moment.time),
            messages: 0,
            groups: 0,
        }
    }

    /// What a UNZ says that is not so.
    pub(crate) fn closed_by(&self, unz: &Segment<'_, '_>) -> Vec<Note> {
        let (what, count) =
            if self.groups > 0 { ("groups", self.groups) } else { ("messages", self.messages) };
        trailer(unz, "UNZ", ["EDI-UNZ-COUNT", "EDI-UNZ-REFERENCE"], (what, count), ("UNB", &self.reference))
    }
}

impl GroupOpen {
    pub(crate) fn of(ung: &Segment<'_, '_>) -> GroupOpen {
        GroupOpen { reference: ung.owned(5, 0).unwrap_or_default(), messages: 0 }
    }

    /// What a UNE says that is not so.
    pub(crate) fn closed_by(&self, une: &Segment<'_, '_>) -> Vec<Note> {
        let count = ("messages", self.messages);
        trailer(une, "UNE", ["EDI-UNE-COUNT", "EDI-UNE-REFERENCE"], count, ("UNG", &self.reference))
    }
}

fn trailer(
    segment: &Segment<'_, '_>,
    path: &'static str,
    codes: [&'static str; 2],
    (what, count): (&str, u64),
    (header, reference): (&str, &str),
) -> Vec<Note> {
    let mut notes = Vec::new();
    let [count_code, reference_code] = codes;
    let found = segment.owned(1, 0).unwrap_or_default();
    if found.parse::<u64>().ok() != Some(count) {
        notes.push(Note::warning(
            count_code,
            path,
            format!("{count}, the number of {what} that were read"),
            found,
        ));
    }
    let found = segment.owned(2, 0).unwrap_or_default();
    if found != reference {
        notes.push(Note::warning(reference_code, path, format!("`{reference}`, as in {header}"), found));
    }
    notes
}
