//! The index of every number and name: sorted texts in one piece of memory, and the rows each stands in.

use crate::live::row::{Row, RowParty};
use crate::live::rows::Rows;
use crate::near::{Pattern, letter_set};
use crate::views::SearchKind;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use tidewaiter_model::identifier::normal_container;

/// Words of a query that are compared with the words of a name.
const QUERY_WORDS_MAX: usize = 8;
/// Words of a name that can be found.
const NAME_WORDS_MAX: usize = 16;

/// A number in the index.
#[derive(Clone, Copy)]
struct Term {
    start: u32,
    len: u32,
    kind: SearchKind,
    letters: u64,
    /// Its rows begin here in `postings`.
    first: u32,
}

/// Something that was found: a number, or a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Match {
    Number(u32),
    Party(u32),
}

/// The index. Numbers stand in their normal form: upper case without blanks, dots, dashes and slashes.
#[derive(Default)]
pub struct Index {
    text: String,
    /// By kind and text.
    terms: Vec<Term>,
    postings: Vec<u32>,
    parties: Vec<(Arc<RowParty>, Vec<u32>)>,
    /// Words of names, sorted, with the parties they stand in.
    words: Vec<(Box<str>, u64, Vec<u32>)>,
}

/// The numbers of a row as they are written.
fn numbers_of(row: &Row) -> impl Iterator<Item = (SearchKind, &str)> {
    let container = row.containers.iter().map(|text| (SearchKind::Container, text.as_ref()));
    let document = row.transport_document.iter().map(|text| (SearchKind::TransportDocument, text.as_ref()));
    let declaration = row.declarations.iter().map(|text| (SearchKind::Declaration, text.as_ref()));
    let vessel = row.vessels.iter().map(|text| (SearchKind::Vessel, text.as_ref()));
    let seal = row.seals.iter().map(|text| (SearchKind::Seal, text.as_ref()));
    let code = row.hs_codes.iter().map(|text| (SearchKind::HsCode, text.as_ref()));
    std::iter::once((SearchKind::Consignment, row.id.as_ref()))
        .chain(container)
        .chain(document)
        .chain(declaration)
        .chain(vessel)
        .chain(seal)
        .chain(code)
}

fn words_of(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(NAME_WORDS_MAX)
}

impl Index {
    /// Whether two rows of one consignment are found by the same numbers and names.
    pub fn is_same(one: &Row, other: &Row) -> bool {
        numbers_of(one).eq(numbers_of(other))
            && one.consignor == other.consignor
            && one.consignee == other.consignee
    }

    /// Indexes rows by their places.
    pub fn new(rows: &Rows) -> Index {
        let mut index = Index::default();
        let mut entries: Vec<(SearchKind, String, u32)> = rows
            .par_numbered()
            .flat_map_iter(|(at, row)| {
                numbers_of(row).map(move |(kind, text)| (kind, normal_container(text), at))
            })
            .filter(|(_, text, _)| !text.is_empty())
            .collect();
        entries.par_sort_unstable();
        entries.dedup();
        for group in entries.chunk_by(|a, b| (a.0, &a.1) == (b.0, &b.1)) {
            let Some((kind, text, _)) = group.first() else { continue };
            index.terms.push(Term {
                start: place(index.text.len()),
                len: place(text.len()),
                kind: *kind,
                letters: letter_set(text),
                first: place(index.postings.len()),
            });
            index.text.push_str(text);
            index.postings.extend(group.iter().map(|(.., at)| *at));
        }
        index.add_parties(rows);
        index
    }

    fn add_parties(&mut self, rows: &Rows) {
        let mut known: HashMap<&RowParty, usize> = HashMap::new();
        for (at, row) in (0u32..).zip(rows.iter()) {
            let mut last = None;
            for party in [&row.consignor, &row.consignee].into_iter().flatten() {
                let slot = *known.entry(party.as_ref()).or_insert_with(|| {
                    self.parties.push((party.clone(), Vec::new()));
                    self.parties.len() - 1
                });
                if last != Some(slot)
                    && let Some((_, places)) = self.parties.get_mut(slot)
                {
                    places.push(at);
                }
                last = Some(slot);
            }
        }
        let mut words: BTreeMap<Box<str>, Vec<u32>> = BTreeMap::new();
        for (party, (row_party, _)) in (0u32..).zip(&self.parties) {
            for word in words_of(&row_party.upper) {
                let parties = words.entry(word.into()).or_default();
                if parties.last() != Some(&party) {
                    parties.push(party);
                }
            }
        }
        self.words = words
            .into_iter()
            .map(|(word, parties)| {
                let letters = letter_set(&word);
                (word, letters, parties)
            })
            .collect();
    }

    fn term_text(&self, term: &Term) -> &str {
        self.text.get(term.start as usize..(term.start + term.len) as usize).unwrap_or_default()
    }

    /// What was found, in normal form; of a party its name.
    pub(super) fn text(&self, matched: &Match) -> Option<&str> {
        match matched {
            Match::Number(at) => self.terms.get(*at as usize).map(|term| self.term_text(term)),
            Match::Party(at) => self.parties.get(*at as usize).map(|(party, _)| party.upper.as_ref()),
        }
    }

    pub(super) fn kind(&self, matched: &Match) -> SearchKind {
        match matched {
            Match::Number(at) => self.terms.get(*at as usize).map_or(SearchKind::Consignment, |t| t.kind),
            Match::Party(_) => SearchKind::Party,
        }
    }

    /// Places of the rows in which it stands.
    pub(super) fn rows(&self, matched: &Match) -> &[u32] {
        match matched {
            Match::Number(at) => {
                let first = self.terms.get(*at as usize).map_or(0, |term| term.first as usize);
                let end = self.terms.get(*at as usize + 1).map_or(self.postings.len(), |t| t.first as usize);
                self.postings.get(first..end).unwrap_or_default()
            }
            Match::Party(at) => self.parties.get(*at as usize).map_or(&[], |(_, places)| places),
        }
    }

    /// As it is written in a row; of a party its identifier, or its name where it has none.
    pub(super) fn written(&self, matched: &Match, row: &Row) -> Option<String> {
        match matched {
            Match::Number(at) => {
                let term = self.terms.get(*at as usize)?;
                let wanted = self.term_text(term);
                let same = |(kind, text): &(SearchKind, &str)| {
                    *kind == term.kind && normal_container(text) == wanted
                };
                numbers_of(row).find(same).map(|(_, text)| text.to_owned())
            }
            Match::Party(at) => {
                let (party, _) = self.parties.get(*at as usize)?;
                party.identifier.as_deref().or(party.name.as_deref()).map(str::to_owned)
            }
        }
    }

    /// Name and identifier of a party.
    pub(super) fn party_label(&self, matched: &Match) -> Option<String> {
        let Match::Party(at) = matched else { return None };
        let (party, _) = self.parties.get(*at as usize)?;
        let parts: Vec<&str> =
            [&party.name, &party.identifier, &party.country].into_iter().flatten().map(|p| &**p).collect();
        Some(parts.join(" · "))
    }

    /// Whether a number of this kind is known, in normal form.
    pub fn is_known(&self, kind: SearchKind, number: &str) -> bool {
        let at = self.lower_bound(kind, number);
        self.terms.get(at).is_some_and(|term| term.kind == kind && self.term_text(term) == number)
    }

    fn lower_bound(&self, kind: SearchKind, text: &str) -> usize {
        self.terms.partition_point(|term| (term.kind, self.term_text(term)) < (kind, text))
    }

    /// Numbers that begin so, of each kind at most `limit`.
    pub(super) fn beginning_with(&self, text: &str, limit: usize, note: &mut impl FnMut(Match, u32)) {
        use SearchKind::{Consignment, Container, Declaration, HsCode, Seal, TransportDocument, Vessel};
        let imo = text.strip_prefix("IMO").filter(|rest| !rest.is_empty());
        for kind in [Consignment, Container, TransportDocument, Declaration, Vessel, Seal, HsCode] {
            let wanted = imo.filter(|_| kind == Vessel).unwrap_or(text);
            let start = self.lower_bound(kind, wanted);
            let begins = |term: &&Term| term.kind == kind && self.term_text(term).starts_with(wanted);
            let found = self.terms.get(start..).unwrap_or_default().iter().take_while(begins).take(limit);
            for (at, _) in (place(start)..).zip(found) {
                note(Match::Number(at), 0);
            }
        }
    }

    /// Numbers that differ by at most `most` errors; with `half_typed` also those that begin nearly so. At most
    /// `limit`, the nearest.
    pub(super) fn near(
        &self,
        pattern: &Pattern,
        most: u32,
        half_typed: bool,
        limit: usize,
        note: &mut impl FnMut(Match, u32),
    ) {
        let distance = |term: &Term| {
            if term.kind == SearchKind::HsCode {
                return None;
            }
            let whole = pattern
                .may_be_within(term.letters, most)
                .then(|| pattern.within(self.term_text(term), most))
                .flatten();
            match whole {
                Some(distance) => Some((distance, distance)),
                None if half_typed && pattern.may_begin_within(term.letters, most) => {
                    let distance = pattern.begins_within(self.term_text(term), most)?;
                    // Behind every whole number of the same distance.
                    Some((distance, distance + most + 1))
                }
                None => None,
            }
        };
        let mut found: Vec<(u32, u32, u32)> = self
            .terms
            .par_iter()
            .enumerate()
            .filter_map(|(at, term)| distance(term).map(|(distance, rank)| (rank, place(at), distance)))
            .collect();
        found.sort_unstable();
        for (_, at, distance) in found.into_iter().take(limit) {
            note(Match::Number(at), distance);
        }
    }

    /// Parties each of whose query words begins a word of the name, or is mistyped.
    pub(super) fn parties(&self, query: &str, limit: usize, note: &mut impl FnMut(Match, u32)) {
        let mut total: Option<HashMap<u32, u32>> = None;
        for word in words_of(query).take(QUERY_WORDS_MAX) {
            let here = self.parties_of_word(word);
            total = Some(match total {
                None => here,
                Some(before) => before
                    .into_iter()
                    .filter_map(|(party, distance)| Some((party, distance + here.get(&party)?)))
                    .collect(),
            });
        }
        let most = super::errors_allowed(super::TWO_ERRORS_CHARS_MIN);
        let mut found: Vec<(u32, &str, u32)> = total
            .unwrap_or_default()
            .into_iter()
            .filter(|(_, distance)| *distance <= most)
            .filter_map(|(party, distance)| Some((distance, self.text(&Match::Party(party))?, party)))
            .collect();
        found.sort_unstable();
        for (distance, _, party) in found.into_iter().take(limit) {
            note(Match::Party(party), distance);
        }
    }

    /// Vessels of the rows each of whose query words begins a word of the vessel's name.
    pub(super) fn vessels(
        &self,
        query: &str,
        names: &BTreeMap<String, String>,
        limit: usize,
        note: &mut impl FnMut(Match, u32),
    ) {
        let wanted: Vec<&str> = words_of(query).take(QUERY_WORDS_MAX).collect();
        let is_named = |name: &str| {
            let name = name.to_uppercase();
            wanted.iter().all(|word| words_of(&name).any(|known| known.starts_with(word)))
        };
        let named = names.iter().filter(|(_, name)| !wanted.is_empty() && is_named(name));
        let known = named.filter_map(|(imo, _)| {
            let at = self.lower_bound(SearchKind::Vessel, imo);
            let term = self.terms.get(at)?;
            (term.kind == SearchKind::Vessel && self.term_text(term) == imo).then(|| place(at))
        });
        for at in known.take(limit) {
            note(Match::Number(at), 0);
        }
    }

    fn parties_of_word(&self, word: &str) -> HashMap<u32, u32> {
        let mut found = HashMap::new();
        let most = super::errors_allowed(word.chars().count());
        let pattern = Pattern::new(word);
        for (known, letters, parties) in &self.words {
            let distance = if known.starts_with(word) {
                Some(0)
            } else {
                pattern
                    .as_ref()
                    .filter(|pattern| most > 0 && pattern.may_be_within(*letters, most))
                    .and_then(|pattern| pattern.within(known, most))
            };
            let Some(distance) = distance else { continue };
            for party in parties {
                let least = found.entry(*party).or_insert(distance);
                *least = distance.min(*least);
            }
        }
        found
    }
}

/// An offset as kept: more than four thousand million characters of numbers are not held in memory.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
