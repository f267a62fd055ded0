//! Patterns of `matches`, in the syntax of RE2 that CEL prescribes.

use super::Fault;

/// Largest compiled pattern, in bytes.
const PATTERN_BYTES_MAX: usize = 1 << 20;

/// A compiled pattern; it matches anywhere in a text unless it is anchored.
#[derive(Debug, Clone)]
pub struct Pattern(regex::Regex);

impl Pattern {
    pub(crate) fn compile(pattern: &str) -> Result<Pattern, Fault> {
        let compiled =
            regex::RegexBuilder::new(&ascii_classes(pattern)).size_limit(PATTERN_BYTES_MAX).build();
        compiled.map(Pattern).map_err(|error| {
            let said = error.to_string();
            let said = said.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
            Fault { start: 0, len: 0, text: format!("this is not a pattern of RE2: {said}") }
        })
    }

    /// Whether the pattern is found in a text.
    pub fn is_match(&self, text: &str) -> bool {
        self.0.is_match(text)
    }
}

/// The classes `\s`, `\d` and `\w` are those of ASCII in RE2, and not in the crate that matches.
fn ascii_classes(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut in_class = false;
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match (chars.next(), in_class) {
                (Some('s'), false) => out.push_str(r"[\t\n\x0C\r ]"),
                (Some('s'), true) => out.push_str(r"\t\n\x0C\r "),
                (Some('S'), false) => out.push_str(r"[^\t\n\x0C\r ]"),
                (Some('d'), false) => out.push_str("[0-9]"),
                (Some('d'), true) => out.push_str("0-9"),
                (Some('D'), false) => out.push_str("[^0-9]"),
                (Some('w'), false) => out.push_str("[0-9A-Za-z_]"),
                (Some('w'), true) => out.push_str("0-9A-Za-z_"),
                (Some('W'), false) => out.push_str("[^0-9A-Za-z_]"),
                (Some(other), _) => out.extend(['\\', other]),
                (None, _) => out.push('\\'),
            },
            '[' if !in_class => {
                in_class = true;
                out.push(c);
                // A bracket that closes nothing yet belongs to the class.
                let mut rest = chars.clone();
                let mut first = rest.next();
                if first == Some('^') {
                    out.push('^');
                    chars.next();
                    first = rest.next();
                }
                if first == Some(']') {
                    out.push_str(r"\]");
                    chars.next();
                }
            }
            // In a class it stands for itself in RE2, unless it begins a named class.
            '[' if !chars.as_str().starts_with(':') => out.push_str(r"\["),
            '[' => match chars.as_str().split_once(":]") {
                Some((name, rest)) => {
                    out.extend(["[", name, ":]"]);
                    chars = rest.chars();
                }
                None => out.push_str(r"\["),
            },
            ']' => {
                in_class = false;
                out.push(c);
            }
            '&' | '~' if in_class => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}
