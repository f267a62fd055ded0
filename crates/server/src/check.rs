//! The verdict on messages before they are sent: nothing is kept, no data folder is needed.

use crate::error::{Error, Result};
use crate::input::{Input, InputError, OpenInput, list};
use serde::Serialize;
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use tidewaiter_formats::Rules;
use tidewaiter_formats::check::{CheckError, Verdict};
use tidewaiter_model::provenance::ByteSpan;

/// Most bytes of one input that is checked, decompressed: 1 GiB. It is held in memory.
pub const CHECK_BYTES_MAX: u64 = 1 << 30;
/// Most characters of a line that an excerpt shows.
pub const EXCERPT_CHARS_MAX: usize = 100;

/// Name of an administration's own rules in the data folder.
pub const RULES_FILE: &str = "rules.toml";

/// The rules that apply: the shipped ones, changed by the file that is named, or else by that of the data folder.
///
/// # Errors
/// When the file cannot be read, or with everything that is wrong in it.
pub fn rules_of(folder: &Path, file: Option<&Path>) -> Result<Cow<'static, Rules>> {
    let own = folder.join(RULES_FILE);
    let path = match file {
        Some(file) => file,
        None if own.is_file() => &own,
        None => return Ok(Cow::Borrowed(Rules::builtin())),
    };
    let wrong = |text: String| Error::Use(format!("{}: {text}", path.display()));
    let text = std::fs::read_to_string(path).map_err(|error| wrong(error.to_string()))?;
    let rules = Rules::builtin().with(&text).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        wrong(lines.join("\n"))
    })?;
    Ok(Cow::Owned(rules))
}

/// The rules as the table that is read.
pub fn rules_listed(rules: &Rules) -> String {
    rules.to_toml()
}

/// The verdict on one input.
#[derive(Debug, Serialize)]
pub struct CheckReport {
    /// The input as it was named.
    pub file: String,
    /// The message's own name; empty when it was not recognised.
    pub message: String,
    /// Whether it could be read at all.
    pub readable: bool,
    /// Whether it keeps to the structure of its standard.
    pub schema_valid: bool,
    /// What is wrong, in the order of places.
    pub errors: Vec<ErrorReport>,
    /// EDIFACT: segments from UNB to UNZ.
    pub segments: Option<u64>,
    /// XML and JSON: leaf elements.
    pub leaves: Option<LeavesReport>,
}

/// One error and its place.
#[derive(Debug, Serialize)]
pub struct ErrorReport {
    /// The standard's code, or the reader's.
    pub code: String,
    /// Where it is, as the standard says it.
    pub location: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in Unicode characters, from 1.
    pub column: u32,
    /// What is wrong and what was expected.
    pub text: String,
    /// The line with the offending text, for people.
    #[serde(skip)]
    pub excerpt: Option<Excerpt>,
}

/// A piece of a line, and which of its characters are meant.
#[derive(Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The piece, control characters replaced.
    pub line: String,
    /// Characters before those that are meant.
    pub indent: usize,
    /// How many are meant, at least one.
    pub len: usize,
}

/// What became of the leaf elements.
#[derive(Debug, Serialize)]
pub struct LeavesReport {
    /// All of them.
    pub total: u64,
    /// Those that a field takes.
    pub mapped: u64,
    /// Those that are kept but not understood.
    pub carried: u64,
}

/// Checks each input by itself, in the order of names, and hands each verdict to `sink`. An input that cannot be opened
/// or decompressed is unreadable like one that is no message.
pub fn check_all(inputs: &[PathBuf], rules: &Rules, sink: &mut dyn FnMut(CheckReport)) {
    let listing = list(inputs);
    for (file, error) in listing.errors {
        sink(unread(file, &error));
    }
    for (input, _) in listing.inputs {
        let file = input.name();
        sink(match read(&input) {
            Ok(bytes) => {
                report(file.clone(), &bytes, tidewaiter_formats::check_with(&bytes, Some(&file), rules))
            }
            Err(error) => unread(file, &error),
        });
    }
}

pub(crate) fn read(input: &Input) -> std::result::Result<Vec<u8>, InputError> {
    let mut open = OpenInput::open(input, CHECK_BYTES_MAX)?;
    let mut bytes = Vec::new();
    let mut more = 64 << 10;
    while !open.fill(&mut bytes, more)? {
        more = 4 << 20;
    }
    Ok(bytes)
}

fn unread(file: String, error: &InputError) -> CheckReport {
    let error = CheckError::new("INPUT", "", ByteSpan::default(), error.to_string());
    report(file, &[], Verdict::unreadable("", error).placed(&[], false))
}

pub(crate) fn report(file: String, bytes: &[u8], verdict: Verdict) -> CheckReport {
    let Verdict { message, readable, schema_valid, errors, segments, leaves } = verdict;
    let errors = errors.into_iter().map(|error| ErrorReport {
        excerpt: excerpt(bytes, error.span),
        code: error.code,
        location: error.location,
        line: error.line,
        column: error.column,
        text: error.text,
    });
    let leaves = leaves.map(|leaves| LeavesReport {
        total: leaves.total,
        mapped: leaves.mapped,
        carried: leaves.carried,
    });
    CheckReport { file, message, readable, schema_valid, errors: errors.collect(), segments, leaves }
}

/// The line around a span, cut to [`EXCERPT_CHARS_MAX`] characters that hold its beginning.
fn excerpt(bytes: &[u8], span: ByteSpan) -> Option<Excerpt> {
    let start = usize::try_from(span.start).ok()?.min(bytes.len());
    let (before, behind) = bytes.split_at(start);
    let line_start = memchr::memrchr(b'\n', before).map_or(0, |at| at + 1);
    let line_end = start + memchr::memchr(b'\n', behind).unwrap_or(behind.len());
    if line_start == line_end {
        return None;
    }
    let end = usize::try_from(span.end()).unwrap_or(usize::MAX).clamp(start, line_end);
    let text = |from: usize, to: usize| -> Vec<char> {
        String::from_utf8_lossy(&bytes[from..to]).chars().map(shown).collect()
    };
    // Bytes enough for the characters wanted on either side, however wide they are.
    let wide = EXCERPT_CHARS_MAX * 4;
    let front = text(line_start.max(start.saturating_sub(wide)), start);
    let front = &front[front.len().saturating_sub(EXCERPT_CHARS_MAX / 2)..];
    let len = text(start, end.min(start + wide)).len().max(1);
    let back = text(start, line_end.min(start + wide));
    let room = EXCERPT_CHARS_MAX - front.len();
    let line: String = front.iter().chain(back.iter().take(room)).collect();
    Some(Excerpt { line: line.trim_end().to_owned(), indent: front.len(), len: len.min(room) })
}

fn shown(character: char) -> char {
    if character.is_control() { ' ' } else { character }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_holds_the_place_and_is_short() {
        let text = "a\n\tbé<Name>12é4</Name>\r\nc";
        let start = text.find("12").unwrap() as u64;
        let found = excerpt(text.as_bytes(), ByteSpan::new(start, 5)).unwrap();
        assert_eq!(found, Excerpt { line: " bé<Name>12é4</Name>".to_owned(), indent: 9, len: 4 });
        let long = format!("{}X{}", "-".repeat(5_000), "+".repeat(5_000));
        let found = excerpt(long.as_bytes(), ByteSpan::new(5_000, 1)).unwrap();
        assert_eq!((found.indent, found.len, found.line.len()), (50, 1, 100));
        assert_eq!(excerpt(b"", ByteSpan::default()), None);
        assert!(excerpt(b"\xFF\xFE", ByteSpan::new(9, 9)).is_some());
    }
}
