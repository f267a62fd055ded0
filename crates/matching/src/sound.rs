//! What a word sounds like, and how far two words are apart.
//!
//! A word is a row of *sounds*: one letter, or several that are spelled for one (`kh`, `sch`, `ou`). Sounds of one
//! class are those that spellings of the same name exchange most: `q`, `k` and hard `c`; `a` and `e`. The *form* of a
//! word keeps the classes alone, doubles and inner `h` left out; words are compared at all only when their forms are
//! near, so that an index over forms misses nothing.

/// Longest word that is compared, in sounds; what follows is left out.
pub(crate) const SOUNDS_MAX: usize = 24;

/// One sound: its class, and how it is spelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Sound {
    pub(crate) class: u8,
    spelled: u8,
}

/// Spellings of more than one letter, longest first within a first letter, and their class.
const SPELLINGS: [(&str, u8); 44] = [
    ("ai", b'i'),
    ("ay", b'i'),
    ("aa", b'a'),
    ("ae", b'a'),
    ("au", b'u'),
    ("aw", b'u'),
    ("bh", b'b'),
    ("tsch", b'x'),
    ("tch", b'x'),
    ("ch", b'x'),
    ("ck", b'k'),
    ("cz", b'x'),
    ("dzh", b'j'),
    ("dsh", b'j'),
    ("dj", b'j'),
    ("dh", b'd'),
    ("dz", b's'),
    ("ei", b'i'),
    ("ey", b'i'),
    ("ee", b'i'),
    ("ea", b'a'),
    ("gh", b'g'),
    ("gn", b'n'),
    ("gu", b'g'),
    ("ie", b'i'),
    ("ii", b'i'),
    ("iy", b'i'),
    ("ij", b'i'),
    ("jh", b'j'),
    ("kh", b'k'),
    ("ks", b'k'),
    ("ou", b'u'),
    ("oo", b'u'),
    ("oe", b'u'),
    ("ow", b'u'),
    ("ph", b'f'),
    ("qu", b'k'),
    ("sch", b'x'),
    ("sh", b'x'),
    ("th", b't'),
    ("ts", b's'),
    ("tz", b's'),
    ("uo", b'u'),
    ("zh", b'j'),
];

/// The sounds of a word in lower-case Latin letters and digits.
pub(crate) fn sounds(word: &str) -> Vec<Sound> {
    let bytes = word.as_bytes();
    let mut sounds: Vec<Sound> = Vec::with_capacity(bytes.len().min(SOUNDS_MAX));
    let mut at = 0;
    while at < bytes.len() && sounds.len() < SOUNDS_MAX {
        let (class, len) = sound_at(bytes, at);
        let spelled = bytes[at].wrapping_sub(b'a') | (len.min(4) as u8) << 5;
        let sound = Sound { class, spelled };
        // A double letter is one sound, spelled as if single.
        if sounds.last().is_none_or(|last| last.class != class || len > 1 || bytes[at] != bytes[at - 1]) {
            sounds.push(sound);
        }
        at += len;
    }
    sounds
}

fn sound_at(bytes: &[u8], at: usize) -> (u8, usize) {
    let rest = &bytes[at..];
    let spelled = SPELLINGS.iter().find(|(letters, _)| rest.starts_with(letters.as_bytes()));
    if let Some((letters, class)) = spelled {
        // `guerra` has a hard g, `agua` and a final `gu` do not leave the u out.
        let keeps_u = letters.ends_with('u')
            && letters.len() == 2
            && matches!(letters.as_bytes()[0], b'g' | b'q')
            && !matches!(rest.get(2), Some(b'e' | b'i'));
        return (*class, if keeps_u { 1 } else { letters.len() });
    }
    let class = match rest[0] {
        b'e' => b'a',
        b'y' => b'i',
        b'o' => b'u',
        b'q' => b'k',
        b'w' => b'v',
        b'z' => b's',
        b'c' if matches!(rest.get(1), Some(b'e' | b'i' | b'y')) => b's',
        b'c' => b'k',
        b'x' => b'k',
        other => other,
    };
    (class, 1)
}

fn is_vowel(class: u8) -> bool {
    matches!(class, b'a' | b'i' | b'u')
}

/// The classes of a word's sounds without inner `h`, and without the doubled vowel that this may leave.
pub(crate) fn form(sounds: &[Sound]) -> Vec<u8> {
    let mut form = Vec::with_capacity(sounds.len());
    for (place, sound) in sounds.iter().enumerate() {
        let silent = place > 0 && sound.class == b'h';
        if !silent && (form.last() != Some(&sound.class) || !is_vowel(sound.class)) {
            form.push(sound.class);
        }
    }
    form
}

/// The consonants of a form; a vowel at the beginning stands as `a`. `None` when fewer than three are left.
pub(crate) fn skeleton(form: &[u8]) -> Option<Vec<u8>> {
    let mut skeleton: Vec<u8> = Vec::with_capacity(form.len());
    for (place, class) in form.iter().enumerate() {
        if !is_vowel(*class) {
            skeleton.push(*class);
        } else if place == 0 {
            skeleton.push(b'a');
        }
    }
    (skeleton.len() >= 3).then_some(skeleton)
}

/// How many letters of a form may be wrong for its word to be compared at all.
pub(crate) fn form_distance_max(form_len: usize) -> usize {
    match form_len {
        0..=2 => 0,
        3..=6 => 1,
        _ => 2,
    }
}

/// Costs are in hundredths of a letter.
const WHOLE: u32 = 100;

/// How far two words are apart, in hundredths of a letter; gives up above `max`.
pub(crate) fn distance(a: &[Sound], b: &[Sound], unvoweled: bool, max: u32) -> Option<u32> {
    let mut before = [0_u32; SOUNDS_MAX + 1];
    let mut above = [0_u32; SOUNDS_MAX + 1];
    let mut row = [0_u32; SOUNDS_MAX + 1];
    for (place, sound) in b.iter().enumerate() {
        above[place + 1] = above[place] + left_out(*sound, unvoweled);
    }
    for (i, left) in a.iter().enumerate() {
        let gap = left_out(*left, unvoweled);
        row[0] = above[0] + gap;
        let mut least = row[0];
        for (j, right) in b.iter().enumerate() {
            let mut cost = (above[j] + exchanged(*left, *right)).min(above[j + 1] + gap);
            cost = cost.min(row[j] + left_out(*right, unvoweled));
            if i > 0 && j > 0 && left.class == b[j - 1].class && a[i - 1].class == right.class {
                cost = cost.min(before[j - 1] + 70);
            }
            row[j + 1] = cost;
            least = least.min(cost);
        }
        if least > max {
            return None;
        }
        before = above;
        above = row;
    }
    Some(above[b.len()]).filter(|distance| *distance <= max)
}

fn left_out(sound: Sound, unvoweled: bool) -> u32 {
    match sound.class {
        // Arabic writes long vowels, which Latin spells with two letters.
        b'a' | b'i' | b'u' if unvoweled => {
            if sound.spelled >> 5 > 1 {
                35
            } else {
                8
            }
        }
        b'a' | b'i' | b'u' => 50,
        b'h' => 30,
        _ => WHOLE,
    }
}

fn exchanged(a: Sound, b: Sound) -> u32 {
    if a == b {
        return 0;
    }
    if a.class == b.class {
        return if is_vowel(a.class) { 22 } else { 18 };
    }
    if is_vowel(a.class) && is_vowel(b.class) {
        return 45;
    }
    let pair = (a.class.min(b.class), a.class.max(b.class));
    match pair {
        (b'g', b'k') | (b'd', b't') | (b'b', b'p') | (b'f', b'v') | (b'b', b'v') | (b's', b'x') => 50,
        (b'j', b'x') | (b'm', b'n') | (b'g', b'j') | (b'j', b's') | (b'k', b'x') => 60,
        (b'i', b'j') | (b'u', b'v') | (b'h', b'k') => 40,
        (b'd', b's') | (b'l', b'r') | (b'g', b'h') => 75,
        // Read wrongly by a machine.
        (b'0', b'u') | (b'1', b'i') | (b'1', b'l') | (b'5', b's') | (b'8', b'b') | (b'i', b'l') => 60,
        _ if are_neighbours(a.spelled, b.spelled) => 85,
        _ => WHOLE,
    }
}

const KEYBOARD: [&[u8]; 3] = [b"qwertyuiop", b"asdfghjkl", b"zxcvbnm"];

/// Whether two single letters lie side by side on a keyboard.
fn are_neighbours(a: u8, b: u8) -> bool {
    let letter = |spelled: u8| (spelled >> 5 == 1).then_some((spelled & 31) + b'a');
    let (Some(a), Some(b)) = (letter(a), letter(b)) else { return false };
    let place = |letter: u8| {
        KEYBOARD
            .iter()
            .enumerate()
            .find_map(|(row, keys)| Some((row, keys.iter().position(|k| *k == letter)?)))
    };
    let (Some(a), Some(b)) = (place(a), place(b)) else { return false };
    a.0.abs_diff(b.0) <= 1 && (a.1.abs_diff(b.1) + a.0.abs_diff(b.0)) <= 1
}

/// Whether two forms differ by at most `max` letters put in, left out, exchanged or swapped.
pub(crate) fn forms_within(a: &[u8], b: &[u8], max: usize) -> bool {
    if a.len().abs_diff(b.len()) > max {
        return false;
    }
    let mut before = [0_usize; SOUNDS_MAX + 1];
    let mut above: [usize; SOUNDS_MAX + 1] = std::array::from_fn(|place| place);
    let mut row = [0_usize; SOUNDS_MAX + 1];
    for (i, left) in a.iter().enumerate() {
        row[0] = i + 1;
        let mut least = row[0];
        for (j, right) in b.iter().enumerate() {
            let mut cost = above[j] + usize::from(left != right);
            cost = cost.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *left == b[j - 1] && a[i - 1] == *right {
                cost = cost.min(before[j - 1] + 1);
            }
            row[j + 1] = cost;
            least = least.min(cost);
        }
        if least > max {
            return false;
        }
        before = above;
        above = row;
    }
    above[b.len()] <= max
}
