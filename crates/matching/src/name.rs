//! A name as words: Latin letters, what each word is, and where it stood.

use crate::latin::{Piece, Script, lookalike, pieces};
use crate::sound::{Sound, form, skeleton, sounds};
use crate::words::{WordKind, Words, roman};

/// Longest name that is read, in characters; what follows is left out, and [`Name::cut`] says so.
pub const NAME_CHARS_MAX: usize = 512;
/// Most words of a name; what follows is left out, and [`Name::cut`] says so.
pub const WORDS_MAX: usize = 32;

/// What bears a name. Decides what its words can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Kind {
    /// A natural person.
    Person,
    /// A company, an authority, a group.
    Organisation,
    /// A vessel.
    Vessel,
    /// An aircraft.
    Aircraft,
    /// Something else, or nobody said.
    #[default]
    Unknown,
}

impl Kind {
    /// Whether two kinds can be one thing.
    pub fn fits(self, other: Kind) -> bool {
        self == other || self == Kind::Unknown || other == Kind::Unknown
    }
}

/// One word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// In lower-case Latin letters or digits.
    pub text: String,
    /// What it is.
    pub kind: WordKind,
    /// How it was written.
    pub script: Script,
    /// Where it stood, in bytes of the name.
    pub span: (usize, usize),
    pub(crate) sounds: Vec<Sound>,
    pub(crate) form: Vec<u8>,
    /// Of the consonants; 0 for none.
    pub(crate) skeleton: u64,
    /// The class of a legal form, from 1; 0 for none.
    pub(crate) legal: u8,
}

/// What of a word is compared.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sounded<'a> {
    pub(crate) text: &'a str,
    pub(crate) sounds: &'a [Sound],
    pub(crate) form: &'a [u8],
    /// Of the consonants; 0 for none.
    pub(crate) skeleton: u64,
    pub(crate) kind: WordKind,
    /// The class of a legal form, from 1; 0 for none.
    pub(crate) legal: u8,
    pub(crate) unvoweled: bool,
    /// Two words read as one.
    pub(crate) joined: bool,
}

/// A name taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Name {
    /// Its words in the order of the text.
    pub words: Vec<Word>,
    /// Whether it was too long and something was left out.
    pub cut: bool,
}

/// A run of characters without a gap.
struct Run<'a> {
    text: &'a str,
    start: usize,
}

impl Name {
    /// Takes a name apart. Never fails: what holds no letter and no digit gives no word.
    pub fn of(text: &str, kind: Kind) -> Name {
        let mut name = Name::default();
        let end = text.char_indices().nth(NAME_CHARS_MAX).map_or(text.len(), |(at, _)| at);
        name.cut = end < text.len();
        let mut reader = Reader { kind, words: &mut name.words, buffer: Vec::new() };
        let mut start = None;
        let mut buffer = Vec::new();
        for (at, character) in text[..end].char_indices() {
            pieces(character, &mut buffer);
            match (buffer.as_slice() == [Piece::Gap], start) {
                (true, Some(from)) => {
                    reader.run(&Run { text: &text[from..at], start: from });
                    start = None;
                }
                (false, None) => start = Some(at),
                _ => {}
            }
        }
        if let Some(from) = start {
            reader.run(&Run { text: &text[from..end], start: from });
        }
        if name.words.len() > WORDS_MAX {
            name.words.truncate(WORDS_MAX);
            name.cut = true;
        }
        name
    }

    /// Whether anything of it can be compared.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

struct Reader<'a> {
    kind: Kind,
    words: &'a mut Vec<Word>,
    buffer: Vec<Piece>,
}

impl Reader<'_> {
    fn run(&mut self, run: &Run<'_>) {
        let is_mixed = is_mixed(run.text);
        let mut word = String::new();
        let mut script = Script::Latin;
        let mut from = run.start;
        // How many letters stand between dots: single ones make an abbreviation.
        let (mut since_dot, mut dots) = (0_usize, 0_usize);
        let mut pieces_of = std::mem::take(&mut self.buffer);
        for (at, character) in run.text.char_indices() {
            let at = run.start + at;
            match lookalike(character).filter(|_| is_mixed) {
                Some(letter) => {
                    pieces_of.clear();
                    pieces_of.push(Piece::Plain(letter));
                }
                None => pieces(character, &mut pieces_of),
            }
            for piece in &pieces_of {
                if word.is_empty() {
                    from = at;
                }
                match *piece {
                    Piece::Nothing => {}
                    Piece::Plain(letter) => {
                        if dots > 0 && since_dot == 1 {
                            // `J.Smith`: what stood before was an abbreviation of its own.
                            let last = word.pop();
                            self.finish(&mut word, script, from, at, dots);
                            word.extend(last);
                            dots = 0;
                        }
                        word.push(letter);
                        since_dot += 1;
                    }
                    Piece::Letters(letters, written) => {
                        let medial = !word.is_empty();
                        word.push_str(match letters {
                            "w" if medial && written == Script::Unvoweled => "u",
                            "y" if medial && written == Script::Unvoweled => "i",
                            letters => letters,
                        });
                        script = written;
                        since_dot += 1;
                    }
                    Piece::Syllable(letters) => {
                        self.finish(&mut word, script, from, at, dots);
                        let letters = letters.iter().take_while(|letter| **letter != 0);
                        word.extend(letters.map(|letter| char::from(*letter)));
                        let end = at + character.len_utf8();
                        self.finish(&mut word, Script::Syllables, at, end, 0);
                    }
                    Piece::Dot if since_dot == 1 => (since_dot, dots) = (0, dots + 1),
                    Piece::Dot | Piece::Gap => {
                        self.finish(&mut word, script, from, at, dots);
                        (since_dot, dots, script) = (0, 0, Script::Latin);
                    }
                }
            }
        }
        self.finish(&mut word, script, from, run.start + run.text.len(), dots);
        self.buffer = pieces_of;
    }

    /// Ends a word.
    fn finish(&mut self, word: &mut String, script: Script, from: usize, to: usize, dots: usize) {
        word.retain(|letter| letter.is_ascii_alphanumeric());
        word.make_ascii_lowercase();
        if word.is_empty() {
            return;
        }
        let text = std::mem::take(word);
        let person = self.kind == Kind::Person;
        let words = Words::builtin();
        // `J.K.` are two initials; `S.A.` is a legal form, `E.S.` what a company calls itself.
        if dots > 0
            && text.len() > 1
            && (person || (self.kind == Kind::Unknown && words.form(&text).is_none()))
        {
            for letter in text.chars() {
                self.push(letter.to_string(), WordKind::Initial, script, (from, to));
            }
            return;
        }
        let text = unmixed_digits(text);
        if script == Script::Unvoweled
            && let Some(rest) = text.strip_prefix("al").filter(|rest| rest.len() >= 3)
        {
            self.push("al".to_owned(), WordKind::Particle, script, (from, to));
            let kind = words.kind(rest, person);
            return self.push(rest.to_owned(), kind, script, (from, to));
        }
        if let Some((servant, rest)) = servant_of(&text) {
            self.push(servant.to_owned(), WordKind::Particle, script, (from, to));
            if !rest.is_empty() {
                self.push(rest.to_owned(), WordKind::Name, script, (from, to));
            }
            return;
        }
        if let Some(stem) = of_the_faith(&text) {
            self.push(stem.to_owned(), WordKind::Name, script, (from, to));
            return self.push("din".to_owned(), WordKind::Particle, script, (from, to));
        }
        let kind = words.kind(&text, person);
        // A syllable by itself is a name, whatever it may be elsewhere.
        let kind =
            if script == Script::Syllables && kind != WordKind::Number { WordKind::Name } else { kind };
        let text = match kind {
            WordKind::Number => roman(&text).map_or(text, str::to_owned),
            WordKind::Particle => Words::particle(&text).map_or(text, str::to_owned),
            _ => text,
        };
        self.push(text, kind, script, (from, to));
    }

    fn push(&mut self, text: String, kind: WordKind, script: Script, span: (usize, usize)) {
        let word = Word::of(text, kind, script, span);
        self.words.push(word);
    }
}

impl Word {
    pub(crate) fn of(text: String, kind: WordKind, script: Script, span: (usize, usize)) -> Word {
        let sounds = sounds(&text);
        let form = form(&sounds);
        let skeleton = skeleton(&form).map_or(0, |skeleton| hash(&skeleton));
        let legal =
            Words::builtin().form(&text).filter(|_| kind == WordKind::Form).map_or(0, |class| class + 1);
        Word { text, kind, script, span, sounds, form, skeleton, legal }
    }

    pub(crate) fn sounded(&self, joined: bool) -> Sounded<'_> {
        Sounded {
            text: &self.text,
            sounds: &self.sounds,
            form: &self.form,
            skeleton: self.skeleton,
            kind: self.kind,
            legal: self.legal,
            unvoweled: self.script == Script::Unvoweled,
            joined,
        }
    }

    /// Two words written as one.
    pub(crate) fn joined(&self, next: &Word) -> Word {
        let script = self.script.max(next.script);
        let script = if script == Script::Syllables { Script::Latin } else { script };
        let span = (self.span.0.min(next.span.0), self.span.1.max(next.span.1));
        Word::of(format!("{}{}", self.text, next.text), WordKind::Name, script, span)
    }

    /// Whether this word and the next one might be written as one.
    pub(crate) fn may_join(&self, next: &Word) -> bool {
        let can = |word: &Word| matches!(word.kind, WordKind::Name | WordKind::Particle | WordKind::Trade);
        let len = self.text.len() + next.text.len();
        can(self)
            && can(next)
            && (self.kind != WordKind::Particle || next.kind != WordKind::Particle)
            && (4..=20).contains(&len)
    }
}

/// FNV-1a, 64 bits; never 0.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash.max(1)
}

/// Whether Latin letters stand beside those of a script that has lookalikes.
fn is_mixed(text: &str) -> bool {
    let latin = text.chars().any(|character| character.is_ascii_alphabetic());
    latin && text.chars().any(|character| !character.is_ascii() && lookalike(character).is_some())
}

/// Digits among letters, as a machine misreads them, become the letters they look like.
fn unmixed_digits(text: String) -> String {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits == 0 || digits * 3 > text.len() || text.len() < 4 {
        return text;
    }
    let letter = |character| match character {
        '0' => 'o',
        '1' => 'l',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '8' => 'b',
        other => other,
    };
    text.chars().map(letter).collect()
}

/// `abdulrahman`, `abdelaziz`, `abd`: the servant of one of God's names, apart.
fn servant_of(text: &str) -> Option<(&'static str, &str)> {
    if matches!(text, "abd" | "abdul" | "abdel" | "abdal" | "abdol" | "abdur" | "abdus" | "abdoul" | "abdu") {
        return Some(("abd", ""));
    }
    // Abdullah is a name that needs no other.
    if text.starts_with("abdull") || text.starts_with("abdall") || text.starts_with("abdola") {
        return None;
    }
    let heads = ["abdoul", "abdul", "abdel", "abdal", "abdol", "abdur", "abdus"];
    let rest = heads.iter().find_map(|head| text.strip_prefix(head))?;
    let doubled = rest.as_bytes();
    // `abdurrahman`, `abdussamad`: the l has become the next letter.
    let rest = if doubled.len() > 1 && doubled[0] == doubled[1] { &rest[1..] } else { rest };
    (rest.len() >= 3 && !rest.starts_with("lah") && !rest.starts_with("ah")).then_some(("abd", rest))
}

/// `salahuddin`, `nureddine`: the stem before "of the faith".
fn of_the_faith(text: &str) -> Option<&str> {
    let ends = [
        "uddin", "eddin", "addin", "iddin", "uddine", "eddine", "addine", "udeen", "uddeen", "aldin",
        "aldeen",
    ];
    let stem = ends.iter().find_map(|end| text.strip_suffix(end))?;
    (stem.len() >= 3).then_some(stem)
}
