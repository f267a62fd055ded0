//! What the texts of all rows are looked through by: a word is looked for once in one piece of memory, a name once however
//! many rows it stands in. Rows that a text rules out are not touched.

use super::{Field, Filter, Moment, Term, Test, Value};
use crate::live::cases::Case;
use crate::live::row::{Row, RowParty};
use crate::live::rows::Rows;
use memchr::memmem::Finder;
use std::collections::HashMap;
use std::sync::Arc;

/// Stands for no party.
const NOBODY: u32 = u32::MAX;
const BITS: usize = u64::BITS as usize;

/// The texts of a run's rows, by their places.
pub struct Columns {
    /// What bare words are looked for in, row after row. No word reaches over the end of a row's text.
    text: String,
    /// Where each row's text begins, and where the last one ends.
    starts: Vec<usize>,
    /// Where the goods begin in each row's text.
    goods: Vec<usize>,
    /// Every party once.
    parties: Vec<Arc<RowParty>>,
    consignors: Vec<u32>,
    consignees: Vec<u32>,
}

/// Places of rows, one bit each.
struct Places(Vec<u64>);

impl Places {
    fn none(rows: usize) -> Places {
        Places(vec![0; rows.div_ceil(BITS)])
    }

    fn add(&mut self, at: usize) {
        if let Some(word) = self.0.get_mut(at / BITS) {
            *word |= 1 << (at % BITS);
        }
    }

    fn holds(&self, at: usize) -> bool {
        self.0.get(at / BITS).is_some_and(|word| word >> (at % BITS) & 1 == 1)
    }

    /// Leaves what is in the other too, or with `negated` what is not.
    fn keep(&mut self, other: &Places, negated: bool) {
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine &= if negated { !theirs } else { *theirs };
        }
    }
}

/// A filter whose texts have been looked for.
pub struct Prepared<'f> {
    /// The rows whose texts are right; `None` for all.
    among: Option<Places>,
    rest: Vec<&'f Term>,
}

impl Prepared<'_> {
    /// Whether a row may match by its texts.
    pub fn may(&self, at: u32) -> bool {
        self.among.as_ref().is_none_or(|among| among.holds(at as usize))
    }

    /// Whether everything else holds of a row that may match.
    pub fn matches(&self, row: &Row, case: &Case, moment: &Moment<'_>) -> bool {
        self.rest.iter().all(|term| term.holds(row, case, moment))
    }
}

impl Columns {
    /// Lays the texts of rows side by side.
    pub fn new(rows: &Rows) -> Columns {
        let mut text = String::with_capacity(rows.iter().map(|row| row.text.len()).sum());
        let mut starts = Vec::with_capacity(rows.len() + 1);
        let mut goods = Vec::with_capacity(rows.len());
        for row in rows.iter() {
            starts.push(text.len());
            goods.push(text.len() + row.goods_at as usize);
            text.push_str(&row.text);
        }
        starts.push(text.len());
        let mut parties = Vec::new();
        let mut known: HashMap<&RowParty, u32> = HashMap::new();
        let consignors = rows.iter().map(|row| numbered(&row.consignor, &mut known, &mut parties)).collect();
        let consignees = rows.iter().map(|row| numbered(&row.consignee, &mut known, &mut parties)).collect();
        Columns { text, starts, goods, parties, consignors, consignees }
    }

    /// Looks for the texts of a filter.
    pub fn prepare<'f>(&self, filter: &'f Filter) -> Prepared<'f> {
        let mut prepared = Prepared { among: None, rest: Vec::new() };
        for term in &filter.terms {
            match (self.with_texts(&term.test), &mut prepared.among) {
                (None, _) => prepared.rest.push(term),
                (Some(found), Some(among)) => among.keep(&found, term.negated),
                (Some(found), among @ None) => {
                    let mut all = Places(vec![u64::MAX; found.0.len()]);
                    all.keep(&found, term.negated);
                    *among = Some(all);
                }
            }
        }
        prepared
    }

    /// The rows for which a test of texts holds; `None` for a test of another kind.
    fn with_texts(&self, test: &Test) -> Option<Places> {
        let mut found = Places::none(self.goods.len());
        match test {
            Test::Anywhere(word) => self.add_with_word(word, &self.starts, &mut found),
            Test::Field { key, values, .. } => {
                for value in values {
                    let Value::Text(text) = value else { return None };
                    match key.field {
                        Field::Goods => self.add_with_word(text, &self.goods, &mut found),
                        Field::Consignor => self.add_with_party(text, &[&self.consignors], &mut found),
                        Field::Consignee => self.add_with_party(text, &[&self.consignees], &mut found),
                        Field::Party => {
                            self.add_with_party(text, &[&self.consignors, &self.consignees], &mut found);
                        }
                        _ => return None,
                    }
                }
            }
        }
        Some(found)
    }

    /// Adds the rows in whose text a word stands at or behind `from` of the row.
    fn add_with_word(&self, word: &str, from: &[usize], found: &mut Places) {
        if word.is_empty() {
            found.0.fill(u64::MAX);
            return;
        }
        let finder = Finder::new(word.as_bytes());
        let mut at = 0;
        while let Some(hit) = self.text.get(at..).and_then(|rest| finder.find(rest.as_bytes())) {
            let hit = at + hit;
            let row = self.starts.partition_point(|start| *start <= hit).saturating_sub(1);
            let first = from.get(row).copied().unwrap_or_default();
            at = if hit < first {
                first
            } else {
                found.add(row);
                self.starts.get(row + 1).copied().unwrap_or(self.text.len())
            };
        }
    }

    /// Adds the rows that have a party of such a name or identifier in one of these columns.
    fn add_with_party(&self, text: &str, columns: &[&[u32]], found: &mut Places) {
        let finder = Finder::new(text.as_bytes());
        let is_meant = |party: &Arc<RowParty>| finder.find(party.upper.as_bytes()).is_some();
        let meant: Vec<bool> = self.parties.iter().map(is_meant).collect();
        for column in columns {
            for (at, party) in column.iter().enumerate() {
                if meant.get(*party as usize).copied().unwrap_or(false) {
                    found.add(at);
                }
            }
        }
    }
}

/// The number of a party, which gets the next one when it is new.
fn numbered<'r>(
    party: &'r Option<Arc<RowParty>>,
    known: &mut HashMap<&'r RowParty, u32>,
    parties: &mut Vec<Arc<RowParty>>,
) -> u32 {
    let Some(party) = party else { return NOBODY };
    *known.entry(party.as_ref()).or_insert_with(|| {
        parties.push(party.clone());
        u32::try_from(parties.len() - 1).unwrap_or(NOBODY)
    })
}
