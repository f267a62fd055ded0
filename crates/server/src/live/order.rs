//! Orders of the queue, and tokens that say where a page ended.

use super::row::Row;
use crate::error::{Error, Result};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// Version of the tokens; one of another version is refused.
const TOKEN_VERSION: u8 = 1;
/// Longest token, characters.
const TOKEN_CHARS_MAX: usize = 1_024;
/// Characters of a text that take part in a sort key; what follows is settled by the id.
const SORT_TEXT_CHARS: usize = 80;

/// What the queue is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Sort {
    /// Highest score first.
    Risk,
    /// Today's list first, by deadline; the others by score.
    Urgency,
    /// Earliest arrival first.
    Arrival,
    /// Highest customs value first.
    Value,
    /// Most duty and tax first.
    AtStake,
    /// By office.
    Office,
    /// By consignee.
    Consignee,
}

impl Sort {
    /// Every sort.
    pub const ALL: [Sort; 7] =
        [Sort::Risk, Sort::Urgency, Sort::Arrival, Sort::Value, Sort::AtStake, Sort::Office, Sort::Consignee];

    /// As typed.
    pub const fn as_str(self) -> &'static str {
        match self {
            Sort::Risk => "risk",
            Sort::Urgency => "urgency",
            Sort::Arrival => "arrival",
            Sort::Value => "value",
            Sort::AtStake => "at_stake",
            Sort::Office => "office",
            Sort::Consignee => "consignee",
        }
    }
}

/// A sort and its direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// By what.
    pub sort: Sort,
    /// The other way round.
    pub reversed: bool,
}

impl Order {
    /// Reads `risk` or `-risk`; empty is `urgency`.
    ///
    /// # Errors
    /// [`Error::Page`] for anything else.
    pub fn parse(text: &str) -> Result<Order> {
        let (name, reversed) = text.strip_prefix('-').map_or((text, false), |name| (name, true));
        if name.is_empty() && !reversed {
            return Ok(Order { sort: Sort::Urgency, reversed: false });
        }
        let sort = Sort::ALL.into_iter().find(|sort| sort.as_str() == name);
        sort.map(|sort| Order { sort, reversed }).ok_or_else(|| Error::Page {
            what: "sort",
            found: crate::words::printable(text),
            next: "use risk, urgency, arrival, value, at_stake, office or consignee, with `-` for the other way round",
        })
    }
}

/// Where a row stands in an order: compared from left to right, no two rows alike.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place(u64, u64, String, String);

/// A float as a whole number of the same order; no number is 0, the last of all when turned round.
fn ascending(number: f64) -> u64 {
    let bits = number.to_bits();
    if bits >> 63 == 0 { bits | 1 << 63 } else { !bits }
}

/// Highest first; unknown last.
fn descending(number: Option<f64>) -> u64 {
    number.map_or(u64::MAX, |number| !ascending(number))
}

/// Earliest first; unknown last.
fn time(time: Option<tidewaiter_model::time::UtcTime>) -> u64 {
    time.map_or(u64::MAX, |time| time.micros().cast_unsigned() ^ 1 << 63)
}

fn text(text: &str) -> String {
    text.chars().take(SORT_TEXT_CHARS).collect()
}

impl Sort {
    /// The place of a row in this sort. `today` is the day of today's list.
    pub fn place(self, row: &Row, today: i64) -> Place {
        let id = row.id.to_string();
        let score = descending(Some(row.score));
        match self {
            Sort::Risk => Place(score, time(row.deadline), String::new(), id),
            Sort::Urgency => {
                let listed = row.listed.is_some_and(|listed| listed.day == today);
                let due = if listed { time(row.deadline).min(u64::MAX - 1) } else { u64::MAX };
                Place(due, score, String::new(), id)
            }
            Sort::Arrival => Place(time(row.expected_arrival), score, String::new(), id),
            Sort::Value => {
                Place(descending(row.value.as_ref().map(|m| m.approximate)), score, String::new(), id)
            }
            Sort::AtStake => {
                Place(descending(row.at_stake.as_ref().map(|m| m.approximate)), score, String::new(), id)
            }
            Sort::Office => Place(0, 0, text(&row.office), id),
            Sort::Consignee => match row.consignee.as_deref() {
                Some(party) => Place(0, 0, text(&party.upper), id),
                None => Place(1, 0, String::new(), id),
            },
        }
    }

    /// Which of two rows stands first, without copying what is compared.
    pub fn compare(self, a: &Row, b: &Row, today: i64) -> Ordering {
        self.place(a, today).cmp(&self.place(b, today))
    }
}

#[derive(Serialize, Deserialize)]
struct Token {
    v: u8,
    s: String,
    p: Place,
}

/// The token of the row after which the next page begins.
pub fn token(order: Order, place: Place) -> String {
    let sign = if order.reversed { "-" } else { "" };
    let token = Token { v: TOKEN_VERSION, s: format!("{sign}{}", order.sort.as_str()), p: place };
    // A struct of numbers and texts always has a JSON form.
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(&token).unwrap_or_default())
}

/// Reads a token back.
///
/// # Errors
/// [`Error::Page`] when it is none of ours, or of another order.
pub fn read_token(text: &str, order: Order) -> Result<Place> {
    let wrong = || Error::Page {
        what: "page token",
        found: text.chars().take(24).collect(),
        next: "begin again from the first page",
    };
    if text.len() > TOKEN_CHARS_MAX {
        return Err(wrong());
    }
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| wrong())?;
    let token: Token = serde_json::from_slice(&bytes).map_err(|_| wrong())?;
    if token.v != TOKEN_VERSION || Order::parse(&token.s)? != order {
        return Err(wrong());
    }
    Ok(token.p)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_keep_their_order(a in any::<f64>(), b in any::<f64>()) {
            prop_assume!(!a.is_nan() && !b.is_nan());
            prop_assert_eq!(ascending(a).cmp(&ascending(b)), a.total_cmp(&b));
        }

        #[test]
        fn no_text_breaks_the_reader(text in "\\PC{0,80}") {
            let _ = read_token(&text, Order { sort: Sort::Risk, reversed: false });
        }
    }

    #[test]
    fn tokens_come_back_and_only_for_their_order() {
        let order = Order { sort: Sort::Value, reversed: true };
        let place = Place(1, u64::MAX, "ä\"".to_owned(), "C1".to_owned());
        let token = token(order, place.clone());
        assert_eq!(read_token(&token, order).unwrap(), place);
        assert!(read_token(&token, Order { sort: Sort::Value, reversed: false }).is_err());
        assert!(Order::parse("colour").is_err());
        assert_eq!(Order::parse("").unwrap().sort, Sort::Urgency);
    }
}
