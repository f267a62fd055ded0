//! Reading a filter, with the bytes of everything that is wrong in it.

use super::keys::{self, KEYS, Kind};
use super::{Filter, Key, Op, Term, Test, Value, When};
use crate::error::FilterFault;
use crate::near::nearest;
use std::collections::BTreeMap;
use tidewaiter_model::reason::Indicator;
use tidewaiter_model::time::UtcTime;

/// Longest filter, bytes.
pub const FILTER_BYTES_MAX: usize = 4_000;
/// Most terms.
pub const TERMS_MAX: usize = 64;
/// Most values of one term.
pub const VALUES_MAX: usize = 256;
/// Largest number, either side of zero.
const NUMBER_MAX: f64 = 1e15;
/// Furthest relative time, in its unit.
const RELATIVE_MAX: i64 = 100_000;

struct Parser<'t> {
    text: &'t str,
    at: usize,
    faults: Vec<FilterFault>,
}

/// A piece of text without its quotes, and its bytes.
struct Piece {
    text: String,
    start: usize,
    end: usize,
    quoted: bool,
}

/// Reads a filter.
///
/// # Errors
/// Everything that is wrong, each with its characters and, where there is one, the nearest right word.
pub fn parse(text: &str) -> Result<Filter, Vec<FilterFault>> {
    read(text).map_err(|mut faults| {
        let characters = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
        for fault in &mut faults {
            (fault.start, fault.end) = (characters(fault.start), characters(fault.end));
        }
        faults
    })
}

/// The same with faults by their bytes.
fn read(text: &str) -> Result<Filter, Vec<FilterFault>> {
    if text.len() > FILTER_BYTES_MAX {
        return Err(vec![fault((0, text.len()), "too_long", &[("most", &FILTER_BYTES_MAX.to_string())])]);
    }
    let mut parser = Parser { text, at: 0, faults: Vec::new() };
    let mut filter = Filter::default();
    while parser.skip_blanks() {
        let start = parser.at;
        let test = parser.term();
        let span = (start, parser.at);
        if filter.terms.len() >= TERMS_MAX {
            parser.fault(span, "too_many_terms", &[("most", &TERMS_MAX.to_string())]);
            break;
        }
        if let Some((negated, test)) = test {
            filter.terms.push(Term { negated, test, span });
        }
    }
    if parser.faults.is_empty() { Ok(filter) } else { Err(parser.faults) }
}

fn fault((start, end): (usize, usize), code: &'static str, params: &[(&'static str, &str)]) -> FilterFault {
    let params: BTreeMap<&'static str, String> =
        params.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    FilterFault { start, end, code, params, text: String::new() }
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn advance(&mut self, c: char) {
        self.at += c.len_utf8();
    }

    fn fault(&mut self, span: (usize, usize), code: &'static str, params: &[(&'static str, &str)]) {
        self.faults.push(fault(span, code, params));
    }

    /// Whether anything follows.
    fn skip_blanks(&mut self) -> bool {
        while let Some(c) = self.peek().filter(|c| c.is_whitespace()) {
            self.advance(c);
        }
        self.at < self.text.len()
    }

    fn term(&mut self) -> Option<(bool, Test)> {
        let rest = self.rest();
        let negated = rest.starts_with('-') && rest.chars().nth(1).is_some_and(|c| !c.is_whitespace());
        if negated {
            self.advance('-');
        }
        let name: String = self.rest().chars().take_while(|c| c.is_ascii_alphabetic() || *c == '_').collect();
        let after = self.rest().get(name.len()..).and_then(|rest| rest.chars().next());
        if name.is_empty() || !matches!(after, Some(':' | '=' | '<' | '>')) {
            let piece = self.piece(char::is_whitespace)?;
            return Some((negated, Test::Anywhere(piece.text.to_uppercase())));
        }
        let name_span = (self.at, self.at + name.len());
        self.at = name_span.1;
        let (op, op_span) = self.operator();
        let Some(key) = keys::find(&name) else {
            let near = nearest(&name, KEYS.iter().map(|key| key.name)).unwrap_or_default();
            self.fault(name_span, "unknown_key", &[("found", &name), ("nearest", near)]);
            self.values(|_, _| None);
            return None;
        };
        if op != Op::Is && !key.is_ordered() {
            self.fault(op_span, "bad_operator", &[("found", op.as_str()), ("key", key.name)]);
        }
        let values = self.values(|parser, piece| parser.value(key, piece));
        if values.len() > VALUES_MAX {
            self.fault((name_span.0, self.at), "too_many_values", &[("most", &VALUES_MAX.to_string())]);
            return None;
        }
        if op != Op::Is && values.len() > 1 {
            let found = self.text.get(op_span.1..self.at).unwrap_or_default().to_owned();
            let params = [("found", found.as_str()), ("key", key.name), ("expected", "one value")];
            self.fault((name_span.0, self.at), "bad_value", &params);
            return None;
        }
        (!values.is_empty()).then_some((negated, Test::Field { key, op, values }))
    }

    fn operator(&mut self) -> (Op, (usize, usize)) {
        let start = self.at;
        let (op, len) = match self.rest().as_bytes() {
            [b'>', b'=', ..] => (Op::AtLeast, 2),
            [b'<', b'=', ..] => (Op::AtMost, 2),
            [b'>', ..] => (Op::Above, 1),
            [b'<', ..] => (Op::Below, 1),
            _ => (Op::Is, 1),
        };
        self.at += len;
        (op, (start, self.at))
    }

    /// The values after an operator, each read by `read`, until a blank.
    fn values(&mut self, mut read: impl FnMut(&mut Self, &Piece) -> Option<Value>) -> Vec<Value> {
        let mut values = Vec::new();
        loop {
            if let Some(piece) = self.piece(|c| c.is_whitespace() || c == ',') {
                values.extend(read(self, &piece));
            }
            if self.peek() != Some(',') {
                return values;
            }
            self.advance(',');
        }
    }

    /// A quoted text, or characters up to one that ends it. Nothing there is a fault.
    fn piece(&mut self, ends: impl Fn(char) -> bool) -> Option<Piece> {
        let start = self.at;
        let quoted = self.peek() == Some('"');
        let text = if quoted { self.quoted_text()? } else { self.plain_text(ends) };
        let end = self.at;
        if text.trim().is_empty() {
            self.fault((start, end), "missing_value", &[]);
            return None;
        }
        Some(Piece { text, start, end, quoted })
    }

    fn plain_text(&mut self, ends: impl Fn(char) -> bool) -> String {
        let text: String = self.rest().chars().take_while(|c| !ends(*c)).collect();
        self.at += text.len();
        text
    }

    fn quoted_text(&mut self) -> Option<String> {
        let start = self.at;
        self.advance('"');
        let mut text = String::new();
        while let Some(c) = self.peek() {
            self.advance(c);
            match c {
                '"' => return Some(text),
                '\\' => {
                    let Some(escaped) = self.peek() else { break };
                    self.advance(escaped);
                    text.push(escaped);
                }
                c => text.push(c),
            }
        }
        self.fault((start, self.text.len()), "unclosed_quote", &[]);
        None
    }

    fn value(&mut self, key: &'static Key, piece: &Piece) -> Option<Value> {
        let text = piece.text.trim();
        let upper = || Some(Value::Text(text.to_uppercase()));
        let shaped = |holds: bool| holds.then(upper).flatten();
        let alphanumeric = text.chars().all(|c| c.is_ascii_alphanumeric());
        let (value, expected) = match key.kind {
            Kind::Text | Kind::Code => (upper(), ""),
            Kind::Country => {
                let letters = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
                (shaped(letters), "two letters of a country")
            }
            Kind::Place => (shaped(alphanumeric && text.len() >= 2), "a country, port area or place"),
            Kind::Indicator => (self.indicator(text), "the code of an indicator"),
            Kind::HsCode => {
                let digits = text.bytes().all(|byte| byte.is_ascii_digit()) && (2..=10).contains(&text.len());
                (shaped(digits), "two to ten digits")
            }
            Kind::Number => (number(text).map(Value::Number), "a number"),
            Kind::Date => (when(text).map(Value::When), "a day such as 2026-06-01, `today`, `+3d` or `-12h`"),
            Kind::Choice(_) | Kind::Finding | Kind::Flag => (choice(key, text), "one of its words"),
        };
        if value.is_none() {
            let near = self.nearest_value(key, text);
            let params = [("found", text), ("key", key.name), ("nearest", &near), ("expected", expected)];
            self.fault((piece.start, piece.end), "bad_value", &params);
        }
        debug_assert!(piece.quoted || !text.contains(char::is_whitespace));
        value
    }

    /// A whole code such as `RT-TS`, or the beginning that a family shares, `RT`.
    fn indicator(&self, text: &str) -> Option<Value> {
        let upper = text.to_uppercase();
        let known = Indicator::ALL.iter().any(|indicator| {
            let code = indicator.code();
            code == upper || code.split('-').next() == Some(upper.as_str())
        });
        known.then_some(Value::Text(upper))
    }

    fn nearest_value(&self, key: &Key, text: &str) -> String {
        let codes = || Indicator::ALL.iter().map(|indicator| indicator.code());
        let near = match key.kind {
            Kind::Indicator => nearest(text, codes()),
            _ => nearest(text, key.choices().into_iter()),
        };
        near.unwrap_or_default().to_owned()
    }
}

fn choice(key: &Key, text: &str) -> Option<Value> {
    let asked = match (key.kind, text.to_lowercase().as_str()) {
        (Kind::Flag, "true" | "1") => "yes".to_owned(),
        (Kind::Flag, "false" | "0") => "no".to_owned(),
        (_, lower) => lower.to_owned(),
    };
    key.choices().into_iter().find(|word| *word == asked).map(Value::Word)
}

/// A number, with `k` or `m` behind it a thousand or a million times as much.
fn number(text: &str) -> Option<f64> {
    let lower = text.to_ascii_lowercase();
    let (digits, times) = match (lower.strip_suffix('k'), lower.strip_suffix('m')) {
        (Some(digits), _) => (digits, 1e3),
        (_, Some(digits)) => (digits, 1e6),
        _ => (lower.as_str(), 1.0),
    };
    let shaped = digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'));
    let number: f64 = digits.parse().ok().filter(|_| shaped)?;
    // Minus zero is written as zero, so that a filter reads back as itself.
    Some(number * times + 0.0).filter(|number| number.is_finite() && number.abs() <= NUMBER_MAX)
}

fn when(text: &str) -> Option<When> {
    let lower = text.to_ascii_lowercase();
    match lower.as_str() {
        "today" => return Some(When::FromToday(0)),
        "tomorrow" => return Some(When::FromToday(1)),
        "yesterday" => return Some(When::FromToday(-1)),
        "now" => return Some(When::FromNow(0)),
        _ => {}
    }
    if lower.starts_with(['+', '-']) {
        let (digits, unit) = lower.split_at_checked(lower.len() - 1)?;
        let steps: i64 = digits.parse().ok().filter(|steps: &i64| steps.abs() <= RELATIVE_MAX)?;
        return match unit {
            "d" => Some(When::FromToday(steps)),
            "h" => Some(When::FromNow(steps)),
            _ => None,
        };
    }
    if text.len() == 10 {
        return format!("{text}T00:00:00Z").parse().ok().map(|time: UtcTime| When::Day(time.day_number()));
    }
    text.to_uppercase().parse().ok().map(When::Instant)
}
