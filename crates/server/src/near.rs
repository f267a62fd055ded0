//! How far two short texts are apart: insertions, deletions, substitutions and swaps of neighbours.

/// Longest text that is compared; a longer pattern is nearest to nothing.
pub const PATTERN_CHARS_MAX: usize = 64;

/// A text to compare many others with. Optimal string alignment distance, bit-parallel after Hyyrö, "A bit-vector
/// algorithm for computing Levenshtein and Damerau edit distances", Nordic Journal of Computing 10 (2003).
pub struct Pattern {
    /// For each ASCII character, the places where it stands.
    ascii: [u64; 128],
    /// The same of other characters.
    other: Vec<(char, u64)>,
    chars: usize,
    letters: u64,
}

/// A set of the letters and digits in a text: two texts within `k` errors differ in at most `2k` members.
pub fn letter_set(text: &str) -> u64 {
    text.chars().fold(0, |set, c| {
        let place = match c {
            '0'..='9' => u32::from(c) - u32::from('0'),
            'A'..='Z' => u32::from(c) - u32::from('A') + 10,
            _ => 36 + u32::from(c) % 28,
        };
        set | 1 << place
    })
}

impl Pattern {
    /// A pattern of at most [`PATTERN_CHARS_MAX`] characters, at least one.
    pub fn new(text: &str) -> Option<Pattern> {
        let chars = text.chars().count();
        if chars == 0 || chars > PATTERN_CHARS_MAX {
            return None;
        }
        let mut pattern = Pattern { ascii: [0; 128], other: Vec::new(), chars, letters: letter_set(text) };
        for (place, c) in text.chars().enumerate() {
            let bit = 1u64 << place;
            match pattern.ascii.get_mut(c as usize) {
                Some(places) => *places |= bit,
                None => match pattern.other.iter_mut().find(|(known, _)| *known == c) {
                    Some((_, places)) => *places |= bit,
                    None => pattern.other.push((c, bit)),
                },
            }
        }
        Some(pattern)
    }

    fn places(&self, c: char) -> u64 {
        match self.ascii.get(c as usize) {
            Some(places) => *places,
            None => self.other.iter().find(|(known, _)| *known == c).map_or(0, |(_, places)| *places),
        }
    }

    /// Whether a text with this [`letter_set`] can be within `most` errors.
    pub fn may_be_within(&self, letters: u64, most: u32) -> bool {
        (self.letters ^ letters).count_ones() <= 2 * most
    }

    /// Whether a text with this [`letter_set`] can begin within `most` errors.
    pub fn may_begin_within(&self, letters: u64, most: u32) -> bool {
        (self.letters & !letters).count_ones() <= most
    }

    /// The distance to a text, if it is at most `most`.
    pub fn within(&self, text: &str, most: u32) -> Option<u32> {
        let len = if text.is_ascii() { text.len() } else { text.chars().count() };
        if self.chars.abs_diff(len) > most as usize {
            return None;
        }
        let (whole, _) = self.distances(text);
        (whole <= most).then_some(whole)
    }

    /// The distance to the nearest beginning of a text, if it is at most `most`.
    pub fn begins_within(&self, text: &str, most: u32) -> Option<u32> {
        let (_, least) = self.distances(text);
        (least <= most).then_some(least)
    }

    /// The distance to the whole text, and the least to any beginning of it.
    fn distances(&self, text: &str) -> (u32, u32) {
        let last = 1u64 << (self.chars - 1);
        let (mut positive, mut negative, mut diagonal, mut before) = (u64::MAX, 0u64, 0u64, 0u64);
        let mut distance = u32::try_from(self.chars).unwrap_or(u32::MAX);
        let mut least = distance;
        for c in text.chars() {
            let here = self.places(c);
            let swapped = ((!diagonal & here) << 1) & before;
            diagonal = ((here & positive).wrapping_add(positive) ^ positive) | here | negative | swapped;
            let mut rises = negative | !(diagonal | positive);
            let mut falls = diagonal & positive;
            distance = distance + u32::from(rises & last != 0) - u32::from(falls & last != 0);
            rises = rises << 1 | 1;
            falls <<= 1;
            positive = falls | !(diagonal | rises);
            negative = rises & diagonal;
            before = here;
            least = least.min(distance);
        }
        (distance, least)
    }
}

/// The candidate nearest to a text, within two errors or beginning with it; of several the first.
pub fn nearest<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = text.to_lowercase();
    let pattern = Pattern::new(&wanted)?;
    let most = if wanted.chars().count() < 4 { 1 } else { 2 };
    let mut best: Option<(u32, &str)> = None;
    for candidate in candidates {
        let lower = candidate.to_lowercase();
        let begins = lower.starts_with(&wanted).then_some(1);
        let Some(distance) = pattern.within(&lower, most).or(begins) else { continue };
        if best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The table of the textbook.
    fn slow(a: &str, b: &str) -> u32 {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut table = vec![vec![0u32; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i == 0 || j == 0 {
                    (i + j) as u32
                } else {
                    let cost = u32::from(a[i - 1] != b[j - 1]);
                    let mut least =
                        (table[i - 1][j] + 1).min(table[i][j - 1] + 1).min(table[i - 1][j - 1] + cost);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        least = least.min(table[i - 2][j - 2] + 1);
                    }
                    least
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn the_fast_distance_is_the_slow_one(a in "[ABCé1]{1,12}", b in "[ABCé1]{0,12}", most in 0u32..6) {
            let expected = Some(slow(&a, &b)).filter(|distance| *distance <= most);
            let pattern = Pattern::new(&a).unwrap();
            prop_assert_eq!(pattern.within(&b, most), expected);
            prop_assert!(expected.is_none() || pattern.may_be_within(letter_set(&b), most));
            let beginnings = (0..=b.chars().count()).map(|len| b.chars().take(len).collect::<String>());
            let least = beginnings.map(|beginning| slow(&a, &beginning)).min().filter(|least| *least <= most);
            prop_assert_eq!(pattern.begins_within(&b, most), least);
            prop_assert!(least.is_none() || pattern.may_begin_within(letter_set(&b), most));
        }
    }

    #[test]
    fn nearest_words() {
        for (typed, expected) in
            [("orgin", Some("origin")), ("oirgin", Some("origin")), ("con", Some("consignee")), ("zzz", None)]
        {
            assert_eq!(nearest(typed, ["origin", "consignee"].into_iter()), expected, "{typed}");
        }
    }
}
