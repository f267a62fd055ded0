//! Writing a filter back: what is written reads as the same filter.

use super::{Filter, Term, Test, Value, When};
use std::fmt;
use tidewaiter_model::time::UtcTime;

const SECONDS_PER_DAY: i64 = 86_400;

/// A text as a value: in quotes unless it can only be read as itself.
pub(crate) fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '/');
    let inner = |c: char| is_plain(c) || c == '-';
    if text.starts_with(is_plain) && text.chars().all(inner) {
        return text.to_owned();
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            When::Day(day) => {
                f.write_str(&UtcTime::from_seconds(day.saturating_mul(SECONDS_PER_DAY)).date_text())
            }
            When::Instant(time) => time.fmt(f),
            When::FromToday(0) => f.write_str("today"),
            When::FromToday(days) => write!(f, "{days:+}d"),
            When::FromNow(0) => f.write_str("now"),
            When::FromNow(hours) => write!(f, "{hours:+}h"),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Text(text) => f.write_str(&quoted(text)),
            Value::Number(number) => write!(f, "{number}"),
            Value::When(when) => when.fmt(f),
            Value::Word(word) => f.write_str(word),
        }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negated {
            f.write_str("-")?;
        }
        match &self.test {
            Test::Anywhere(word) => f.write_str(&quoted(word)),
            Test::Field { key, op, values } => {
                write!(f, "{}{}", key.name, op.as_str())?;
                for (place, value) in values.iter().enumerate() {
                    if place > 0 {
                        f.write_str(",")?;
                    }
                    value.fmt(f)?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, term) in self.terms.iter().enumerate() {
            if place > 0 {
                f.write_str(" ")?;
            }
            term.fmt(f)?;
        }
        Ok(())
    }
}
