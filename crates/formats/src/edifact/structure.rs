//! Where each segment of a message belongs: its segment group, told by the directory's structure.

use super::tables::{Structures, directory, structures};
use std::collections::BTreeMap;

/// A segment group, or the message itself.
#[derive(Debug, Default)]
pub(crate) struct Group {
    /// Number of the group; 0 is the message.
    number: u32,
    mandatory: bool,
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    Segment { tag: &'static str, mandatory: bool },
    Group(Group),
}

impl Part {
    /// The tag that begins it.
    fn tag(&self) -> &'static str {
        match self {
            Part::Segment { tag, .. } => tag,
            Part::Group(group) => group.trigger(),
        }
    }
}

impl Group {
    fn trigger(&self) -> &'static str {
        self.parts.first().map_or("", Part::tag)
    }

    /// Reads a table of [`super::tables`].
    fn read(table: &'static str) -> Group {
        let mut open = vec![Group::default()];
        let mut rest = table;
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix(')') {
                rest = after;
                if let (Some(group), Some(outer)) = (open.pop(), open.last_mut()) {
                    outer.parts.push(Part::Group(group));
                }
                continue;
            }
            let end = rest.find([' ', '(', ')']).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            if word.is_empty() {
                break;
            }
            let (name, mandatory) = word.strip_suffix('!').map_or((word, false), |name| (name, true));
            if let Some(inside) = after.strip_prefix('(') {
                open.push(Group { number: name.parse().unwrap_or(0), mandatory, parts: Vec::new() });
                rest = inside;
            } else {
                if let Some(group) = open.last_mut() {
                    group.parts.push(Part::Segment { tag: name, mandatory });
                }
                rest = after;
            }
        }
        open.into_iter().next().unwrap_or_default()
    }

    /// The structure of a message in a directory, `release` being the element 0054 such as `95B`.
    pub(crate) fn of(message: &str, release: &str) -> Option<Group> {
        let tables: Structures = structures(message)?;
        let wanted = directory_of(release);
        let before = tables.iter().rev().find(|(from, _)| wanted.is_none_or(|wanted| *from <= wanted));
        before.or(tables.first()).map(|(_, table)| Group::read(table))
    }
}

/// `95B` is the second directory of 1995, `00A` the first of 2000.
fn directory_of(release: &str) -> Option<u32> {
    let (year, letter) = release.trim().split_at_checked(2)?;
    let year: u32 = year.parse().ok()?;
    let letter = match letter.as_bytes() {
        [letter @ b'A'..=b'D', ..] => u32::from(letter - b'A') + 1,
        _ => 1,
    };
    Some(directory(if year < 70 { 2000 + year } else { 1900 + year }, letter))
}

/// Why a segment does not stand where the structure wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Misplaced {
    /// The message has no such segment.
    Unknown,
    /// It has one, but not in the groups that are open here.
    NotHere,
    /// It belongs to the group, before what was there already.
    Early,
}

struct Frame<'g> {
    group: &'g Group,
    /// The part where the last segment stood.
    at: usize,
    repetition: u32,
    /// How often each tag stood in this repetition.
    counts: BTreeMap<&'static str, u32>,
    /// How often each group was repeated in this repetition.
    groups: BTreeMap<u32, u32>,
}

impl<'g> Frame<'g> {
    fn new(group: &'g Group, repetition: u32) -> Frame<'g> {
        Frame { group, at: 0, repetition, counts: BTreeMap::new(), groups: BTreeMap::new() }
    }
}

/// Walks a message segment by segment.
pub(crate) struct Walk<'g> {
    frames: Vec<Frame<'g>>,
    /// Mandatory segments and groups that were passed over: group path and what was missing.
    pub(crate) missing: Vec<(String, String)>,
    unknown: BTreeMap<String, u32>,
}

impl<'g> Walk<'g> {
    pub(crate) fn new(group: &'g Group) -> Walk<'g> {
        Walk { frames: vec![Frame::new(group, 1)], missing: Vec::new(), unknown: BTreeMap::new() }
    }

    /// Places the next segment, UNH and UNT not among them. Returns its path behind `UNH[n]/` and what is wrong with
    /// its place.
    pub(crate) fn place(&mut self, tag: &str) -> (String, Option<Misplaced>) {
        if let Some((depth, part)) = self.forward(tag) {
            return (self.enter(depth, part), None);
        }
        let behind = self.frames.iter().enumerate().rev().find_map(|(depth, frame)| {
            Some((depth, frame.group.parts.iter().position(|part| part.tag() == tag)?))
        });
        if let Some((depth, part)) = behind {
            return (self.enter(depth, part), Some(Misplaced::Early));
        }
        let known = self.frames.first().is_some_and(|frame| has(frame.group, tag));
        let count = self.unknown.entry(tag.to_owned()).or_default();
        *count += 1;
        let count = *count;
        let path = format!("{}{tag}[{count}]", self.prefix(self.frames.len()));
        (path, Some(if known { Misplaced::NotHere } else { Misplaced::Unknown }))
    }

    /// The group and part where a tag stands when the order is kept: here or further on, or one group out.
    fn forward(&self, tag: &str) -> Option<(usize, usize)> {
        for (depth, frame) in self.frames.iter().enumerate().rev() {
            let parts = frame.group.parts.iter().enumerate().skip(frame.at);
            for (number, part) in parts {
                // The first segment of a group stands there once; another one begins the next repetition.
                let again = depth > 0 && number == 0;
                if part.tag() == tag && !again {
                    return Some((depth, number));
                }
            }
            if depth > 0 && frame.group.trigger() == tag {
                let outer = self.frames.get(depth - 1)?;
                let number = outer.group.parts.iter().position(
                    |part| matches!(part, Part::Group(group) if group.number == frame.group.number),
                )?;
                return Some((depth - 1, number));
            }
        }
        None
    }

    /// Goes to a part of the group at `depth` and counts the segment there.
    fn enter(&mut self, depth: usize, part: usize) -> String {
        while self.frames.len() > depth + 1 {
            self.close();
        }
        self.pass_over(part);
        let prefix_len = self.frames.len();
        let Some(frame) = self.frames.last_mut() else { return String::new() };
        frame.at = frame.at.max(part);
        let group: &'g Group = frame.group;
        match group.parts.get(part) {
            Some(Part::Segment { tag, .. }) => {
                let count = frame.counts.entry(tag).or_default();
                *count += 1;
                let count = *count;
                format!("{}{tag}[{count}]", self.prefix(prefix_len))
            }
            Some(Part::Group(inner)) => {
                let repetition = frame.groups.entry(inner.number).or_default();
                *repetition += 1;
                let mut opened = Frame::new(inner, *repetition);
                opened.counts.insert(inner.trigger(), 1);
                self.frames.push(opened);
                format!("{}{}[1]", self.prefix(self.frames.len()), inner.trigger())
            }
            None => String::new(),
        }
    }

    /// Notes what is mandatory and stands between where we are and `part`.
    fn pass_over(&mut self, part: usize) {
        let Some(frame) = self.frames.last() else { return };
        let between = frame.group.parts.iter().take(part).skip(frame.at);
        let missing: Vec<String> = between.filter_map(|part| missing_of(part, frame)).collect();
        let prefix = self.prefix(self.frames.len());
        self.missing.extend(missing.into_iter().map(|what| (prefix.clone(), what)));
    }

    fn close(&mut self) {
        let parts = self.frames.last().map_or(0, |frame| frame.group.parts.len());
        self.pass_over(parts);
        self.frames.pop();
    }

    /// Ends the message.
    pub(crate) fn finish(mut self) -> Vec<(String, String)> {
        while !self.frames.is_empty() {
            self.close();
        }
        self.missing
    }

    fn prefix(&self, depth: usize) -> String {
        let groups = self.frames.iter().take(depth).skip(1);
        groups.map(|frame| format!("SG{}[{}]/", frame.group.number, frame.repetition)).collect()
    }
}

/// What is missing when a part was passed over, if it must be there and is not.
fn missing_of(part: &Part, frame: &Frame<'_>) -> Option<String> {
    match part {
        Part::Segment { tag, mandatory } => {
            (*mandatory && !frame.counts.contains_key(tag)).then(|| (*tag).to_owned())
        }
        Part::Group(group) => (group.mandatory && !frame.groups.contains_key(&group.number))
            .then(|| format!("SG{} ({})", group.number, group.trigger())),
    }
}

fn has(group: &Group, tag: &str) -> bool {
    group.parts.iter().any(|part| match part {
        Part::Segment { tag: own, .. } => *own == tag,
        Part::Group(inner) => has(inner, tag),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(message: &str, release: &str, tags: &str) -> (Vec<String>, Vec<(String, String)>) {
        let group = Group::of(message, release).unwrap();
        let mut walk = Walk::new(&group);
        let paths = tags
            .split(' ')
            .map(|tag| {
                let (path, wrong) = walk.place(tag);
                wrong.map_or(path.clone(), |wrong| format!("{path} {wrong:?}"))
            })
            .collect();
        (paths, walk.finish())
    }

    #[test]
    fn groups_are_told_by_their_first_segment() {
        let (paths, missing) =
            walk("BAPLIE", "95B", "BGM DTM TDT LOC LOC DTM LOC MEA LOC LOC RFF EQD NAD LOC MEA EQD");
        assert_eq!(missing, []);
        assert_eq!(paths[2], "SG1[1]/TDT[1]");
        assert_eq!(paths[4], "SG1[1]/LOC[2]");
        assert_eq!(paths[6], "SG2[1]/LOC[1]");
        assert_eq!(paths[9], "SG2[1]/LOC[3]");
        assert_eq!(paths[13], "SG2[2]/LOC[1]");
        assert_eq!(paths[15], "SG2[2]/SG3[1]/EQD[1]");
    }

    #[test]
    fn directories_differ() {
        assert_eq!(walk("COARRI", "95B", "BGM TDT NAD EQD").0[3], "SG3[1]/EQD[1]");
        assert_eq!(walk("COARRI", "00B", "BGM TDT NAD EQD EQD LOC").0[5], "SG6[2]/SG7[1]/LOC[1]");
        assert_eq!(walk("CODECO", "24A", "BGM NAD EQD").0[2], "SG10[1]/EQD[1]");
    }

    #[test]
    fn what_is_misplaced_or_missing_is_said() {
        let (paths, missing) = walk("COARRI", "95B", "BGM NAD EQD MEA LOC XYZ CNT EQD");
        assert_eq!(paths[4], "SG3[1]/LOC[1] Early");
        assert_eq!(paths[5], "SG3[1]/XYZ[1] Unknown");
        assert_eq!(paths[7], "SG3[2]/EQD[1] Early");
        assert_eq!(missing, [(String::new(), "SG1 (TDT)".to_owned())]);
    }

    #[test]
    fn every_table_reads() {
        for message in [
            "COARRI", "CODECO", "COPRAR", "BAPLIE", "IFTSTA", "CUSCAR", "CUSREP", "CUSDEC", "CUSRES",
            "PAXLST", "CONTRL",
        ] {
            for (_, table) in structures(message).unwrap() {
                let group = Group::read(table);
                let letters = |text: &str| text.bytes().filter(u8::is_ascii_alphanumeric).count();
                assert_eq!(letters(&written(&group)), letters(table), "{message}");
                assert_eq!(table.matches('(').count(), table.matches(')').count(), "{message}");
            }
        }
    }

    fn written(group: &Group) -> String {
        let parts = group.parts.iter().map(|part| match part {
            Part::Segment { tag, .. } => (*tag).to_owned(),
            Part::Group(inner) => format!("{}({})", inner.number, written(inner)),
        });
        parts.collect::<Vec<_>>().join(" ")
    }
}
