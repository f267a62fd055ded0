//! Names made up for the tests, many of them near one another.

use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

const PARTS: [&str; 24] = [
    "mo", "ha", "med", "ali", "kha", "lid", "zar", "qa", "wi", "ri", "jo", "sef", "an", "der", "son", "li",
    "chun", "ki", "gor", "va", "sil", "tan", "ou", "esh",
];
const SMALL: [&str; 8] = ["al", "bin", "von", "Ltd", "Dr", "J.", "Trading", "12"];

pub(crate) struct Maker(ChaCha8Rng);

impl Maker {
    pub(crate) fn new(seed: u64) -> Maker {
        Maker(ChaCha8Rng::seed_from_u64(seed))
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0.random_range(0..end)
    }

    pub(crate) fn name(&mut self) -> String {
        let words = 1 + self.below(4);
        let words = (0..words).map(|_| match self.below(6) {
            0 => SMALL[self.below(SMALL.len())].to_owned(),
            _ => (0..1 + self.below(4)).map(|_| PARTS[self.below(PARTS.len())]).collect(),
        });
        words.collect::<Vec<String>>().join(" ")
    }

    /// A name with some letters wrong, words moved, left out, joined or split.
    pub(crate) fn altered(&mut self, name: &str) -> String {
        let mut letters: Vec<char> = name.chars().collect();
        for _ in 0..self.below(4) {
            let at = self.below(letters.len().max(1));
            match self.below(5) {
                0 if letters.len() > 1 => drop(letters.remove(at)),
                1 => letters.insert(at, char::from(b'a' + self.below(26) as u8)),
                2 if at + 1 < letters.len() => letters.swap(at, at + 1),
                3 => letters.insert(at, ' '),
                _ => letters[at] = char::from(b'a' + self.below(26) as u8),
            }
        }
        let text: String = letters.into_iter().collect();
        let mut words: Vec<&str> = text.split(' ').collect();
        match self.below(4) {
            0 => words.reverse(),
            1 if words.len() > 1 => drop(words.remove(self.below(words.len()))),
            _ => {}
        }
        words.join(if self.below(8) == 0 { "" } else { " " })
    }
}
