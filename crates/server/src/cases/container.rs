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
use tidewaiter_trips::Trip;

/// Cases looked into for where a container is bound; one box has hardly ever more than one at a time.
const CASES_MAX: usize = 20;

/// See [`super::container`].
pub(super) async fn trips(live: &Live, number: &str, reader: Reader<'_>) -> Result<ContainerTrips> {
    let snapshot = live.snapshot().ok_or(Error::NothingAssessed)?;
    let container = normal_container(number);
    let context = knowing(live, &container).await?;
    let trips: Vec<&Trip> = context.trips_of_container(&container).iter().collect();
    if trips.is_empty() {
        let nearest = nearest(&container, context.containers());
        return Err(Error::NoSuchContainer { asked: printable(number), nearest });
    }
    let carried = carried(live, &snapshot, &container).await?;
    let settings = live.settings();
    let frame =
        Frame { routes: &context.routes, as_of: context.as_of, settings: &settings, words: reader.words };
    of_trips(live.store(), &container, &trips, &carried, &frame).await
}

/// The current context, or, of a container that is in no case at hand, one that has the trips of all.
async fn knowing(live: &Live, container: &str) -> Result<Arc<Context>> {
    let context = live.current_context().await?;
    if context.whole || !context.trips_of_container(container).is_empty() {
        return Ok(context);
    }
    live.whole_context_at(context.as_of).await
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
