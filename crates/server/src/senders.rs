//! What each sender sent, what was refused and why, how late it was and how complete.

use crate::error::{Error, Result};
use crate::words::printable;
use serde::Serialize;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{SAID, SenderStatus, SenderTotals, Store};
use utoipa::ToSchema;

/// Days shown.
const DAYS: i64 = 30;
/// Ends of the classes of lateness, in hours. Below the first is what was received before it happened.
const EDGES: [f64; 7] = [0.0, 1.0, 6.0, 24.0, 72.0, 168.0, 720.0];
/// Senders in the list.
pub const SENDERS_MAX: usize = 1_000;

/// Counts of one sender. Read = accepted + duplicate + quarantined.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SenderCounts {
    /// Who.
    pub sender: String,
    /// Files.
    pub files: u64,
    /// Messages in them.
    pub read: u64,
    /// That became records.
    pub accepted: u64,
    /// Known already.
    pub duplicate: u64,
    /// Refused.
    pub quarantined: u64,
    /// When the last file came.
    #[schema(value_type = String, format = DateTime)]
    pub last_received: UtcTime,
}

/// Messages of one format, or of one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct SenderPart {
    /// The format, or the day.
    pub of: String,
    /// Files.
    pub files: u64,
    /// Messages that became records.
    pub accepted: u64,
    /// Known already.
    pub duplicate: u64,
    /// Refused.
    pub quarantined: u64,
}

/// What was refused for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct SenderRefusal {
    /// The code of a diagnostic, or a stable word for what was refused at the door.
    pub code: String,
    /// How many.
    pub count: u64,
}

/// Messages that were late by so much.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct LateBin {
    /// At least so many hours; `null`: received before it happened.
    #[schema(required)]
    pub from_hours: Option<f64>,
    /// Less than so many hours; `null` without end.
    #[schema(required)]
    pub to_hours: Option<f64>,
    /// How many.
    pub count: u64,
}

/// From the event to its receipt, of what had happened.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Lateness {
    /// Messages that count.
    pub messages: u64,
    /// Half of them were less late.
    #[schema(required)]
    pub median_hours: Option<f64>,
    /// Nine of ten were less late.
    #[schema(required)]
    pub p90_hours: Option<f64>,
    /// All of them.
    pub bins: Vec<LateBin>,
}

/// How many messages say something, of those that should.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Completeness {
    /// `vessel`, `voyage`, `full_empty`, `size_type`, `seal` or `gross_mass`.
    pub field: String,
    /// How many say it.
    pub said: u64,
    /// How many should.
    pub of: u64,
}

/// Everything about one sender.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SenderView {
    /// What it sent since the beginning.
    pub counts: SenderCounts,
    /// By format, since the beginning.
    pub formats: Vec<SenderPart>,
    /// By day (UTC), the last 30 days with files.
    pub days: Vec<SenderPart>,
    /// Messages in quarantine ever, by the code of their first error.
    pub quarantined: Vec<SenderRefusal>,
    /// Requests and files refused before anything was kept, in the last 30 days: `messages_a_minute`, `bytes_a_day`,
    /// `bytes_a_request`, `signature`, `unreadable`.
    pub refused: Vec<SenderRefusal>,
    /// How late its status messages came.
    pub late: Lateness,
    /// How complete they are.
    pub complete: Vec<Completeness>,
    /// Latest status messages that lateness and completeness are of.
    pub looked_at: u64,
    /// When the earliest of them was received.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub looked_at_from: Option<UtcTime>,
    /// There are more than were looked at.
    pub truncated: bool,
}

fn counts(totals: SenderTotals) -> SenderCounts {
    let SenderTotals { of, files, read, accepted, duplicate, quarantined, last_received } = totals;
    let sender = printable(&of);
    SenderCounts { sender, files, read, accepted, duplicate, quarantined, last_received }
}

/// Every sender with a name, the one heard of last first; at most [`SENDERS_MAX`].
///
/// # Errors
/// What the database said.
pub async fn list(store: &Store) -> Result<Vec<SenderCounts>> {
    Ok(store.senders(SENDERS_MAX).await?.into_iter().map(counts).collect())
}

/// One sender. Blocks on file input.
///
/// # Errors
/// [`Error::NoSuchSender`] when it sent nothing.
pub async fn show(store: &Store, sender: &str, now: UtcTime) -> Result<SenderView> {
    let from = UtcTime::from_seconds((now.day_number() + 1 - DAYS) * 86_400);
    let refusals = store.refusals_of(sender, &from.date_text()).await?;
    let totals = store.sender_totals(sender).await?;
    let totals = match totals {
        Some(totals) => totals,
        None if refusals.is_empty() => return Err(Error::NoSuchSender(sender.to_owned())),
        None => SenderTotals::nothing(sender, now),
    };
    let part = |totals: SenderTotals| {
        let SenderTotals { of, files, accepted, duplicate, quarantined, .. } = totals;
        SenderPart { of, files, accepted, duplicate, quarantined }
    };
    let status = store.sender_status(sender).await?;
    let mut refused: Vec<SenderRefusal> = Vec::new();
    for one in refusals {
        match refused.iter_mut().find(|known| known.code == one.reason) {
            Some(known) => known.count += one.count,
            None => refused.push(SenderRefusal { code: one.reason, count: one.count }),
        }
    }
    let quarantined = store.sender_quarantine(sender).await?;
    let quarantined = quarantined.into_iter().map(|(code, count)| SenderRefusal { code, count });
    let said = SAID.iter().zip(status.said);
    Ok(SenderView {
        counts: counts(totals),
        formats: store.sender_formats(sender).await?.into_iter().map(part).collect(),
        days: store.sender_days(sender, from).await?.into_iter().map(part).collect(),
        quarantined: quarantined.collect(),
        refused,
        complete: said
            .map(|(field, (said, of))| Completeness { field: (*field).to_owned(), said, of })
            .collect(),
        looked_at: status.messages,
        looked_at_from: status.from,
        truncated: status.is_cut,
        late: lateness(status),
    })
}

fn lateness(status: SenderStatus) -> Lateness {
    let mut hours = status.late_hours;
    hours.sort_by(f32::total_cmp);
    let at =
        |share: f64| hours.get(((hours.len() as f64 * share) as usize).min(hours.len().saturating_sub(1)));
    let ends = EDGES.iter().map(|end| Some(*end)).chain([None]);
    let starts = std::iter::once(None).chain(EDGES.iter().map(|start| Some(*start)));
    let below = |end: Option<f64>| {
        end.map_or(hours.len(), |end| hours.partition_point(|late| f64::from(*late) < end))
    };
    let bins = starts.zip(ends).map(|(from_hours, to_hours)| {
        let before = from_hours.map_or(0, |from| below(Some(from)));
        LateBin { from_hours, to_hours, count: (below(to_hours) - before) as u64 }
    });
    Lateness {
        messages: hours.len() as u64,
        median_hours: at(0.5).map(|hours| f64::from(*hours)),
        p90_hours: at(0.9).map(|hours| f64::from(*hours)),
        bins: bins.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_is_in_one_class_of_lateness() {
        let late_hours = vec![-2.0, 0.0, 0.5, 1.0, 5.9, 24.0, 100.0, 5_000.0, 700.0, 3.0];
        let late = lateness(SenderStatus { late_hours, ..SenderStatus::default() });
        let counted: Vec<u64> = late.bins.iter().map(|bin| bin.count).collect();
        assert_eq!(counted, [1, 2, 3, 0, 1, 1, 1, 1]);
        assert_eq!(
            (late.messages, late.median_hours, late.p90_hours),
            (10, Some(5.9_f32.into()), Some(5_000.0))
        );
        assert_eq!(lateness(SenderStatus::default()).median_hours, None);
    }
}
