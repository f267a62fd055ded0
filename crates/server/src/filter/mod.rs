//! The filter language of the queue: words and terms such as `origin:CN reason:RT-TS value>50000 -lane:green`.
//!
//! Terms stand side by side and must all hold; `-` before a term turns it round; `a,b` means either. Bare words are
//! looked for in numbers, names and goods. What a filter may say is one table, [`keys::KEYS`], which parsing,
//! evaluation and the list of keys all read.

mod columns;
pub mod keys;
mod matches;
mod parse;
mod print;

pub use columns::Columns;
pub use keys::{Field, KEYS, Key, Kind};
pub use matches::Moment;
pub(crate) use matches::is_overdue;
pub use parse::{FILTER_BYTES_MAX, TERMS_MAX, VALUES_MAX, parse};
pub(crate) use print::quoted;

use tidewaiter_model::time::UtcTime;

/// How a value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// `:` or `=`.
    Is,
    /// `>`.
    Above,
    /// `>=`.
    AtLeast,
    /// `<`.
    Below,
    /// `<=`.
    AtMost,
}

impl Op {
    /// As typed.
    pub const fn as_str(self) -> &'static str {
        match self {
            Op::Is => ":",
            Op::Above => ">",
            Op::AtLeast => ">=",
            Op::Below => "<",
            Op::AtMost => "<=",
        }
    }
}

/// A point in time as a filter names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// A whole day, days since 1970-01-01 UTC.
    Day(i64),
    /// An instant.
    Instant(UtcTime),
    /// A whole day, so many days from today.
    FromToday(i64),
    /// An instant, so many hours from now.
    FromNow(i64),
}

/// A value of a term.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text or code; in upper case, for case does not count.
    Text(String),
    /// A number.
    Number(f64),
    /// A time.
    When(When),
    /// One of the key's words.
    Word(&'static str),
}

/// What a term asks.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// A word, in upper case, that stands in numbers, names or goods.
    Anywhere(String),
    /// A field with one of these values.
    Field {
        /// The field.
        key: &'static Key,
        /// How compared.
        op: Op,
        /// Any of these; never empty.
        values: Vec<Value>,
    },
}

/// One term.
#[derive(Debug, Clone)]
pub struct Term {
    /// Whether it is turned round.
    pub negated: bool,
    /// What it asks.
    pub test: Test,
    /// Its bytes in the text: first and just past the last.
    pub span: (usize, usize),
}

impl PartialEq for Term {
    /// Where a term stood does not matter.
    fn eq(&self, other: &Term) -> bool {
        self.negated == other.negated && self.test == other.test
    }
}

/// A filter: all terms must hold.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// The terms, in the order typed.
    pub terms: Vec<Term>,
}

impl Filter {
    /// Whether the filter asks for cases of earlier days, which are left out otherwise.
    pub fn asks_for_past(&self) -> bool {
        self.terms.iter().any(|term| match &term.test {
            Test::Field { key, values, .. } => match key.field {
                Field::ListDay | Field::Decided | Field::Id => true,
                Field::List => values.contains(&Value::Word("any")),
                _ => false,
            },
            Test::Anywhere(_) => false,
        })
    }
}

#[cfg(test)]
mod tests;
