//! Containers by number, each with its reports.

use super::packed::{Kept, Packed};
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tidewaiter_model::batch::{StatusRow, TextId, TextTable};
use tidewaiter_model::identifier::{normal_container, stable_hash};
use tidewaiter_model::reference::Places;
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::{Gazetteer, Learned, LearnedWords};

/// Parts that containers are spread over, so that several threads can fill them.
pub(super) const PARTS: usize = 64;

/// A container number as a number: eleven characters of an ISO 6346 number take 46 bits.
pub(super) type Name = u64;

/// Set in a name that stands for a text in [`Part::odd`].
const ODD: Name = 1 << 63;

/// The reports of all containers.
pub struct Reports {
    /// Texts of all reports.
    pub texts: TextTable,
    /// Areas of all locations.
    pub gazetteer: Gazetteer,
    /// The locations in the gazetteer.
    pub(super) located: HashSet<TextId>,
    parts: Vec<Mutex<Part>>,
    /// Texts that are container numbers in another form than the normal one, by their normal form.
    odd_forms: Mutex<HashMap<String, Vec<String>>>,
}

/// A part of the containers.
#[derive(Default)]
pub(super) struct Part {
    pub(super) places: HashMap<Name, u32, BuildHasherDefault<Mixed>>,
    pub(super) containers: Vec<Packed>,
    pub(super) odd: HashMap<String, Name>,
    /// Reports that were added.
    pub(super) added: u64,
}

/// Spreads names, which are numbers already.
#[derive(Default)]
pub(super) struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, name: u64) {
        self.0 = mixed(name);
    }
}

fn mixed(name: u64) -> u64 {
    let name = (name ^ name >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let name = (name ^ name >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    name ^ name >> 31
}

/// Four capital letters and seven digits as a number; `None` for any other text.
fn plain_name(container: &str) -> Option<Name> {
    let bytes: &[u8; 11] = container.as_bytes().try_into().ok()?;
    let (letters, digits) = bytes.split_at(4);
    let letter = |name: Option<Name>, byte: &u8| {
        name.filter(|_| byte.is_ascii_uppercase()).map(|name| name * 26 + Name::from(byte - b'A'))
    };
    let digit = |name: Option<Name>, byte: &u8| {
        name.filter(|_| byte.is_ascii_digit()).map(|name| name * 10 + Name::from(byte - b'0'))
    };
    digits.iter().fold(letters.iter().fold(Some(0), letter), digit)
}

/// How much is held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Size {
    /// Containers.
    pub containers: u64,
    /// Bytes of their packed reports.
    pub packed_bytes: u64,
    /// Different texts.
    pub texts: u64,
}

impl Default for Reports {
    fn default() -> Reports {
        Reports::new()
    }
}

impl Reports {
    /// No reports.
    pub fn new() -> Reports {
        let texts = TextTable::default();
        Reports {
            gazetteer: Gazetteer::new(&texts, Places::builtin(), []),
            texts,
            located: HashSet::new(),
            parts: (0..PARTS).map(|_| Mutex::default()).collect(),
            odd_forms: Mutex::default(),
        }
    }

    /// Makes a location known to the kernel.
    pub fn locate(&mut self, location: TextId, places: &Places) {
        if self.located.insert(location) {
            self.gazetteer.add(location, &self.texts, places);
        }
    }

    /// What was learned elsewhere, in the numbers of these reports; nothing where it is of another version.
    pub fn know(&mut self, words: &LearnedWords, places: &Places) -> Learned {
        self.gazetteer.add_areas(words.areas(), places);
        words.resolve(&self.texts, &self.gazetteer).unwrap_or_default()
    }

    fn part(&self, container: &str) -> (MutexGuard<'_, Part>, Option<Name>) {
        let (number, name) = part_of(container);
        (lock(self.parts.get(number).unwrap_or(&self.parts[0])), name)
    }

    /// A part by its number.
    pub(super) fn part_numbered(&self, number: usize) -> MutexGuard<'_, Part> {
        lock(self.parts.get(number).unwrap_or(&self.parts[0]))
    }

    /// Reports that were kept in parts, all of them, with their texts.
    pub(super) fn of_parts(parts: Vec<Part>, texts: TextTable) -> Reports {
        let odd: Vec<String> = parts.iter().flat_map(|part| part.odd.keys().cloned()).collect();
        let parts = parts.into_iter().map(Mutex::new).collect();
        let reports = Reports { texts, parts, ..Reports::new() };
        odd.iter().for_each(|text| reports.note_odd(text));
        reports
    }

    /// How many reports were added.
    pub fn added(&self) -> u64 {
        self.parts.iter().map(|part| lock(part).added).sum()
    }

    /// Adds a report that is not there yet.
    pub fn add(&self, container: &str, kept: &Kept) {
        let (mut part, name) = self.part(container);
        part.container(container, name).push(kept);
        part.added += 1;
        drop(part);
        if name.is_none() {
            self.note_odd(container);
        }
    }

    /// Remembers a text in another form than the normal one under its normal form.
    fn note_odd(&self, container: &str) {
        let mut forms = self.odd_forms.lock().unwrap_or_else(PoisonError::into_inner);
        let texts = forms.entry(normal_container(container)).or_default();
        if texts.iter().all(|text| text != container) {
            texts.push(container.to_owned());
            texts.sort_unstable();
        }
    }

    /// The texts under which a container in normal form was reported, in order.
    pub fn forms(&self, normal: &str) -> Vec<String> {
        let odd = self.odd_forms.lock().unwrap_or_else(PoisonError::into_inner);
        let mut forms = odd.get(normal).cloned().unwrap_or_default();
        if plain_name(normal).is_some() {
            forms.push(normal.to_owned());
            forms.sort_unstable();
            forms.dedup();
        }
        forms
    }

    /// Puts all reports of a container into `all`, every version of each.
    pub fn read(&self, container: &str, all: &mut Vec<Kept>) {
        all.clear();
        let (part, name) = self.part(container);
        if let Some(packed) = part.find(container, name) {
            packed.read(all);
        }
    }

    /// Takes the reports out of a container for which `goes` says so.
    pub fn remove(&self, container: &str, goes: impl Fn(&Kept) -> bool) {
        let mut all = Vec::new();
        let (mut part, name) = self.part(container);
        let packed = part.container(container, name);
        packed.read(&mut all);
        all.retain(|kept| !goes(kept));
        *packed = Packed::of(&all);
    }

    /// Leaves of each of these messages the version received last, where several containers hold versions of it: a
    /// correction changed the container number. Gives the containers that lost a report. Looks through everything, once
    /// for all keys; such corrections are rare.
    pub fn settle(&self, keys: &HashSet<u64>) -> Vec<String> {
        let version = |kept: &Kept| (kept.row.received, kept.row.message);
        let mut found: HashMap<u64, Vec<(String, Kept)>> = HashMap::new();
        self.each(|container, all| {
            for kept in all.iter().filter(|kept| keys.contains(&kept.key)) {
                found.entry(kept.key).or_default().push((container.to_owned(), *kept));
            }
        });
        let mut lost = Vec::new();
        for (key, holders) in found {
            let Some(last) = holders.iter().map(|(_, kept)| version(kept)).max() else { continue };
            let several = holders.iter().any(|(container, _)| *container != holders[0].0);
            for (container, kept) in holders.iter().filter(|(_, kept)| several && version(kept) < last) {
                let outdone = version(kept);
                self.remove(container, |kept| kept.key == key && version(kept) == outdone);
                lost.push(container.clone());
            }
        }
        lost.sort_unstable();
        lost.dedup();
        lost
    }

    /// How many parts there are; see [`Reports::each_of`].
    pub fn parts(&self) -> usize {
        self.parts.len()
    }

    /// Every container of a part in order of its text, with all versions of its reports.
    pub fn each_of(&self, part: usize, mut each: impl FnMut(&str, &mut Vec<Kept>)) {
        let Some(part) = self.parts.get(part) else { return };
        let part = lock(part);
        let mut names: Vec<(String, u32)> = part.names().collect();
        names.sort_unstable();
        let mut all = Vec::new();
        for (container, at) in names {
            all.clear();
            if let Some(packed) = part.containers.get(at as usize) {
                packed.read(&mut all);
            }
            each(&container, &mut all);
        }
    }

    fn each(&self, mut each: impl FnMut(&str, &[Kept])) {
        for part in 0..self.parts.len() {
            self.each_of(part, |container, all| each(container, all));
        }
    }

    /// The rows of a container that count as of a time, in order of message.
    pub fn rows(&self, container: &str, as_of: UtcTime) -> Vec<StatusRow> {
        let (mut all, mut rows) = (Vec::new(), Vec::new());
        self.read(container, &mut all);
        counting(&mut all, as_of, &mut rows);
        rows
    }

    /// How much is held.
    pub fn size(&self) -> Size {
        let mut size = Size { texts: self.texts.len() as u64, ..Size::default() };
        for part in &self.parts {
            let part = lock(part);
            size.containers += part.containers.len() as u64;
            size.packed_bytes += part.containers.iter().map(|packed| packed.capacity() as u64).sum::<u64>();
        }
        size
    }
}

/// The part in which a container is, and its name where it is in the normal form. Any text has a part; those in the
/// normal form are spread by their number.
pub(super) fn part_of(container: &str) -> (usize, Option<Name>) {
    let name = plain_name(container);
    let spread = name.map_or_else(|| stable_hash(&[container]), mixed);
    (spread as usize >> 8 & (PARTS - 1), name)
}

fn lock(part: &Mutex<Part>) -> MutexGuard<'_, Part> {
    part.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Part {
    fn find(&self, container: &str, name: Option<Name>) -> Option<&Packed> {
        let name = name.or_else(|| self.odd.get(container).copied())?;
        self.places.get(&name).and_then(|at| self.containers.get(*at as usize))
    }

    fn container(&mut self, container: &str, name: Option<Name>) -> &mut Packed {
        let name = name.unwrap_or_else(|| {
            let next = ODD | self.odd.len() as Name;
            *self.odd.entry(container.to_owned()).or_insert(next)
        });
        let at = *self.places.entry(name).or_insert(self.containers.len() as u32) as usize;
        if at >= self.containers.len() {
            self.containers.push(Packed::default());
        }
        &mut self.containers[at]
    }

    fn names(&self) -> impl Iterator<Item = (String, u32)> + '_ {
        let odd: HashMap<Name, &String> = self.odd.iter().map(|(text, name)| (*name, text)).collect();
        self.places.iter().map(move |(name, at)| match odd.get(name) {
            Some(text) => ((*text).clone(), *at),
            None => (plain_text(*name), *at),
        })
    }
}

/// The text that [`plain_name`] read.
fn plain_text(name: Name) -> String {
    let (letters, digits) = (name / 10_000_000, name % 10_000_000);
    let letter = |place: u32| char::from(b'A' + (letters / 26u64.pow(place) % 26) as u8);
    format!("{}{}{}{}{digits:07}", letter(3), letter(2), letter(1), letter(0))
}

/// Of all versions of a container's reports those that count as of a time: received by then, and of each message the
/// version received last. They come in order of message, so that the order of arrival leaves no trace.
pub fn counting(all: &mut Vec<Kept>, as_of: UtcTime, out: &mut Vec<StatusRow>) {
    let version = |kept: &Kept| (kept.row.received, kept.row.message);
    all.retain(|kept| kept.row.received <= as_of);
    all.sort_unstable_by_key(|kept| (kept.key, version(kept)));
    out.clear();
    for versions in all.chunk_by(|a, b| a.key == b.key) {
        // One message may hold several reports.
        let last = versions.last().map(version);
        out.extend(versions.iter().filter(|kept| Some(version(kept)) == last).map(|kept| kept.row));
    }
    out.sort_unstable_by_key(|row| (row.message, row.event_time, row.event, row.classifier));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_containers_come_back() {
        for container in ["TWSU4400171", "AAAA0000000", "ZZZZ9999999"] {
            assert_eq!(plain_name(container).map(plain_text).as_deref(), Some(container));
        }
        for odd in ["", "TWSU 440017", "twsu4400171", "TWSU44001711", "TWS44400171"] {
            assert_eq!(plain_name(odd), None, "{odd}");
        }
    }
}
