//! Route anomalies of boxes that never come near the importing country, for judging trips apart from consignments.

use crate::chance::Chance;
use crate::routes::{Path, Routes};
use crate::trade::FreeBox;
use crate::world::World;
use crate::wrongdoing::kinds;

kinds! {
    /// A planted route anomaly, as `trips.csv` names it.
    pub Anomaly {
        /// The box comes back to where it was loaded.
        Loop = "loop",
        /// It changes ship where nothing calls for it.
        NeedlessTransshipment = "needless_transshipment",
        /// Nobody ships from there to there.
        UnseenPair = "unseen_pair",
        /// It lies weeks longer at a hub than others.
        LongDwell = "long_dwell",
        /// It is reported empty at sea, though stuffed before and stripped after.
        EmptyAtSea = "empty_at_sea",
        /// Another box travels under its number.
        DuplicateNumber = "duplicate_number",
    }
}

/// Share of trips outside the importing country's trade that are anomalous (`evaluation.md`: 1.5 % of trips).
const ANOMALY_RATE: f64 = 0.015;

pub(crate) fn draw(chance: &mut Chance) -> Option<Anomaly> {
    if !chance.happens(ANOMALY_RATE) {
        return None;
    }
    chance.pick(Anomaly::ALL).copied()
}

/// How the box goes; the anomaly comes back too if the way allows it.
pub(crate) fn path(
    world: &mut World<'_>,
    free: FreeBox,
    to: usize,
    anomaly: Option<Anomaly>,
) -> Option<(Path, Option<Anomaly>)> {
    let alliance = world.fleet.carriers[free.carrier].alliance;
    let elsewhere: Vec<f64> =
        (0..world.geography.ports.len())
            .map(|port| {
                if port == free.port || port == to || world.geography.is_importing(port) { 0.0 } else { 1.0 }
            })
            .collect();
    let over = |world: &World<'_>, hub: Option<usize>, to: usize| {
        Routes::over(&world.fleet, alliance, free.port, hub?, to).filter(|path| path.hours < 110.0 * 24.0)
    };
    let hub = world.chance.weighted(&elsewhere);
    match anomaly {
        Some(Anomaly::Loop) => return over(world, hub, free.port).map(|path| (path, anomaly)),
        Some(Anomaly::NeedlessTransshipment) => return over(world, hub, to).map(|path| (path, anomaly)),
        Some(Anomaly::UnseenPair) => {
            let strange: Vec<f64> = world
                .geography
                .ports
                .iter()
                .zip(&elsewhere)
                .map(|(port, weight)| if port.world_weight <= 1.0 { *weight } else { 0.0 })
                .collect();
            let to = world.chance.weighted(&strange)?;
            let options = world.routes.options(&world.fleet, alliance, free.port, to);
            if let Some(path) = options.iter().find(|path| path.is_open(&world.fleet, free.since)) {
                return Some((path.clone(), anomaly));
            }
            let other = world.chance.weighted(&elsewhere);
            return over(world, other.filter(|hub| *hub != to), to).map(|path| (path, anomaly));
        }
        _ => {}
    }
    let options = world.routes.options(&world.fleet, alliance, free.port, to);
    let open: Vec<&Path> = options.iter().filter(|path| path.is_open(&world.fleet, free.since)).collect();
    if anomaly == Some(Anomaly::LongDwell) {
        let path = open.iter().find(|path| path.hops.len() > 1).copied().cloned();
        return path.map(|path| (path, anomaly));
    }
    // Most boxes of a pair go the quickest way.
    let place = if world.chance.happens(0.93) { 0 } else { world.chance.below(open.len()) };
    open.get(place).copied().cloned().map(|path| (path, anomaly))
}

/// Extra hours at the hub.
pub(crate) fn hub_hours(anomaly: Option<Anomaly>, chance: &mut Chance) -> f64 {
    match anomaly {
        Some(Anomaly::LongDwell) => chance.between(500.0, 900.0),
        _ => 0.0,
    }
}
