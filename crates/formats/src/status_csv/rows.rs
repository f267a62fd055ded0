//! Rows of the canonical CSV, as their bytes arrive. The hot path of the project.

use super::columns::Columns;
use super::fields::{FieldReader, StatusFields};
use super::read::header;
use crate::ROW_BYTES_MAX;
use crate::csv::{
    Quotes, Row, RowEnd, Rows, Scratch, Separators, find_row_end, row_fault, split, split_plain, too_long,
    utf8_fault,
};
use memchr::{memchr2, memrchr};
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::provenance::ByteSpan;

/// Bytes that are looked at together for quotes and for what is not UTF-8: few enough that they stay near.
const WINDOW_BYTES: usize = 64 << 10;

/// One row, as fields or with the reasons why it has none.
#[derive(Debug, Clone, PartialEq)]
pub struct StatusLine<'r> {
    /// The row's bytes within the whole input, without line end.
    pub span: ByteSpan,
    /// The same bytes; empty when the row is longer than [`ROW_BYTES_MAX`].
    pub bytes: &'r [u8],
    /// What was understood; `None` for a row that is refused.
    pub fields: Option<StatusFields<'r>>,
    /// At least one of severity error when there are no fields.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reader of one file. The first row that is not blank is the header; blank lines are no messages.
#[derive(Debug, Clone)]
pub struct StatusRows {
    rows: Rows,
    columns: Option<Columns>,
    scratch: Scratch,
    warn: bool,
}

impl StatusRows {
    /// A reader that has seen nothing. With `warn`, rows that are accepted say what is odd in them.
    pub fn new(warn: bool) -> StatusRows {
        StatusRows { rows: Rows::new(b','), columns: None, scratch: Scratch::default(), warn }
    }

    /// Whether the header has been read. From then on a copy of the reader reads any whole rows of the same file.
    pub fn has_header(&self) -> bool {
        self.columns.is_some()
    }

    /// Consumes the header, and no row behind it. Contract as [`crate::Reader::read`], whose byte order mark the
    /// caller has taken away.
    pub fn read_header(&mut self, input: &[u8], offset: u64, at_end: bool) -> usize {
        let mut pos = 0;
        while self.columns.is_none() {
            if !self.slow_row(input, offset, at_end, &mut pos, &mut |_| {}) {
                break;
            }
        }
        pos
    }

    /// Consumes what rows it can. Contract as [`crate::Reader::read`], whose byte order mark the caller has taken away.
    pub fn read(
        &mut self,
        input: &[u8],
        offset: u64,
        at_end: bool,
        sink: &mut impl FnMut(StatusLine<'_>),
    ) -> usize {
        let mut pos = 0;
        loop {
            let rest = input.get(pos..).unwrap_or_default();
            let window = rest.get(..WINDOW_BYTES).unwrap_or(rest);
            let front = memrchr(b'\n', window).and_then(|last| window.get(..=last));
            let plain = front
                .filter(|front| memchr2(b'"', 0, front).is_none() && !self.rows.is_skipping())
                .and_then(|front| std::str::from_utf8(front).ok());
            match (plain, front) {
                (Some(text), _) if self.columns.is_some() => {
                    self.plain_rows(text, offset + pos as u64, sink);
                    pos += text.len();
                }
                (_, Some(front)) => {
                    let end = pos + front.len();
                    while pos < end {
                        if !self.slow_row(input, offset, at_end, &mut pos, sink) {
                            return pos;
                        }
                    }
                }
                (_, None) => {
                    if !self.slow_row(input, offset, at_end, &mut pos, sink) {
                        return pos;
                    }
                }
            }
        }
    }

    /// Rows without quotes, NUL bytes and what is not UTF-8, each with its line feed.
    fn plain_rows(&mut self, text: &str, offset: u64, sink: &mut impl FnMut(StatusLine<'_>)) {
        let Some(columns) = &self.columns else { return };
        let mut separators = Separators::new(text.as_bytes(), b',');
        let mut start = 0;
        while start < text.len() {
            let (cells, next) = split_plain(text, start, &mut separators, &mut self.scratch);
            let bytes = cells.row().as_bytes();
            if !bytes.is_empty() {
                let span = ByteSpan::new(offset + start as u64, bytes.len() as u64);
                let mut reader =
                    FieldReader { cells, diagnostics: Vec::new(), warn: self.warn, refused: false };
                let fields = reader.fields(columns);
                sink(StatusLine { span, bytes, fields, diagnostics: reader.diagnostics });
            }
            start = next;
        }
    }

    /// The next row, whatever it holds. False when the rest holds no whole row.
    fn slow_row(
        &mut self,
        input: &[u8],
        offset: u64,
        at_end: bool,
        pos: &mut usize,
        sink: &mut impl FnMut(StatusLine<'_>),
    ) -> bool {
        let Some(row) = self.rows.next(input, offset, at_end, pos) else { return false };
        match row {
            Row::Line(_, [], _) => {}
            Row::Line(start, bytes, quotes) => match &self.columns {
                Some(columns) => sink(read_row(columns, start, bytes, quotes, self.warn, &mut self.scratch)),
                None => self.columns = Some(Columns::of(&header(bytes, b',', quotes, &mut self.scratch))),
            },
            Row::TooLong(start, len) => sink(overlong(start, len)),
        }
        true
    }
}

/// The line of a row beyond [`ROW_BYTES_MAX`], whose bytes are not kept.
fn overlong(start: u64, len: u64) -> StatusLine<'static> {
    let span = ByteSpan::new(start, len);
    StatusLine { span, bytes: &[], fields: None, diagnostics: vec![too_long(len)] }
}

fn read_row<'r>(
    columns: &Columns,
    start: u64,
    bytes: &'r [u8],
    quotes: Quotes,
    warn: bool,
    scratch: &'r mut Scratch,
) -> StatusLine<'r> {
    let span = ByteSpan::new(start, bytes.len() as u64);
    let refused = |fault| StatusLine { span, bytes, fields: None, diagnostics: vec![fault] };
    if let Some(fault) = row_fault(bytes, quotes) {
        return refused(fault);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return refused(utf8_fault(bytes, error)),
    };
    let cells = split(text, b',', quotes, scratch);
    let mut reader = FieldReader { cells, diagnostics: Vec::new(), warn, refused: false };
    if quotes == Quotes::Bare {
        let whole = ByteSpan::new(0, bytes.len() as u64);
        let expected = "quotes only around a whole cell, doubled inside";
        reader.diagnostics.push(Diagnostic::warning("CSV-QUOTE", whole, "", expected, text));
    }
    let fields = reader.fields(columns);
    StatusLine { span, bytes, fields, diagnostics: reader.diagnostics }
}

/// Cuts an input into blocks of whole rows that may be read apart, by copies of one [`StatusRows`].
#[derive(Debug, Clone)]
pub struct RowBlocks {
    rows: Rows,
}

/// What [`RowBlocks::cut`] found at the front of an input.
#[derive(Debug, PartialEq)]
pub struct Block {
    /// So many bytes are whole rows.
    pub rows_len: usize,
    /// So many bytes, those rows included, are done with.
    pub consumed: usize,
    /// A row behind them that was streamed past.
    pub overlong: Option<StatusLine<'static>>,
}

impl Default for RowBlocks {
    fn default() -> RowBlocks {
        RowBlocks { rows: Rows::new(b',') }
    }
}

impl RowBlocks {
    /// Finds whole rows at the front of `input`, which starts at byte `offset` of the whole input. When it consumes
    /// nothing the caller must offer more bytes; it never asks for more than [`ROW_BYTES_MAX`] and one byte.
    pub fn cut(&mut self, input: &[u8], offset: u64, at_end: bool) -> Block {
        let whole = |rows_len: usize| Block { rows_len, consumed: rows_len, overlong: None };
        if !self.rows.is_skipping() && memchr2(b'"', 0, input).is_none() {
            match memrchr(b'\n', input) {
                _ if at_end => return whole(input.len()),
                Some(last) => return whole(last + 1),
                None if input.len() <= ROW_BYTES_MAX => return whole(0),
                None => {}
            }
        }
        let mut pos = 0;
        while !self.rows.is_skipping()
            && let rest = input.get(pos..).unwrap_or_default()
            && let RowEnd::At(end, _) = find_row_end(rest, b',', at_end)
            && !rest.is_empty()
        {
            pos += (end + 1).min(rest.len());
        }
        if pos > 0 {
            return whole(pos);
        }
        let overlong = match self.rows.next(input, offset, at_end, &mut pos) {
            Some(Row::TooLong(start, len)) => Some(overlong(start, len)),
            _ => None,
        };
        Block { rows_len: 0, consumed: pos, overlong }
    }
}
