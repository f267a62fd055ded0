//! Small things that several commands print alike.

use tidewaiter_server::words::is_isolation;

/// `1 file`, `2 files`.
pub(super) fn counted(count: u64, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
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
        let word_length = word.chars().filter(|c| !is_isolation(*c)).count();
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

/// PDI, which ends the isolation that was begun last.
const ISOLATION_ENDS: char = '\u{2069}';

#[cfg(test)]
mod tests {
    use super::*;

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
