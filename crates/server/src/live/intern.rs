//! Texts and parties that many rows share.

use super::row::RowParty;
use std::collections::HashSet;
use std::sync::Arc;

/// Hands out one shared copy of each text and party.
#[derive(Default)]
pub struct Interner {
    texts: HashSet<Arc<str>>,
    parties: HashSet<Arc<RowParty>>,
}

impl Interner {
    /// The shared copy of a text.
    pub fn text(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.texts.get(text) {
            return known.clone();
        }
        let shared: Arc<str> = text.into();
        self.texts.insert(shared.clone());
        shared
    }

    /// The shared copy of a party.
    pub fn party(&mut self, party: RowParty) -> Arc<RowParty> {
        if let Some(known) = self.parties.get(&party) {
            return known.clone();
        }
        let shared = Arc::new(party);
        self.parties.insert(shared.clone());
        shared
    }
}
