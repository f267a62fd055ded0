//! Small things that several commands print alike.

use tidewaiter_server::words::{Words, is_isolation};

/// Cells in columns, each as wide as its widest cell: the first to the left, the others to the right.
pub(super) struct Table<'a> {
    widths_min: &'a [usize],
    rows: Vec<Vec<String>>,
}

impl<'a> Table<'a> {
    /// A table whose columns are at least so wide, under a heading.
    pub(super) fn new(widths_min: &'a [usize], heading: Vec<String>) -> Table<'a> {
        Table { widths_min, rows: vec![heading] }
    }

    /// Adds a line of cells; there may be more of them than the heading has.
    pub(super) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// The table as lines behind `indent`.
    pub(super) fn text(&self, indent: &str, words: &Words) -> String {
        let width = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column)).map(|cell| shown(cell));
            cells.chain(self.widths_min.get(column).copied()).max().unwrap_or(0)
        };
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns).map(width).collect();
        let mut out = String::new();
        for row in &self.rows {
            out.push_str(indent);
            out.push_str(columns_start(words));
            let last = row.len().saturating_sub(1);
            for (column, cell) in row.iter().enumerate() {
                let width = widths.get(column).copied().unwrap_or(0);
                let blanks = " ".repeat(width.saturating_sub(shown(cell)));
                let cell = words.isolated(cell);
                match column {
                    0 if column == last => out.push_str(&cell),
                    0 => out.extend([cell.as_str(), &blanks]),
                    _ => out.extend([" ", &blanks, &cell]),
                }
            }
            out.push('\n');
        }
        out
    }
}

/// A name from outside, safe to print.
pub(super) fn printable_path(name: &str) -> String {
    tidewaiter_server::words::printable(name)
}

/// `text` in lines of at most `width` characters, broken at blanks, the second and later lines behind `indent`. An
/// isolated piece that a line's end cuts in two is closed before it and opened again behind it.
pub(super) fn wrapped(text: &str, width: usize, indent: &str) -> String {
    let mut out = String::new();
    let mut length = 0;
    let mut open: Vec<char> = Vec::new();
    for word in text.split(' ') {
        let word_length = shown(word);
        if length > 0 && length + 1 + word_length > width {
            out.extend(open.iter().map(|_| ISOLATION_ENDS));
            out.push('\n');
            out.push_str(indent);
            out.extend(&open);
            length = 0;
        } else if length > 0 {
            out.push(' ');
            length += 1;
        }
        out.push_str(word);
        length += word_length;
        for mark in word.chars().filter(|c| is_isolation(*c)) {
            if mark == ISOLATION_ENDS {
                open.pop();
            } else {
                open.push(mark);
            }
        }
    }
    out
}

/// Characters that take a place on the line.
pub(super) fn shown(text: &str) -> usize {
    text.chars().filter(|c| !is_isolation(*c)).count()
}

/// What a line of columns begins with: they run from left to right in every language, whatever their cells say (LRM).
pub(super) fn columns_start(words: &Words) -> &'static str {
    if words.language().right_to_left() { "\u{200e}" } else { "" }
}

/// A label in a column of `width` characters, behind which a value stands.
pub(super) fn labelled(label: &str, width: usize, words: &Words) -> String {
    let blanks = " ".repeat(width.saturating_sub(shown(label)));
    format!("{}{}{blanks}", columns_start(words), words.isolated(label))
}

/// PDI, which ends the isolation that was begun last.
const ISOLATION_ENDS: char = '\u{2069}';

#[cfg(test)]
mod tests {
    use super::*;
    use tidewaiter_server::words::Language;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let cells = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let mut table = Table::new(&[4, 6], cells(&["a", "b", "long heading"]));
        table.row(cells(&["longer", "1", "2", "← here"]));
        let english = Words::load(Language::English).unwrap();
        assert_eq!(
            table.text("  ", &english),
            "  a           b long heading\n  longer      1            2 ← here\n"
        );
        let arabic = Words::load(Language::Arabic).unwrap();
        assert!(table.text("", &arabic).lines().all(|line| line.starts_with('\u{200e}')));
    }

    #[test]
    fn lines_break_at_blanks_and_isolations_hold_on_every_line() {
        for (text, expected) in [
            ("one two three", "one two\n  three"),
            (
                "a\u{2068}b\u{2069}c \u{2068}d e\u{2069}f",
                "a\u{2068}b\u{2069}c \u{2068}d\u{2069}\n  \u{2068}e\u{2069}f",
            ),
            ("longerthanaline", "longerthanaline"),
            ("", ""),
        ] {
            let width = if text.starts_with('a') { 5 } else { 8 };
            assert_eq!(wrapped(text, width, "  "), expected, "{text}");
        }
    }
}
