//! Where rows begin and end, in a stream of blocks.

use crate::ROW_BYTES_MAX;
use memchr::{memchr, memchr2};

/// How quotes stand in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quotes {
    /// There are none: cells are what lies between separators.
    None,
    /// As RFC 4180 has them.
    Proper,
    /// A quote inside an unquoted cell, such as `12" pipe`: taken literally, and the row ends with its line.
    Bare,
    /// A quoted cell that is not closed, or closed in front of something else than a separator.
    Broken,
}

/// One row.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Row<'a> {
    /// Its offset in the whole input, its bytes without line end, its quotes.
    Line(u64, &'a [u8], Quotes),
    /// Offset and length of a row that was streamed past.
    TooLong(u64, u64),
}

/// Finds rows. Keeps nothing of the input but where an overlong row began.
#[derive(Debug, Clone)]
pub(crate) struct Rows {
    separator: u8,
    skipped: Option<Skipped>,
}

#[derive(Debug, Clone, Copy)]
struct Skipped {
    start: u64,
    last: u8,
}

/// Where the row at the front of a window ends.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum RowEnd {
    /// At this line feed, or at the end of the input.
    At(usize, Quotes),
    /// Not in sight: more bytes are needed.
    NotYet,
    /// Beyond the limit.
    TooFar,
}

impl Rows {
    pub(crate) fn new(separator: u8) -> Rows {
        Rows { separator, skipped: None }
    }

    /// Whether it is in the middle of a row that is streamed past.
    pub(crate) fn is_skipping(&self) -> bool {
        self.skipped.is_some()
    }

    /// The next row at `pos`, which moves past it. `None` when the rest holds no whole row.
    #[inline]
    pub(crate) fn next<'a>(
        &mut self,
        input: &'a [u8],
        offset: u64,
        at_end: bool,
        pos: &mut usize,
    ) -> Option<Row<'a>> {
        loop {
            if self.skipped.is_some() {
                return self.skip(input, offset, at_end, pos);
            }
            let rest = input.get(*pos..).unwrap_or_default();
            if rest.is_empty() {
                return None;
            }
            let start = offset + *pos as u64;
            match find_row_end(rest, self.separator, at_end) {
                RowEnd::At(end, quotes) => {
                    *pos += (end + 1).min(rest.len());
                    return Some(Row::Line(start, without_carriage_return(&rest[..end]), quotes));
                }
                RowEnd::NotYet => return None,
                RowEnd::TooFar => self.skipped = Some(Skipped { start, last: 0 }),
            }
        }
    }

    fn skip<'a>(&mut self, input: &[u8], offset: u64, at_end: bool, pos: &mut usize) -> Option<Row<'a>> {
        let skipped = self.skipped.as_mut()?;
        let rest = input.get(*pos..).unwrap_or_default();
        let line = memchr(b'\n', rest);
        let passed = &rest[..line.unwrap_or(rest.len())];
        skipped.last = passed.last().copied().unwrap_or(skipped.last);
        let end = offset + (*pos + passed.len()) as u64;
        *pos += passed.len() + usize::from(line.is_some());
        if line.is_none() && !at_end {
            return None;
        }
        let row = Row::TooLong(skipped.start, end - skipped.start - u64::from(skipped.last == b'\r'));
        self.skipped = None;
        Some(row)
    }
}

fn without_carriage_return(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// Finds the end of the row at the front of `rest`, whose bytes up to the line feed are at most
/// [`ROW_BYTES_MAX`]. The answer depends on the bytes of the row and the limit alone, never on how many bytes
/// happen to be at hand.
#[inline]
pub(crate) fn find_row_end(rest: &[u8], separator: u8, at_end: bool) -> RowEnd {
    let window = &rest[..rest.len().min(ROW_BYTES_MAX + 1)];
    let Some(at) = memchr2(b'\n', b'"', window) else {
        return without_line_feed(window, at_end, Quotes::None);
    };
    if window[at] == b'\n' {
        return RowEnd::At(at, Quotes::None);
    }
    let quotes = match scan_quotes(window, separator, at) {
        Scan::End(end) => return RowEnd::At(end, Quotes::Proper),
        Scan::Outside => return without_line_feed(window, at_end, Quotes::Proper),
        Scan::Inside if !at_end && window.len() <= ROW_BYTES_MAX => return RowEnd::NotYet,
        Scan::Inside | Scan::Broken => Quotes::Broken,
        Scan::Bare => Quotes::Bare,
    };
    // A quote that is never closed must not swallow the file: the row is its first line, and reading goes on
    // with the next. No input can make this scan the same bytes more than twice: with strict quotes, a scan that
    // starts one line later is outside quotes wherever this one was inside.
    match memchr(b'\n', window) {
        Some(end) => RowEnd::At(end, quotes),
        None => without_line_feed(window, at_end, quotes),
    }
}

fn without_line_feed(window: &[u8], at_end: bool, quotes: Quotes) -> RowEnd {
    if window.len() > ROW_BYTES_MAX {
        RowEnd::TooFar
    } else if at_end {
        RowEnd::At(window.len(), quotes)
    } else {
        RowEnd::NotYet
    }
}

enum Scan {
    /// The row's line feed.
    End(usize),
    /// The window ended outside quotes.
    Outside,
    /// The window ended inside quotes.
    Inside,
    Bare,
    Broken,
}

/// Follows the quotes of a row from its first one.
fn scan_quotes(window: &[u8], separator: u8, first: usize) -> Scan {
    let mut at = first;
    loop {
        if at > 0 && window[at - 1] != separator {
            return Scan::Bare;
        }
        at += 1;
        loop {
            let Some(next) = memchr(b'"', &window[at..]) else { return Scan::Inside };
            at += next + 1;
            match window.get(at) {
                Some(b'"') => at += 1,
                Some(byte) if *byte == separator => break,
                Some(b'\n') => return Scan::End(at),
                Some(b'\r') if window.get(at + 1) == Some(&b'\n') => return Scan::End(at + 1),
                Some(b'\r') if at + 1 == window.len() => return Scan::Outside,
                None => return Scan::Outside,
                Some(_) => return Scan::Broken,
            }
        }
        match memchr2(b'\n', b'"', &window[at..]) {
            None => return Scan::Outside,
            Some(next) if window[at + next] == b'\n' => return Scan::End(at + next),
            Some(next) => at += next,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(input: &[u8], block: usize) -> Vec<(u64, Option<Vec<u8>>, u64)> {
        let mut rows = Rows::new(b',');
        let mut found = Vec::new();
        let (mut consumed, mut available) = (0, 0);
        loop {
            available = (available + block).min(input.len());
            let at_end = available == input.len();
            let mut pos = 0;
            while let Some(row) = rows.next(&input[consumed..available], consumed as u64, at_end, &mut pos) {
                found.push(match row {
                    Row::Line(start, bytes, _) => (start, Some(bytes.to_vec()), bytes.len() as u64),
                    Row::TooLong(start, len) => (start, None, len),
                });
            }
            consumed += pos;
            if at_end {
                assert_eq!(consumed, input.len(), "everything is consumed at the end");
                return found;
            }
        }
    }

    fn check(input: &[u8], expected: &[&str]) {
        for block in [1, 2, 3, 7, 1 << 22] {
            let found: Vec<_> = rows(input, block).into_iter().map(|row| row.1.unwrap_or_default()).collect();
            let found: Vec<_> = found.iter().map(|row| String::from_utf8_lossy(row)).collect();
            assert_eq!(found, expected, "blocks of {block}");
        }
    }

    #[test]
    fn rows_end_where_rfc_4180_says() {
        check(b"a,b\r\nc,d", &["a,b", "c,d"]);
        check(b"a,\"b\nc\"\nd", &["a,\"b\nc\"", "d"]);
        check(b"\"a\"\"\n\"\"\",x\r\ny\n", &["\"a\"\"\n\"\"\",x", "y"]);
        check(b"a\n\nb\n", &["a", "", "b"]);
        check(b"a,\"b\"\r\nc", &["a,\"b\"", "c"]);
    }

    #[test]
    fn a_bad_quote_costs_one_line() {
        check(b"a,\"b\nc,d\ne,f\n", &["a,\"b", "c,d", "e,f"]);
        check(b"a,\"b\"x\nc,d\n", &["a,\"b\"x", "c,d"]);
        check(b"a,12\" pipe\nc,d\n", &["a,12\" pipe", "c,d"]);
    }

    #[test]
    fn overlong_rows_are_streamed_past() {
        let mut input = b"a\n".to_vec();
        input.extend(std::iter::repeat_n(b'x', ROW_BYTES_MAX + 1));
        input.extend_from_slice(b"\r\nb");
        let expected = vec![
            (0, Some(b"a".to_vec()), 1),
            (2, None, ROW_BYTES_MAX as u64 + 1),
            (ROW_BYTES_MAX as u64 + 5, Some(b"b".to_vec()), 1),
        ];
        for block in [1 << 16, (1 << 20) + 3, 1 << 22] {
            assert_eq!(rows(&input, block), expected);
        }
    }
}
