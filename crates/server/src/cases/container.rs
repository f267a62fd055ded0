//! One container's trips out of the live picture.

use super::Reader;
use crate::error::{Error, Result};
use crate::live::context::Context;
use crate::live::{Live, Snapshot};
use crate::trips_show::{Carried, Frame, nearest, of_trips};
use crate::views::ContainerTrips;
use crate::words::printable;
use std::sync::Arc;
use tidewaiter_model::identifier::normal_container;
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::Trip;

/// Cases looked into for where a container is bound; one box has hardly ever more than one at a time.
const CASES_MAX: usize = 20;

/// See [`super::container`].
pub(super) async fn trips(live: &Live, number: &str, reader: Reader<'_>) -> Result<ContainerTrips> {
    let snapshot = live.snapshot().ok_or(Error::NothingAssessed)?;
    let container = normal_container(number);
    let known = known(live, &container).await?;
    let trips = known.trips(&container);
    if trips.is_empty() {
        let nearest = nearest(&container, known.context.containers());
        return Err(Error::NoSuchContainer { asked: printable(number), nearest });
    }
    let carried = carried(live, &snapshot, &container).await?;
    let settings = live.settings();
    let (routes, as_of) = (&known.context.routes, known.as_of);
    let frame = Frame { routes, as_of, settings: &settings, words: reader.words };
    of_trips(live.store(), &container, &trips, &carried, &frame).await
}

/// What is known of one container, and what it is judged by.
pub(super) struct Known {
    pub(super) context: Arc<Context>,
    /// Up to when messages count.
    pub(super) as_of: UtcTime,
    /// Its trips with what came since the run; `None` until the reports are restored after a start.
    now: Option<Vec<Trip>>,
}

impl Known {
    /// The container's trips.
    pub(super) fn trips(&self, container: &str) -> Vec<&Trip> {
        match &self.now {
            Some(trips) => trips.iter().collect(),
            None => self.context.trips_of_container(container).iter().collect(),
        }
    }
}

/// The trips of a container as they are now. Until the reports are restored they are those of the current run, and of a
/// container that is in no case at hand those of a context that has the trips of all.
pub(super) async fn known(live: &Live, container: &str) -> Result<Known> {
    let context = live.current_context().await?;
    let now = live.trips_now(container).filter(|trips| !trips.is_empty());
    if now.is_some() {
        let as_of = live.now().max(context.as_of);
        return Ok(Known { context, as_of, now });
    }
    let at_hand = context.whole || !context.trips_of_container(container).is_empty();
    let context = if at_hand { context } else { live.whole_context_at(context.as_of).await? };
    Ok(Known { as_of: context.as_of, context, now: None })
}

/// The cases in whose papers the container stands, riskiest first.
async fn carried(live: &Live, snapshot: &Snapshot, container: &str) -> Result<Vec<Carried>> {
    let names = |texts: &[Box<str>]| texts.iter().any(|text| normal_container(text) == container);
    let mut rows: Vec<_> = snapshot.base.rows().iter().filter(|row| names(&row.containers)).collect();
    rows.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
    let mut carried = Vec::new();
    for row in rows.into_iter().take(CASES_MAX) {
        let lane = row.listed.map(|listed| listed.lane);
        let assessment = crate::queue::assessment_in_any_run(live.store(), &row.id).await?;
        carried.extend(assessment.map(|assessment| Carried::new(&assessment, lane)));
    }
    Ok(carried)
}
