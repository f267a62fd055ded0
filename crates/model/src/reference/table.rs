//! Reading comma-separated text: the built-in tables and the user's areas file.

use std::borrow::Cow;

/// One row of comma-separated text.
pub(super) struct Row<'a> {
    /// Byte offset of the row in the text.
    pub(super) start: usize,
    /// The row's length in bytes, line end not included.
    pub(super) len: usize,
    /// The fields, quotes taken off (RFC 4180).
    pub(super) fields: Vec<Field<'a>>,
    /// Whether a quote was opened and never closed.
    pub(super) open_quote: bool,
}

/// One field of a row.
pub(super) struct Field<'a> {
    /// Byte offset of the field in the text, quote included.
    pub(super) start: usize,
    /// The field's length in bytes, quotes included.
    pub(super) len: usize,
    /// What it says, without blanks at either end.
    pub(super) text: Cow<'a, str>,
}

/// The rows of `text`; blank lines are left out. Lines may end in LF or CR LF; a quoted field may hold line ends.
pub(super) fn rows(text: &str) -> impl Iterator<Item = Row<'_>> {
    let mut at = usize::from(text.starts_with('\u{feff}')) * '\u{feff}'.len_utf8();
    std::iter::from_fn(move || {
        while at < text.len() {
            let row = read_row(text, &mut at);
            if row.fields.len() > 1 || row.fields.iter().any(|field| !field.text.is_empty()) {
                return Some(row);
            }
        }
        None
    })
}

fn read_row<'a>(text: &'a str, at: &mut usize) -> Row<'a> {
    let bytes = text.as_bytes();
    let start = *at;
    let mut row = Row { start, len: 0, fields: Vec::with_capacity(8), open_quote: false };
    loop {
        let field_start = *at;
        let mut quotes = 0;
        while let Some(byte) = bytes.get(*at) {
            match byte {
                b'"' => quotes += 1,
                b',' | b'\n' if quotes % 2 == 0 => break,
                _ => {}
            }
            *at += 1;
        }
        row.open_quote |= quotes % 2 == 1;
        let raw = text.get(field_start..*at).unwrap_or("");
        let raw = if bytes.get(*at) == Some(&b',') { raw } else { raw.strip_suffix('\r').unwrap_or(raw) };
        row.fields.push(Field { start: field_start, len: raw.len(), text: unquoted(raw, quotes) });
        let end = bytes.get(*at);
        if end != Some(&b',') {
            row.len = field_start + raw.len() - start;
            *at += usize::from(end.is_some());
            return row;
        }
        *at += 1;
    }
}

fn unquoted(raw: &str, quotes: usize) -> Cow<'_, str> {
    let raw = raw.trim();
    if quotes == 0 {
        return Cow::Borrowed(raw);
    }
    let inner = raw.strip_prefix('"').unwrap_or(raw);
    let inner = inner.strip_suffix('"').unwrap_or(inner);
    if inner.contains('"') { Cow::Owned(inner.replace("\"\"", "\"")) } else { Cow::Borrowed(inner.trim()) }
}

/// The fields of a row that has no quoted field, by position: what the built-in tables of numbers need.
pub(super) fn plain_fields(line: &str) -> impl Iterator<Item = &str> {
    line.split(',')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        rows(text).map(|row| row.fields.iter().map(|field| field.text.to_string()).collect()).collect()
    }

    #[test]
    fn rows_as_written() {
        for (text, expected) in [
            ("", vec![]),
            ("a,b\n1,2\n", vec![vec!["a", "b"], vec!["1", "2"]]),
            ("a,b\r\n1, 2 \r\n", vec![vec!["a", "b"], vec!["1", "2"]]),
            ("\u{feff}a\n\n\"x, \"\"y\"\"\nz\"", vec![vec!["a"], vec!["x, \"y\"\nz"]]),
            ("a,\n,", vec![vec!["a", ""], vec!["", ""]]),
            ("\"open", vec![vec!["open"]]),
        ] {
            assert_eq!(texts(text), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in ".*") {
            for row in rows(&text) {
                prop_assert!(text.get(row.start..row.start + row.len).is_some());
                for field in &row.fields {
                    prop_assert!(text.get(field.start..field.start + field.len).is_some());
                }
            }
        }
    }
}
