//! Writing the reports to the file that the next start reads.

use super::picture::{Restored, Writer, reports_file};
use super::tasks::{aside, upgrade};
use super::watch::{Inner, Live};
use crate::error::{Error, Result};
use std::sync::{PoisonError, Weak};
use std::time::Duration;

/// How often it is looked whether the file is worth writing anew.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// It is once so many messages are not in it …
const MESSAGES_MIN: u64 = 500_000;
/// … and this share of all: a byte is written again for each sixteenth by which the reports grow.
const SHARE: u64 = 16;

impl Live {
    /// Writes the reports to the file that the next start reads; gives whether there were any. Messages go on being
    /// applied.
    ///
    /// # Errors
    /// What the system or the database said. The file before it is then still there.
    pub async fn keep_reports(&self) -> Result<bool> {
        let live = self.clone();
        aside(move |runtime| {
            // At the usual priority: whoever holds the picture must not be kept from giving it back.
            let path = reports_file(live.store());
            let failed = |source| Error::File { path: path.display().to_string(), source };
            let Some(applied) = live.applied() else { return Ok(false) };
            if live.with_picture(|restored| restored.unfiled) == Some(true) {
                return Ok(false);
            }
            let mut writer = Writer::create(&path).map_err(failed)?;
            let parts = live.with_picture(|restored| restored.reports.parts());
            for number in 0..parts.unwrap_or_default() {
                if let Some(part) = live.with_picture(|restored| Writer::part(restored, number)) {
                    writer.add(part).map_err(failed)?;
                }
            }
            let Some(texts) = live.with_picture(Writer::texts) else { return Ok(false) };
            let trail = runtime.block_on(live.store().trail_end())?;
            writer.finish(texts, trail).map_err(failed)?;
            let mut picture = live.inner.picture.write().unwrap_or_else(PoisonError::into_inner);
            if let Some(restored) = picture.as_mut() {
                restored.kept = applied.status_messages;
            }
            Ok(true)
        })
        .await
    }

    fn with_picture<T>(&self, look: impl FnOnce(&Restored) -> T) -> Option<T> {
        let picture = self.inner.picture.read().unwrap_or_else(PoisonError::into_inner);
        picture.as_ref().map(look)
    }

    fn is_worth_keeping(&self) -> bool {
        let is_worth = |restored: &Restored| {
            let all = restored.status_messages;
            !restored.unfiled && all.saturating_sub(restored.kept) >= MESSAGES_MIN.max(all / SHARE)
        };
        self.with_picture(is_worth).unwrap_or(false)
    }
}

/// Writes the file now and then.
pub(super) async fn keep_reports(weak: Weak<Inner>) {
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let Some(live) = upgrade(&weak) else { return };
        if live.is_worth_keeping() {
            // Without it the next start reads the history.
            let _ = live.keep_reports().await;
        }
    }
}
