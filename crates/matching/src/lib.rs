//! Names and identities: normalise, compare, screen against lists, with reasons.
//!
//! A name of any script becomes words in Latin letters ([`Name`]). Two names are compared word by word: equal, two
//! spellings of one name, alike in sound, alike but for some letters, an initial, two words written as one. What a word
//! says is measured in bits, by how rare it is; what met and what is left over on either side gives one calibrated
//! score ([`compare()`]). [`ListIndex`] finds among many names every one that such a comparison would show.

mod compare;
mod index;
mod latin;
mod likeness;
mod name;
mod score;
mod search;
mod sound;
mod words;

pub use compare::{Comparison, Part, compare};
pub use index::{IndexLimits, ListIndex, ListedName};
pub use latin::Script;
pub use likeness::Met;
pub use name::{Kind, NAME_CHARS_MAX, Name, WORDS_MAX, Word};
pub use score::{FEATURES, Weighed};
pub use search::{Asked, Found, Searcher};
pub use words::WordKind;
