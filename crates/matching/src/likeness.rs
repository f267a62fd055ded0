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

/// How alike two words are, 0.7 to 1, and how they met; `None` when they do not. Initials meet elsewhere.
pub(crate) fn likeness(a: Sounded<'_>, b: Sounded<'_>) -> Option<(f32, Met)> {
    if a.joined && b.joined && a.form.len().min(b.form.len()) < JOINED_BOTH_MIN {
        return None;
    }
    if a.text == b.text {
        return Some((1.0, Met::Same));
    }
    if a.kind == WordKind::Number || b.kind == WordKind::Number || a.text.len() < 2 || b.text.len() < 2 {
        return None;
    }
    if a.legal != 0 && a.legal == b.legal {
        return Some((0.9, Met::LegalForm));
    }
    // Small words are as good as their letters: `el` for `al` was settled when the name was read.
    if !a.kind.is_searched() || !b.kind.is_searched() {
        return None;
    }
    let known = are_one_name(a.text, b.text).then_some((0.93, Met::OneName));
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
    let alike = apart.map(|apart| 1.0 - apart as f32 / (100.0 * len as f32) - start);
    let alike = alike.filter(|alike| *alike >= least).map(|alike| {
        let sounds = a.skeleton == b.skeleton && alike >= 0.85;
        (alike.min(0.99), if sounds { Met::Sound } else { Met::Letters })
    });
    match (alike, known) {
        (Some(alike), Some(known)) => Some(if alike.0 > known.0 { alike } else { known }),
        (alike, known) => alike.or(known),
    }
}
