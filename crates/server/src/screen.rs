//! Names against a list of names, and pairs of names: nothing is kept, no data folder is needed.

use crate::error::{Error, Result};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::io::BufRead;
use std::path::Path;
use tidewaiter_matching::{
    Asked, Comparison, Kind, ListIndex, ListedName, Met, Name, Searcher, compare as compare_names,
};

/// Most entities of a list.
pub const LIST_ENTITIES_MAX: usize = 5_000_000;
/// Longest line of a list or of queries, in bytes.
pub const LINE_BYTES_MAX: usize = 1 << 20;
/// Queries that are read before their answers are written.
const QUERIES_AT_ONCE: usize = 4_096;

/// A list of names to screen against.
#[derive(Debug, Default)]
pub struct ScreenList {
    ids: Vec<String>,
    index: ListIndex,
}

/// One line of a list.
#[derive(Debug, Deserialize)]
struct Entry {
    id: String,
    #[serde(default)]
    kind: String,
    names: Vec<String>,
}

/// How to screen.
#[derive(Debug, Clone, Copy)]
pub struct ScreenOptions {
    /// What bears the names of the queries.
    pub kind: Kind,
    /// Lowest score that is shown, 0 to 1.
    pub threshold: f32,
    /// Most entities shown a query.
    pub top: usize,
}

/// What a query found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Screened {
    /// The query as it was asked.
    pub query: String,
    /// Best first; of equal ones the one that stands earlier in the list.
    pub matches: Vec<ScreenMatch>,
}

/// An entity that a query found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ScreenMatch {
    /// Its id in the list.
    pub id: String,
    /// 0 to 1, comparable across queries.
    pub score: f64,
    /// The name that fits best, as listed.
    pub name: String,
    /// What met and what did not.
    pub reasons: Vec<ScreenReason>,
}

/// Two names compared.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ScreenedPair {
    /// The first name.
    pub left: String,
    /// The second.
    pub right: String,
    /// 0 to 1.
    pub score: f64,
    /// Whether the score reaches the threshold.
    #[serde(rename = "match")]
    pub is_match: bool,
    /// What met and what did not.
    pub reasons: Vec<ScreenReason>,
}

/// One thing that speaks for a match, or against it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ScreenReason {
    /// `same`, `one_name`, `sound`, `letters`, `initial`, `legal_form`: what met; `only_query`, `only_listed`: what is left.
    pub code: &'static str,
    /// The text of the query.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    /// The text of the listed name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listed: Option<String>,
    /// How alike, 0 to 1; of what met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alike: Option<f64>,
    /// What the agreement is worth: the rarer the word, the more bits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bits: Option<f64>,
}

/// The kind that a list or a file of pairs names; any word of another system for it. Unknown words are no error: such a
/// name is compared with every kind.
pub fn kind_of(word: &str) -> Kind {
    match word.to_ascii_lowercase().as_str() {
        "person" | "individual" | "natural_person" => Kind::Person,
        "organisation" | "organization" | "company" | "entity" | "legalentity" | "publicbody" => {
            Kind::Organisation
        }
        "vessel" | "ship" => Kind::Vessel,
        "aircraft" | "airplane" => Kind::Aircraft,
        _ => Kind::Unknown,
    }
}

/// Reads a list: one JSON object a line, `{"id": …, "kind": …, "names": […]}`.
///
/// # Errors
/// [`Error::Use`] with the number of the line that cannot be read; then there is no list, never half of one.
pub fn read_list(path: &Path) -> Result<ScreenList> {
    let name = path.display().to_string();
    let file = std::fs::File::open(path).map_err(|source| Error::File { path: name.clone(), source })?;
    let mut entries: Vec<Entry> = Vec::new();
    each_line(&mut std::io::BufReader::new(file), &name, &mut |number, line| {
        if line.trim().is_empty() {
            return Ok(true);
        }
        if entries.len() == LIST_ENTITIES_MAX {
            return Err(Error::Use(format!("{name}: a list has at most {LIST_ENTITIES_MAX} entities")));
        }
        let entry = serde_json::from_str(line).map_err(|error| {
            let wanted = r#"{"id": "…", "kind": "person", "names": ["…"]}"#;
            Error::Use(format!("{name}, line {number}: {error}; each line is like {wanted}"))
        })?;
        entries.push(entry);
        Ok(true)
    })?;
    let names = entries.iter().zip(0_u32..).flat_map(|(entry, entity)| {
        let kind = kind_of(&entry.kind);
        entry.names.iter().map(move |text| ListedName { entity, kind, text })
    });
    let index = ListIndex::of(names);
    Ok(ScreenList { ids: entries.into_iter().map(|entry| entry.id).collect(), index })
}

/// Hands each line to `take`, with its number from 1, until that says that it has enough.
fn each_line(
    reader: &mut impl BufRead,
    name: &str,
    take: &mut dyn FnMut(usize, &str) -> Result<bool>,
) -> Result<()> {
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        let mut limited = std::io::Read::take(&mut *reader, LINE_BYTES_MAX as u64 + 1);
        let read = limited
            .read_until(b'\n', &mut bytes)
            .map_err(|source| Error::File { path: name.to_owned(), source })?;
        if read == 0 {
            return Ok(());
        }
        if bytes.len() > LINE_BYTES_MAX {
            return Err(Error::Use(format!("{name}, line {number}: longer than {LINE_BYTES_MAX} bytes")));
        }
        let text = std::str::from_utf8(&bytes).map_err(|error| {
            Error::Use(format!("{name}, line {number}, byte {}: not UTF-8", error.valid_up_to() + 1))
        })?;
        let text = if number == 1 { text.strip_prefix('\u{feff}').unwrap_or(text) } else { text };
        if !take(number, text.trim_end_matches(['\r', '\n']))? {
            break;
        }
    }
    Ok(())
}

impl ScreenList {
    /// How many entities it has.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// What one query finds.
    pub fn screen(&self, query: &str, options: &ScreenOptions) -> Screened {
        self.screen_with(&mut Searcher::new(&self.index), query, options)
    }

    fn screen_with(&self, searcher: &mut Searcher<'_>, query: &str, options: &ScreenOptions) -> Screened {
        let asked = Asked { kind: options.kind, threshold: options.threshold, top: options.top };
        let matches = searcher.search(query, &asked).into_iter().filter_map(|found| {
            let listed = self.index.name(found.name)?;
            let names = [Name::of(query, asked.kind), Name::of(listed.text, listed.kind)];
            Some(ScreenMatch {
                id: self.ids.get(found.entity as usize)?.clone(),
                score: rounded(found.comparison.score),
                name: listed.text.to_owned(),
                reasons: reasons(&found.comparison, &names, [query, listed.text]),
            })
        });
        Screened { query: query.to_owned(), matches: matches.collect() }
    }

    /// Screens queries, one a line, and hands the answers to `sink` in their order. `sink` says whether to go on. Blank
    /// lines are answered too, with nothing found.
    ///
    /// # Errors
    /// What cannot be read, with the number of the line; what stood before it was answered.
    pub fn screen_all(
        &self,
        queries: &mut impl BufRead,
        name: &str,
        options: &ScreenOptions,
        sink: &mut dyn FnMut(Screened) -> bool,
    ) -> Result<()> {
        let mut lines: Vec<String> = Vec::new();
        let mut goes_on = true;
        let mut answer = |lines: &mut Vec<String>| {
            let share = lines.len().div_ceil(rayon::current_num_threads()).max(64);
            let answers: Vec<Vec<Screened>> = lines
                .par_chunks(share)
                .map_init(
                    || Searcher::new(&self.index),
                    |searcher, lines| {
                        lines.iter().map(|line| self.screen_with(searcher, line, options)).collect()
                    },
                )
                .collect();
            lines.clear();
            goes_on = goes_on && answers.into_iter().flatten().all(&mut *sink);
            goes_on
        };
        let read = each_line(queries, name, &mut |_, line| {
            lines.push(line.to_owned());
            Ok(lines.len() < QUERIES_AT_ONCE || answer(&mut lines))
        });
        answer(&mut lines);
        read
    }
}

/// Compares the pairs of a CSV file with the columns `kind`, `left`, `right` (in any order, further ones ignored).
///
/// # Errors
/// What cannot be read, with its line.
pub fn compare_pairs(
    reader: impl std::io::Read,
    name: &str,
    threshold: f32,
    sink: &mut dyn FnMut(ScreenedPair) -> bool,
) -> Result<()> {
    let wrong = |error: &csv::Error| Error::Use(format!("{name}: {error}"));
    let mut rows = csv::ReaderBuilder::new().flexible(true).from_reader(reader);
    let headers = rows.headers().map_err(|error| wrong(&error))?.clone();
    let column = |wanted: &str| {
        let at = headers.iter().position(|header| header.trim_start_matches('\u{feff}').trim() == wanted);
        at.ok_or_else(|| {
            Error::Use(format!("{name}: there is no column `{wanted}`; wanted are kind,left,right"))
        })
    };
    let (kind_at, left_at, right_at) = (column("kind")?, column("left")?, column("right")?);
    for row in rows.records() {
        let row = row.map_err(|error| wrong(&error))?;
        let kind = kind_of(row.get(kind_at).unwrap_or_default());
        let [left, right] = [left_at, right_at].map(|at| row.get(at).unwrap_or_default());
        if !sink(compare(left, right, kind, threshold)) {
            break;
        }
    }
    Ok(())
}

/// Compares two names of one kind.
pub fn compare(left: &str, right: &str, kind: Kind, threshold: f32) -> ScreenedPair {
    let names = [Name::of(left, kind), Name::of(right, kind)];
    let comparison = compare_names(&names[0], &names[1]);
    ScreenedPair {
        score: rounded(comparison.score),
        is_match: comparison.score >= threshold,
        reasons: reasons(&comparison, &names, [left, right]),
        left: left.to_owned(),
        right: right.to_owned(),
    }
}

fn rounded(value: f32) -> f64 {
    (f64::from(value) * 10_000.0).round() / 10_000.0
}

fn reasons(comparison: &Comparison, names: &[Name; 2], texts: [&str; 2]) -> Vec<ScreenReason> {
    let span = |side: usize, (first, count): (u8, u8)| -> Option<String> {
        let words = names[side].words.get(usize::from(first)..usize::from(first) + usize::from(count))?;
        let (from, to) = (words.first()?.span.0, words.last()?.span.1);
        texts[side].get(from..to).map(str::to_owned)
    };
    let met = comparison.parts.iter().map(|part| ScreenReason {
        code: code(part.met),
        query: span(0, part.query),
        listed: span(1, part.listed),
        alike: Some(rounded(part.alike)),
        bits: Some((f64::from(part.bits) * 10.0).round() / 10.0),
    });
    let left = |side: usize, code: &'static str, left: &[u8]| -> Vec<ScreenReason> {
        let left = left.iter().map(|word| {
            let text = span(side, (*word, 1));
            let (query, listed) = if side == 0 { (text, None) } else { (None, text) };
            ScreenReason { code, query, listed, alike: None, bits: None }
        });
        left.collect()
    };
    met.chain(left(0, "only_query", &comparison.query_left))
        .chain(left(1, "only_listed", &comparison.listed_left))
        .collect()
}

/// The stable code of how two words met.
fn code(met: Met) -> &'static str {
    match met {
        Met::Same => "same",
        Met::OneName => "one_name",
        Met::Sound => "sound",
        Met::Letters => "letters",
        Met::Initial => "initial",
        Met::LegalForm => "legal_form",
    }
}
