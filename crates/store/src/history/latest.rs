//! Which of several messages with the same source and id counts: the one received last, as of a time.

use super::origin::{NAMES, Origins};
use super::read_columns;
use crate::StoreError;
use crate::catalogue::Segment;
use crate::folder::Folder;
use std::collections::HashMap;
use tidewaiter_model::provenance::{MessageRef, Provenance};
use tidewaiter_model::time::UtcTime;

/// For each message key that occurs with different contents: the message that counts.
pub(crate) struct Latest {
    as_of: UtcTime,
    counts: HashMap<u64, (UtcTime, MessageRef)>,
}

impl Latest {
    /// Looks through `segments`. Files without a conflict are read only if another file has one.
    pub(crate) fn find(folder: &Folder, segments: &[Segment], as_of: UtcTime) -> Result<Latest, StoreError> {
        let mut latest = Latest { as_of, counts: HashMap::new() };
        let nothing = (UtcTime::MIN, MessageRef::default());
        for segment in segments.iter().filter(|segment| segment.conflicts > 0) {
            read_columns(&folder.resolve(&segment.path), &NAMES, &mut |batch| {
                let origins = Origins::of(batch)?;
                let conflicting =
                    (0..batch.num_rows()).map(|row| origins.at(row)).filter(|origin| origin.conflict);
                latest.counts.extend(conflicting.map(|origin| (origin.key, nothing)));
                Ok(())
            })?;
        }
        if latest.counts.is_empty() {
            return Ok(latest);
        }
        for segment in segments {
            read_columns(&folder.resolve(&segment.path), &NAMES, &mut |batch| {
                let origins = Origins::of(batch)?;
                for origin in (0..batch.num_rows()).map(|row| origins.at(row)) {
                    if origin.provenance.received <= as_of
                        && let Some(best) = latest.counts.get_mut(&origin.key)
                    {
                        *best = (*best).max((origin.provenance.received, origin.provenance.message));
                    }
                }
                Ok(())
            })?;
        }
        Ok(latest)
    }

    /// Whether a row is to be given out: received in time, and not outdone by a later message of its key.
    #[inline]
    pub(crate) fn counts(&self, key: u64, provenance: Provenance) -> bool {
        provenance.received <= self.as_of
            && (self.counts.is_empty()
                || self
                    .counts
                    .get(&key)
                    .is_none_or(|best| *best == (provenance.received, provenance.message)))
    }
}
