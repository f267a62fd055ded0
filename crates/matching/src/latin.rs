//! Any script to lower-case Latin letters, by stated tables.
//!
//! Cyrillic follows BGN/PCGN with the letters of Ukrainian and Serbian added, Greek ELOT 743, Arabic and Persian the
//! consonants of ALA-LC (short vowels are not written, and the comparison knows that), Hangul McCune-Reischauer
//! without its marks, one word a syllable. Han is read as Mandarin, one word a character; kana and every other
//! script as the `any_ascii` crate has it.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// How the letters of a word came to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Script {
    /// Written in Latin letters.
    Latin,
    /// Short vowels are missing: Arabic, Hebrew.
    Unvoweled,
    /// Han, Hangul: one word is one syllable.
    Syllables,
    /// Any other script, letter by letter.
    Letters,
}

/// What one character becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Latin letters of a word.
    Letters(&'static str, Script),
    /// A letter or digit as it is.
    Plain(char),
    /// A word by itself.
    Syllable([u8; 8]),
    /// Belongs to the word and leaves nothing: marks, apostrophes, signs that nobody sees.
    Nothing,
    /// Ends the word.
    Gap,
    /// Ends the word; what was before it may be letters of an abbreviation.
    Dot,
}

/// Puts the pieces of one character of a name into `out`.
pub(crate) fn pieces(character: char, out: &mut Vec<Piece>) {
    out.clear();
    match character {
        'a'..='z' | '0'..='9' => out.push(Piece::Plain(character)),
        'A'..='Z' => out.push(Piece::Plain(character.to_ascii_lowercase())),
        '.' | '·' | '․' => out.push(Piece::Dot),
        '\'' | '`' | '´' | '‘' | '’' | '‛' | 'ʻ' | 'ʼ' | 'ʹ' | 'ʿ' | 'ʾ' | '′' => {
            out.push(Piece::Nothing);
        }
        '\0'..='\x7f' => out.push(Piece::Gap),
        _ if is_unseen(character) => out.push(Piece::Nothing),
        _ => other(character, out),
    }
}

/// Signs without width: directions, joiners, the soft hyphen, the Arabic stroke that only stretches a word.
fn is_unseen(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{640}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
        || is_combining_mark(character)
}

fn other(character: char, out: &mut Vec<Piece>) {
    if let Some(letters) = special_latin(character) {
        return out.push(Piece::Letters(letters, Script::Latin));
    }
    let lower = character.to_lowercase().next().unwrap_or(character);
    if let Some(letters) = cyrillic(lower).or_else(|| greek(lower)) {
        return out.push(Piece::Letters(letters, Script::Letters));
    }
    if let Some(letters) = arabic(character) {
        return out.push(Piece::Letters(letters, Script::Unvoweled));
    }
    if let Some(syllable) = hangul(character) {
        return out.push(Piece::Syllable(syllable));
    }
    if is_han(character) {
        return out.push(match syllable(any_ascii::any_ascii_char(character)) {
            Some(syllable) => Piece::Syllable(syllable),
            None => Piece::Gap,
        });
    }
    // A letter with its marks, a wide or joined form: taken apart.
    let mut parts = character.nfkd().filter(|part| !is_combining_mark(*part));
    match (parts.next(), parts.next()) {
        (None, _) => out.push(Piece::Nothing),
        (Some(part), None) if part != character => pieces(part, out),
        (Some(first), Some(second)) if first != character => {
            let mut some = Vec::new();
            for part in [first, second].into_iter().chain(parts) {
                pieces(part, &mut some);
                // A joined form of a form that is joined itself ends here: no character is nested deeper.
                out.extend(some.iter().copied());
            }
            out.truncate(32);
        }
        _ if character.is_alphanumeric() => {
            let script = if is_unvoweled(character) { Script::Unvoweled } else { Script::Letters };
            out.push(Piece::Letters(any_ascii::any_ascii_char(character), script));
        }
        _ => out.push(Piece::Gap),
    }
}

fn is_unvoweled(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

fn is_han(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

fn syllable(letters: &str) -> Option<[u8; 8]> {
    let mut syllable = [0; 8];
    let letters = letters.bytes().filter(u8::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase());
    for (place, letter) in syllable.iter_mut().zip(letters) {
        *place = letter;
    }
    (syllable[0] != 0).then_some(syllable)
}

/// Latin letters that are not a letter with a mark.
fn special_latin(character: char) -> Option<&'static str> {
    Some(match character {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ı' | 'İ' => "i",
        'þ' | 'Þ' => "th",
        'ŋ' | 'Ŋ' => "ng",
        'ə' | 'Ə' => "a",
        'ħ' | 'Ħ' => "h",
        'ŧ' | 'Ŧ' => "t",
        'ƒ' => "f",
        _ => return None,
    })
}

fn cyrillic(character: char) -> Option<&'static str> {
    Some(match character {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' | 'ғ' => "g",
        'д' => "d",
        'е' | 'э' | 'ё' => "e",
        'є' => "ye",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' | 'ы' => "i",
        'й' | 'ј' => "y",
        'ї' => "yi",
        'к' | 'қ' => "k",
        'л' => "l",
        'љ' => "lj",
        'м' => "m",
        'н' | 'ң' => "n",
        'њ' => "nj",
        'о' | 'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'ћ' => "c",
        'ђ' => "dj",
        'у' | 'ү' | 'ұ' => "u",
        'ў' => "w",
        'ф' => "f",
        'х' | 'ҳ' | 'һ' => "kh",
        'ц' => "ts",
        'ч' | 'ҷ' => "ch",
        'џ' => "dzh",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        'ә' => "a",
        _ => return None,
    })
}

fn greek(character: char) -> Option<&'static str> {
    Some(match character {
        'α' | 'ά' => "a",
        'β' => "v",
        'γ' => "g",
        'δ' => "d",
        'ε' | 'έ' => "e",
        'ζ' => "z",
        'η' | 'ή' | 'ι' | 'ί' | 'ϊ' | 'ΐ' => "i",
        'θ' => "th",
        'κ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ξ' => "x",
        'ο' | 'ό' | 'ω' | 'ώ' => "o",
        'π' => "p",
        'ρ' => "r",
        'σ' | 'ς' => "s",
        'τ' => "t",
        'υ' | 'ύ' | 'ϋ' | 'ΰ' => "y",
        'φ' => "f",
        'χ' => "ch",
        'ψ' => "ps",
        _ => return None,
    })
}

fn arabic(character: char) -> Option<&'static str> {
    Some(match character {
        'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' | 'ع' | 'ى' | 'ة' => "a",
        'ء' | 'ئ' | 'ؤ' => "",
        'ب' => "b",
        'پ' => "p",
        'ت' | 'ط' | 'ٹ' => "t",
        'ث' => "th",
        'ج' => "j",
        'چ' => "ch",
        'ح' | 'ه' | 'ہ' | 'ھ' | 'ۀ' => "h",
        'خ' => "kh",
        'د' | 'ض' | 'ڈ' => "d",
        'ذ' => "dh",
        'ر' | 'ڑ' => "r",
        'ز' | 'ظ' => "z",
        'ژ' => "zh",
        'س' | 'ص' => "s",
        'ش' => "sh",
        'غ' => "gh",
        'ف' => "f",
        'ق' => "q",
        'ك' | 'ک' => "k",
        'گ' => "g",
        'ل' => "l",
        'م' => "m",
        'ن' | 'ں' => "n",
        'و' => "w",
        'ي' | 'ی' | 'ې' | 'ے' => "y",
        _ => return None,
    })
}

const LEADS: [&str; 19] =
    ["k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "ch", "tch", "ch", "k", "t", "p", "h"];
const VOWELS: [&str; 21] = [
    "a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu",
    "u", "ui", "i",
];
const TAILS: [&str; 28] = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t",
    "ng", "t", "t", "k", "t", "p", "t",
];

/// A syllable of the Hangul block (The Unicode Standard, section 3.12).
fn hangul(character: char) -> Option<[u8; 8]> {
    let index = u32::from(character).checked_sub(0xac00).filter(|index| *index < 11_172)? as usize;
    let parts = [LEADS[index / 588], VOWELS[index % 588 / 28], TAILS[index % 28]];
    let mut out = [0; 8];
    for (place, letter) in out.iter_mut().zip(parts.iter().flat_map(|part| part.bytes())) {
        *place = letter;
    }
    Some(out)
}

/// The Latin letter that a letter of another script looks like: who mixes scripts in one word means that.
pub(crate) fn lookalike(character: char) -> Option<char> {
    Some(match character {
        'а' | 'А' | 'α' | 'Α' => 'a',
        'В' | 'Β' | 'ь' => 'b',
        'с' | 'С' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'Е' | 'ё' | 'Ё' | 'Ε' => 'e',
        'һ' | 'Н' | 'Η' => 'h',
        'і' | 'І' | 'ι' | 'Ι' | 'ї' | 'Ї' => 'i',
        'ј' | 'Ј' => 'j',
        'К' | 'к' | 'Κ' | 'κ' => 'k',
        'ӏ' | 'Ӏ' => 'l',
        'М' | 'м' | 'Μ' => 'm',
        'ո' | 'п' | 'Ν' => 'n',
        'о' | 'О' | 'ο' | 'Ο' | 'օ' => 'o',
        'р' | 'Р' | 'ρ' | 'Ρ' => 'p',
        'ԛ' => 'q',
        'г' => 'r',
        'ѕ' | 'Ѕ' => 's',
        'Т' | 'т' | 'Τ' | 'τ' => 't',
        'υ' | 'ս' => 'u',
        'ν' | 'ѵ' => 'v',
        'ԝ' | 'ѡ' | 'ω' => 'w',
        'х' | 'Х' | 'Χ' | 'χ' => 'x',
        'у' | 'У' | 'Υ' | 'γ' => 'y',
        'Ζ' => 'z',
        _ => return None,
    })
}
