//! Comma separated rows (RFC 4180), framed and cut into cells. Both CSV readers stand on this.

mod cells;
mod rows;
mod separators;

pub(crate) use cells::{Cells, Scratch, split, split_plain};
pub(crate) use rows::{Quotes, Row, RowEnd, Rows, find_row_end};
pub(crate) use separators::Separators;

use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::provenance::ByteSpan;

/// Appends a cell to a row under construction, quoted where RFC 4180 needs it.
pub fn push_cell(out: &mut Vec<u8>, text: &str) {
    let outer_space = text.trim_ascii().len() != text.len();
    if outer_space || text.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        out.push(b'"');
        for byte in text.bytes() {
            if byte == b'"' {
                out.push(b'"');
            }
            out.push(byte);
        }
        out.push(b'"');
    } else {
        out.extend_from_slice(text.as_bytes());
    }
}

/// What keeps a whole row from being cut into cells, if anything.
pub(crate) fn row_fault(row: &[u8], quotes: Quotes) -> Option<Diagnostic> {
    let whole = ByteSpan::new(0, row.len() as u64);
    if let Some(at) = memchr::memchr(0, row) {
        let expected = "text without NUL bytes";
        return Some(Diagnostic::error("CSV-NUL", ByteSpan::new(at as u64, 1), "", expected, "\\0"));
    }
    if quotes == Quotes::Broken {
        let expected = "a quoted cell that is closed by a quote and followed by a separator or line end";
        return Some(Diagnostic::error("CSV-QUOTE", whole, "", expected, &String::from_utf8_lossy(row)));
    }
    None
}

/// The diagnostic of a row that is not UTF-8.
pub(crate) fn utf8_fault(row: &[u8], error: std::str::Utf8Error) -> Diagnostic {
    let at = error.valid_up_to();
    let len = error.error_len().unwrap_or(row.len() - at);
    let found: String = row.iter().skip(at).take(len).map(|byte| format!("\\x{byte:02X}")).collect();
    Diagnostic::error("CSV-UTF8", ByteSpan::new(at as u64, len as u64), "", "UTF-8 text", &found)
}

/// The diagnostic of a row longer than the limit, whose bytes are not kept.
pub(crate) fn too_long(len: u64) -> Diagnostic {
    let expected = format!("a row of at most {} bytes", crate::ROW_BYTES_MAX);
    Diagnostic::error("CSV-LENGTH", ByteSpan::new(0, len), "", expected, &format!("{len} bytes"))
}
