//! Which of a few texts was said most often.

use tidewaiter_model::batch::{TextId, TextTable};

/// Different texts counted in place; reports of one event rarely name more.
const ROOM: usize = 6;
/// Different texts counted beyond [`ROOM`].
const MORE_MAX: usize = 64;

/// Counts texts, each with the weight of who says it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally {
    said: [(TextId, u32); ROOM],
    len: usize,
    more: Vec<(TextId, u32)>,
}

impl Tally {
    pub(crate) fn clear(&mut self) {
        self.len = 0;
        self.more.clear();
    }

    /// Counts one text; the absent one does not count.
    #[inline]
    pub(crate) fn add(&mut self, text: TextId, weight: u32) {
        if text == TextId::NONE {
            return;
        }
        for place in &mut self.said[..self.len.min(ROOM)] {
            if place.0 == text {
                place.1 = place.1.saturating_add(weight);
                return;
            }
        }
        if self.len < ROOM {
            self.said[self.len] = (text, weight);
            self.len += 1;
        } else {
            self.add_more(text, weight);
        }
    }

    #[cold]
    fn add_more(&mut self, text: TextId, weight: u32) {
        if let Some(place) = self.more.iter_mut().find(|place| place.0 == text) {
            place.1 = place.1.saturating_add(weight);
        } else if self.more.len() < MORE_MAX {
            self.more.push((text, weight));
        } else {
            self.more_than_counted(text, weight);
        }
    }

    /// Too many different texts: what was said least gives way.
    fn more_than_counted(&mut self, text: TextId, weight: u32) {
        if let Some(least) = self.more.iter_mut().min_by_key(|place| place.1) {
            *least = (text, weight);
        }
    }

    /// The text said most often; the first in alphabet when several were.
    pub(crate) fn most(&self, texts: &TextTable) -> TextId {
        let said = self.said.get(..self.len).unwrap_or(&[]);
        if let [one] = said {
            return one.0;
        }
        let mut best = (TextId::NONE, 0);
        for place in said.iter().chain(&self.more) {
            let earlier = || texts.text(place.0) < texts.text(best.0);
            if place.1 > best.1 || (place.1 == best.1 && earlier()) {
                best = *place;
            }
        }
        best.0
    }
}
