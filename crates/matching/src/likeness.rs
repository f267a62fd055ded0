//! How far one word of a name stands for another.

use crate::name::Sounded;
use crate::sound::{distance, form_distance_max, forms_within};
use crate::words::{WordKind, Words};

/// How two words met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Met {
    /// The same letters.
    Same,
    /// Two spellings of one name, by the table of names.
    OneName,
    /// They sound alike.
    Sound,
    /// Some letters are wrong.
    Letters,
    /// An initial for the name.
    Initial,
    /// Legal forms of one class.
    LegalForm,
}

/// Words that are less alike do not meet.
const LEAST: f32 = 0.70;
/// And words of at most three sounds must be more alike than longer ones.
const LEAST_SHORT: f32 = 0.80;
/// Pairs of words on both sides are read as one word each only where their forms have so many letters.
const JOINED_BOTH_MIN: usize = 4;
/// Another first sound costs so much.
const OTHER_START: f32 = 0.05;

/// Whether two words are compared letter by letter. What the index finds is exactly this.
pub(crate) fn are_comparable(a: Sounded<'_>, b: Sounded<'_>) -> bool {
    (a.skeleton != 0 && a.skeleton == b.skeleton)
        || forms_within(a.form, b.form, apart_max(a).min(apart_max(b)))
}

/// By how many letters the form of another word may differ from this one's. Two words read as one have less room.
pub(crate) fn apart_max(word: Sounded<'_>) -> usize {
    let max = form_distance_max(word.form.len());
    if word.joined { max.min(1) } else { max }
}

/// Whether the table of names knows two words as one name.
pub(crate) fn are_one_name(a: &str, b: &str) -> bool {
    let words = Words::builtin();
    let of_b = words.same(b);
    !of_b.is_empty() && words.same(a).iter().any(|class| of_b.contains(class))
}

/// How two words met.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Likeness {
    /// 0.7 to 1.
    pub(crate) alike: f32,
    /// By how many letters they are apart.
    pub(crate) apart: f32,
    pub(crate) met: Met,
}

/// Spellings of one name count as if so many letters were wrong.
const ONE_NAME_APART: f32 = 0.4;

/// How alike two words are; `None` when they do not meet. Initials meet elsewhere.
pub(crate) fn likeness(a: Sounded<'_>, b: Sounded<'_>) -> Option<Likeness> {
    if a.joined && b.joined && a.form.len().min(b.form.len()) < JOINED_BOTH_MIN {
        return None;
    }
    if a.text == b.text {
        return Some(Likeness { alike: 1.0, apart: 0.0, met: Met::Same });
    }
    if a.kind == WordKind::Number || b.kind == WordKind::Number || a.text.len() < 2 || b.text.len() < 2 {
        return None;
    }
    if a.legal != 0 && a.legal == b.legal {
        return Some(Likeness { alike: 0.9, apart: 0.0, met: Met::LegalForm });
    }
    // Small words are as good as their letters: `el` for `al` was settled when the name was read.
    if !a.kind.is_searched() || !b.kind.is_searched() {
        return None;
    }
    let known = are_one_name(a.text, b.text);
    let known = known.then_some(Likeness { alike: 0.93, apart: ONE_NAME_APART, met: Met::OneName });
    if !are_comparable(a, b) {
        return known;
    }
    let len = a.sounds.len().max(b.sounds.len());
    let least = if len <= 3 { LEAST_SHORT } else { LEAST };
    let unvoweled = a.unvoweled || b.unvoweled;
    let max = ((1.0 - least) * 100.0 * len as f32) as u32;
    let apart = distance(a.sounds, b.sounds, unvoweled, max);
    let start = match (a.sounds.first(), b.sounds.first()) {
        (Some(a), Some(b)) if a.class == b.class => 0.0,
        _ => OTHER_START,
    };
    let alike = apart.and_then(|apart| {
        let apart = apart as f32 / 100.0 + start * len as f32;
        let alike = (1.0 - apart / len as f32).min(0.99);
        let sounds = a.skeleton == b.skeleton && alike >= 0.85;
        let met = if sounds { Met::Sound } else { Met::Letters };
        (alike >= least).then_some(Likeness { alike, apart, met })
    });
    match (alike, known) {
        (Some(alike), Some(known)) => Some(if alike.alike > known.alike { alike } else { known }),
        (alike, known) => alike.or(known),
    }
}
