//! What an input is, told by its first bytes.

mod table;

use crate::csv::push_cell;
use crate::dcsa::looks_like_events;
use crate::declaration_csv::Mapping;
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::provenance::ByteSpan;

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// Entry summary declarations, IE315 and IE313.
    EnsXml,
    /// Declarations and answers of the WCO Data Model.
    WcoXml,
    /// DCSA Track & Trace 2.2 and 3.0.
    DcsaJson,
    /// The canonical CSV of container status messages.
    StatusCsv,
    /// Import declarations, in a layout that a mapping describes.
    DeclarationCsv,
    /// UN/EDIFACT interchanges.
    Edifact,
}

impl Format {
    /// The stable word: `ens-xml`, `wco-xml`, `dcsa-json`, `status-csv`, `declaration-csv`, `edifact`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Format::EnsXml => "ens-xml",
            Format::WcoXml => "wco-xml",
            Format::DcsaJson => "dcsa-json",
            Format::StatusCsv => "status-csv",
            Format::DeclarationCsv => "declaration-csv",
            Format::Edifact => "edifact",
        }
    }
}

/// What [`detect`] found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detected {
    /// The format.
    pub format: Format,
    /// Number of the mapping that fits, for import declarations.
    pub mapping: Option<usize>,
}

const EXPECTED: &str = "an ENS message (XML, root CC315A or CC313A), a WCO declaration or response (XML), DCSA events (JSON), the \
                        canonical CSV of container status messages, a CSV of import declarations that a mapping \
                        describes, or an EDIFACT interchange";

/// First bytes of files that are none of ours.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x1F\x8B", "gzip inside the decompressed input: unpack it once more"),
    (b"\x28\xB5\x2F\xFD", "zstd inside the decompressed input: unpack it once more"),
    (b"PK\x03\x04", "a zip archive or office document: unpack it, or save the sheet as CSV"),
    (b"\xFD7zXZ\0", "an xz archive: unpack it"),
    (b"BZh", "a bzip2 archive: unpack it"),
    (b"7z\xBC\xAF\x27\x1C", "a 7z archive: unpack it"),
    (b"PAR1", "a Parquet file"),
    (b"%PDF", "a PDF document"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\xD0\xCF\x11\xE0", "an old office document: save the sheet as CSV"),
    (b"\xFF\xFE", "UTF-16 text: save it as UTF-8"),
    (b"\xFE\xFF", "UTF-16 text: save it as UTF-8"),
];

/// Tells the format of an input from its first bytes, up to 64 KiB of them, decompressed.
///
/// # Errors
/// When it is none: what it looks like, and what was expected.
pub fn detect(head: &[u8], mappings: &[Mapping]) -> Result<Detected, Diagnostic> {
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let Some(front) = text.iter().position(|byte| !byte.is_ascii_whitespace()) else {
        let code = if head.is_empty() { "FMT-EMPTY" } else { "FMT-BLANK" };
        let found = if head.is_empty() { "no bytes at all" } else { "nothing but blanks" };
        return Err(refused(code, head, EXPECTED, found));
    };
    if let Some((_, what)) = SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature)) {
        return Err(refused("FMT-KIND", head, EXPECTED, what));
    }
    let rest = text.get(front..).unwrap_or_default();
    if edifact(rest) {
        return found(Format::Edifact);
    }
    match rest.first() {
        Some(b'<') => xml(rest, head),
        _ if binary(head) => Err(refused("FMT-BINARY", head, EXPECTED, "binary data")),
        Some(b'{' | b'[') => json(rest, head),
        _ => table::detect(text, mappings).map_err(|fault| *fault),
    }
}

fn refused(code: &str, head: &[u8], expected: &str, found: &str) -> Diagnostic {
    Diagnostic::error(code, ByteSpan::new(0, head.len() as u64), "", expected, found)
}

fn found(format: Format) -> Result<Detected, Diagnostic> {
    Ok(Detected { format, mapping: None })
}

/// An interchange begins with UNA, UNB or, where the envelope was left off, UNH; marks of old lines may stand before.
fn edifact(rest: &[u8]) -> bool {
    let front =
        rest.iter().take_while(|byte| matches!(byte, 0x01..=0x03 | b' ' | b'\t' | b'\r' | b'\n')).count();
    match rest.get(front..front + 4) {
        Some([b'U', b'N', b'A' | b'B' | b'H' | b'G', separator]) => {
            !separator.is_ascii_alphanumeric() && *separator != b'_'
        }
        _ => false,
    }
}

/// Text holds no NUL and few other control characters. A row with one stray NUL is for the reader to refuse.
fn binary(head: &[u8]) -> bool {
    let front = head.get(..4096).unwrap_or(head);
    let odd = front.iter().filter(|byte| **byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')).count();
    odd * 20 > front.len()
}

fn json(rest: &[u8], head: &[u8]) -> Result<Detected, Diagnostic> {
    if looks_like_events(rest) {
        return found(Format::DcsaJson);
    }
    let expected = "DCSA Track & Trace events, each with eventID and eventDateTime";
    Err(refused("FMT-JSON", head, expected, "JSON without events"))
}

/// Whether a declaration or answers of the WCO Data Model stand in sight, bare or in an envelope or wrapper.
fn is_wco(text: &[u8]) -> bool {
    let (mut rest, mut tags) = (text, 0);
    while let Some(start) = memchr::memchr(b'<', rest).filter(|_| tags < WCO_TAGS_MAX) {
        rest = rest.get(start + 1..).unwrap_or_default();
        if rest.starts_with(b"!--") {
            let Some(end) = memchr::memmem::find(rest, b"-->") else { return false };
            rest = rest.get(end..).unwrap_or_default();
            continue;
        }
        if matches!(rest.first(), Some(b'/' | b'?' | b'!') | None) {
            continue;
        }
        let end = rest
            .iter()
            .take(100)
            .position(|byte| !byte.is_ascii_alphanumeric() && *byte != b':' && *byte != b'_');
        let name = rest.get(..end.unwrap_or(0)).unwrap_or_default();
        let local = name.rsplit(|byte| *byte == b':').next().unwrap_or(name);
        if matches!(local, b"MetaData" | b"Declaration" | b"Response") {
            return true;
        }
        tags += 1;
    }
    false
}

/// How many tags a wrapper may put before the message.
const WCO_TAGS_MAX: usize = 32;

/// Name of the root element of an XML message, without its prefix.
pub(crate) fn root_name(message: &[u8]) -> Option<&[u8]> {
    let name = root_element(message)?;
    name.rsplit(|byte| *byte == b':').next()
}

fn xml(rest: &[u8], head: &[u8]) -> Result<Detected, Diagnostic> {
    const EXPECTED_ROOT: &str =
        "root element CC315A or CC313A, or a WCO MetaData, Declaration or Response near the root";
    let Some(name) = root_element(rest) else {
        return Err(refused("FMT-XML", head, EXPECTED_ROOT, "XML whose root element is not in sight"));
    };
    let local = name.rsplit(|byte| *byte == b':').next().unwrap_or(name);
    if matches!(local, b"CC315A" | b"CC313A") {
        return found(Format::EnsXml);
    }
    if is_wco(rest) {
        return found(Format::WcoXml);
    }
    let found = format!("XML with root element {}", String::from_utf8_lossy(name));
    Err(refused("FMT-XML", head, EXPECTED_ROOT, &found))
}

/// Name of the root element, behind declaration, comments, processing instructions and document type.
fn root_element(text: &[u8]) -> Option<&[u8]> {
    let mut rest = text;
    loop {
        let start = memchr::memchr(b'<', rest)?;
        rest = rest.get(start + 1..)?;
        let close: &[u8] = match rest.first()? {
            b'?' => b"?>",
            b'!' if rest.starts_with(b"!--") => b"-->",
            b'!' => {
                rest = after_document_type(rest)?;
                continue;
            }
            _ => {
                let end =
                    rest.iter().position(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'>' | b'/'));
                return rest.get(..end.unwrap_or(rest.len()).min(100)).filter(|name| !name.is_empty());
            }
        };
        rest = rest.get(memchr::memmem::find(rest, close)? + close.len()..)?;
    }
}

/// What follows `!DOCTYPE …>`, whose internal subset stands in square brackets.
fn after_document_type(rest: &[u8]) -> Option<&[u8]> {
    let end = rest.iter().position(|byte| matches!(byte, b'[' | b'>'))?;
    let end = if rest.get(end) == Some(&b'[') {
        let subset = end + memchr::memmem::find(rest.get(end..)?, b"]")?;
        subset + memchr::memchr(b'>', rest.get(subset..)?)?
    } else {
        end
    };
    rest.get(end + 1..)
}

/// Column names as they would stand in a header.
fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut out = Vec::new();
    for (number, name) in names.into_iter().enumerate() {
        if number > 0 {
            out.extend_from_slice(b", ");
        }
        push_cell(&mut out, name);
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(head: &[u8], expected: Result<(Format, Option<usize>), (&str, &str)>) {
        let found = detect(head, &Mapping::builtin());
        let shown = String::from_utf8_lossy(head);
        match (found, expected) {
            (Ok(found), Ok(expected)) => assert_eq!((found.format, found.mapping), expected, "{shown}"),
            (Err(found), Err((code, part))) => {
                assert_eq!(found.code, code, "{shown}: {found:?}");
                let text = format!("{} | {}", found.expected, found.found);
                assert!(text.contains(part), "{shown}: {text}");
            }
            (found, expected) => panic!("{shown}: found {found:?}, expected {expected:?}"),
        }
    }

    #[test]
    fn formats_are_told_by_their_first_bytes() {
        let ens = Ok((Format::EnsXml, None));
        check(b"<CC315A/>", ens);
        check(b"\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- <x> --><ie:CC313A xmlns:ie='x'>", ens);
        check(b"<!DOCTYPE x [<!ENTITY a \"b\">]><CC315A>", ens);
        check(b" [ {\"eventID\":1}]", Ok((Format::DcsaJson, None)));
        check(b"{\"events\": []}", Ok((Format::DcsaJson, None)));
        check(b"[ ]", Ok((Format::DcsaJson, None)));
        let status = Ok((Format::StatusCsv, None));
        check(b"message_id,container,event,event_time,location\n", status);
        check(b"\n\xEF", Err(("FMT-TEXT", "nothing of the kind")));
        check(b"location,x,\"event\",container,event_time,message_id,source\r\n1", status);
        check(b"declaration_id,item_number,accepted\n", Ok((Format::DeclarationCsv, Some(0))));
        let edifact = Ok((Format::Edifact, None));
        check(b"UNB+UNOC:3", edifact);
        check(b"\xEF\xBB\xBF\r\nUNA:+.? '", edifact);
        check(b"UNH+1+COARRI:D:95B:UN'", edifact);
        check(b"UNB_ID,x\n", Err(("FMT-TEXT", "UNB_ID")));
        check(b"Declaration ID,Date,Fraud\n", Ok((Format::DeclarationCsv, Some(1))));
    }

    #[test]
    fn what_is_none_of_them_is_named() {
        check(b"", Err(("FMT-EMPTY", "no bytes")));
        check(b"\xEF\xBB\xBF \n", Err(("FMT-BLANK", "nothing but blanks")));
        check(b"\x1F\x8B\x08", Err(("FMT-KIND", "gzip inside")));
        check(b"\xFF\xFE<\0C\0", Err(("FMT-KIND", "UTF-16")));
        check(b"abc\0\0\0\0\x01\x02", Err(("FMT-BINARY", "binary")));
        check(b"<html>", Err(("FMT-XML", "root element html")));
        check(b"<!-- ", Err(("FMT-XML", "not in sight")));
        check(b"{\"a\":1}", Err(("FMT-JSON", "JSON without events")));
        check(b"message_id,container,event\n", Err(("FMT-COLUMNS", "event_time, location")));
        check(b"message_id;container;event;event_time;location\n", Err(("FMT-SEPARATOR", "semicolon")));
        check(b"message_id\tcontainer\tevent\tevent_time\tlocation\n", Err(("FMT-SEPARATOR", "tab")));
        check(b"Declaration ID,Office ID,Fraud\n", Err(("FMT-COLUMNS", "Date")));
        check(b"dear sir or madam\n", Err(("FMT-TEXT", "dear sir")));
    }
}
