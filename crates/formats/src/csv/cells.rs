//! A row cut into cells.

use super::{Quotes, Separators};
use std::borrow::Cow;
use tidewaiter_model::provenance::ByteSpan;

/// Reused between rows so that a plain row allocates nothing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scratch {
    bounds: Vec<(u32, u32)>,
    /// Cells whose text differs from their bytes because of doubled quotes.
    unescaped: Vec<(usize, String)>,
}

/// The cells of one row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cells<'a, 's> {
    row: &'a str,
    scratch: &'s Scratch,
}

/// Cuts the row at the front of `text`, which holds no quotes, where `separators` finds that its cells and the row
/// itself end; `start` is where the row begins. Gives the row without line end and where the next one begins.
#[inline]
pub(crate) fn split_plain<'a, 's>(
    text: &'a str,
    start: usize,
    separators: &mut Separators<'_>,
    scratch: &'s mut Scratch,
) -> (Cells<'a, 's>, usize) {
    scratch.bounds.clear();
    scratch.unescaped.clear();
    let bytes = text.as_bytes();
    let mut cell = start;
    let (end, next) = loop {
        match separators.next() {
            Some(at) if bytes.get(at) != Some(&b'\n') => {
                scratch.bounds.push(((cell - start) as u32, (at - start) as u32));
                cell = at + 1;
            }
            Some(at) => break (at, at + 1),
            None => break (bytes.len(), bytes.len()),
        }
    };
    let end = if end > cell && bytes.get(end - 1) == Some(&b'\r') { end - 1 } else { end };
    scratch.bounds.push(((cell - start) as u32, (end - start) as u32));
    (Cells { row: text.get(start..end).unwrap_or_default(), scratch }, next)
}

/// Cuts `row` at `separator`. Quotes as [`super::Rows`] found them.
#[inline]
pub(crate) fn split<'a, 's>(
    row: &'a str,
    separator: u8,
    quotes: Quotes,
    scratch: &'s mut Scratch,
) -> Cells<'a, 's> {
    scratch.bounds.clear();
    scratch.unescaped.clear();
    if quotes == Quotes::None {
        let mut start = 0;
        // A row is at most 1 MiB long, so its offsets fit.
        for (at, byte) in row.bytes().enumerate() {
            if byte == separator {
                scratch.bounds.push((start, at as u32));
                start = at as u32 + 1;
            }
        }
        scratch.bounds.push((start, row.len() as u32));
    } else {
        split_quoted(row, separator, scratch);
    }
    Cells { row, scratch }
}

fn split_quoted(row: &str, separator: u8, scratch: &mut Scratch) {
    let bytes = row.as_bytes();
    let mut start = 0;
    loop {
        let end = match quoted_cell(bytes, separator, start) {
            Some(close) => {
                let inner = row.get(start + 1..close).unwrap_or_default();
                if inner.contains("\"\"") {
                    scratch.unescaped.push((scratch.bounds.len(), inner.replace("\"\"", "\"")));
                }
                scratch.bounds.push((start as u32 + 1, close as u32));
                close + 1
            }
            None => {
                let rest = bytes.get(start..).unwrap_or_default();
                let end = start + memchr::memchr(separator, rest).unwrap_or(rest.len());
                scratch.bounds.push((start as u32, end as u32));
                end
            }
        };
        if end >= bytes.len() {
            return;
        }
        start = end + 1;
    }
}

/// The closing quote of a properly quoted cell that begins at `start`.
fn quoted_cell(bytes: &[u8], separator: u8, start: usize) -> Option<usize> {
    if bytes.get(start) != Some(&b'"') {
        return None;
    }
    let mut at = start + 1;
    loop {
        at += memchr::memchr(b'"', bytes.get(at..)?)?;
        match bytes.get(at + 1) {
            Some(b'"') => at += 2,
            None => return Some(at),
            Some(byte) if *byte == separator => return Some(at),
            Some(_) => return None,
        }
    }
}

impl<'a, 's> Cells<'a, 's> {
    /// The row's bytes.
    #[inline]
    pub(crate) fn row(&self) -> &'a str {
        self.row
    }

    #[cold]
    fn unescaped(&self, index: usize) -> Option<&'s str> {
        self.scratch.unescaped.iter().find(|(number, _)| *number == index).map(|(_, text)| text.as_str())
    }

    /// The text of a cell without blanks around it, for as long as the next row is not cut; empty for a cell that
    /// does not exist.
    #[inline(always)]
    pub(crate) fn shared(&self, index: usize) -> &'s str
    where
        'a: 's,
    {
        if !self.scratch.unescaped.is_empty()
            && let Some(text) = self.unescaped(index)
        {
            return text.trim_ascii();
        }
        let text = self.raw(index);
        let outer = text.as_bytes().first().zip(text.as_bytes().last());
        match outer {
            // Nothing to take away: the usual case.
            Some((first, last)) if *first > b' ' && *last > b' ' => text,
            _ => text.trim_ascii(),
        }
    }

    /// How many cells there are.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.scratch.bounds.len()
    }

    /// The text of a cell without blanks around it; empty for a cell that does not exist.
    #[inline]
    pub(crate) fn text(&self, index: usize) -> Cow<'a, str> {
        if !self.scratch.unescaped.is_empty()
            && let Some((_, text)) = self.scratch.unescaped.iter().find(|(number, _)| *number == index)
        {
            return Cow::Owned(text.trim_ascii().to_owned());
        }
        Cow::Borrowed(self.raw(index).trim_ascii())
    }

    /// The bytes of a cell as they stand, without enclosing quotes.
    #[inline(always)]
    pub(crate) fn raw(&self, index: usize) -> &'a str {
        let (start, end) = self.scratch.bounds.get(index).copied().unwrap_or_default();
        self.row.get(start as usize..end as usize).unwrap_or_default()
    }

    /// Where a cell's bytes stand in the row.
    pub(crate) fn span(&self, index: usize) -> ByteSpan {
        let (start, end) = self.scratch.bounds.get(index).copied().unwrap_or_default();
        ByteSpan::new(u64::from(start), u64::from(end.saturating_sub(start)))
    }

    /// All cells as owned texts.
    pub(crate) fn to_vec(self) -> Vec<String> {
        (0..self.len()).map(|index| self.text(index).into_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(row: &str, quotes: Quotes, expected: &[&str]) {
        let mut scratch = Scratch::default();
        assert_eq!(split(row, b',', quotes, &mut scratch).to_vec(), expected, "{row}");
    }

    #[test]
    fn rows_are_cut_into_cells() {
        check("a,b,,d", Quotes::None, &["a", "b", "", "d"]);
        check("", Quotes::None, &[""]);
        check("a, b ,c", Quotes::None, &["a", "b", "c"]);
        check("\"a,b\",\"c\"\"d\",e,\"\"", Quotes::Proper, &["a,b", "c\"d", "e", ""]);
        check("12\" pipe,\"x,y\"", Quotes::Bare, &["12\" pipe", "x,y"]);
        check("a,\"\",", Quotes::Proper, &["a", "", ""]);
    }
}
