//! Honest oddities: what looks like wrongdoing and is none.

use crate::plan::{HubWork, Plan, Planning};
use crate::traders::Link;
use crate::wrongdoing::kinds;

kinds! {
    /// A kind of honest oddity.
    pub Oddity {
        /// Weather or a strike keeps the box in port for a week or two.
        StormDwell = "storm_dwell",
        /// The onward ship leaves without the box, once or twice.
        RolledTransshipment = "rolled_transshipment",
        /// The usual sailing is blanked and the box goes another way.
        BlankSailing = "blank_sailing",
        /// Goods sold off cheaply; the declared value is the price paid.
        ClearanceSale = "clearance_sale",
        /// Customs at the destination open the box, say so, and put on their own seal.
        CustomsInspection = "customs_inspection",
        /// Two digits of the container number are exchanged in the papers.
        TypingError = "typing_error",
        /// Goods made in the importing country come back.
        ReturnedGoods = "returned_goods",
        /// A trader loads what a third country made, and declares that.
        ThirdCountryGoods = "third_country_goods",
        /// Dunnage and rain make the box heavier than the papers say.
        WetDunnage = "wet_dunnage",
        /// The port of discharge is changed after loading, and the entry summary amended.
        ChangedDestination = "changed_destination",
        /// Goods lie some weeks in a distribution centre in a free zone; the papers say where they were made.
        DistributionCentre = "distribution_centre",
    }
}

/// Share of import consignments with an honest oddity, on the easy and on the hard profile.
pub(crate) const ODDITY_RATE: (f64, f64) = (0.04, 0.08);

/// Changes the plan; false when it cannot happen on this pair.
pub(crate) fn apply(oddity: Oddity, plan: &mut Plan, link: &Link, planning: &mut Planning<'_, '_>) -> bool {
    let has_hub = plan.path.hops.len() > 1;
    match oddity {
        Oddity::StormDwell => {
            let hours = planning.drawn((120.0, 260.0), (140.0, 400.0));
            match (has_hub, planning.chance.below(2)) {
                (true, 0) => plan.hub_delay.hours += hours,
                (_, 1) => plan.destination_hours += hours,
                _ => plan.origin_delay.hours += hours,
            }
        }
        Oddity::RolledTransshipment => {
            plan.hub_delay.rolled = 1 + planning.chance.below(planning.either(1, 2));
            return has_hub;
        }
        Oddity::BlankSailing => {
            let options = planning.routes.options(planning.fleet, planning.alliance, link.from, link.to);
            let (fleet, ready) = (planning.fleet, planning.ready);
            let other = options.iter().rev().find(|path| **path != plan.path && path.is_open(fleet, ready));
            let Some(other) = other.cloned() else { return false };
            plan.path = other;
        }
        Oddity::ClearanceSale => plan.price_factor *= planning.drawn((0.4, 0.65), (0.3, 0.55)),
        Oddity::CustomsInspection => plan.inspected = true,
        Oddity::TypingError => plan.declared.mistyped = true,
        Oddity::ReturnedGoods => {
            plan.true_origin = "GB".to_owned();
            plan.declared.origin = "GB".to_owned();
            return !link.transit;
        }
        Oddity::ThirdCountryGoods => {
            let Some(origin) = planning.other_origin(link.goods, &[&link.origin_country]) else {
                return false;
            };
            plan.true_origin.clone_from(&origin);
            plan.declared.origin = origin;
        }
        Oddity::WetDunnage => plan.declared.mass_factor *= planning.drawn((0.93, 0.95), (0.90, 0.94)),
        Oddity::ChangedDestination => return changed_destination(plan, link, planning),
        Oddity::DistributionCentre => return distribution_centre(plan, link, planning),
    }
    true
}

fn changed_destination(plan: &mut Plan, link: &Link, planning: &mut Planning<'_, '_>) -> bool {
    let geography = planning.geography;
    let others: Vec<usize> =
        (0..geography.ports.len()).filter(|port| geography.is_importing(*port) && *port != link.to).collect();
    let Some(to) = planning.chance.pick(&others).copied() else { return false };
    let options = planning.routes.options(planning.fleet, planning.alliance, link.from, to);
    let (fleet, ready) = (planning.fleet, planning.ready);
    let Some(path) = options.iter().find(|path| path.is_open(fleet, ready)).cloned() else { return false };
    plan.declared.first_discharge = Some(plan.to);
    plan.path = path;
    plan.to = to;
    true
}

fn distribution_centre(plan: &mut Plan, link: &Link, planning: &mut Planning<'_, '_>) -> bool {
    let ports = &planning.geography.ports;
    let zones: Vec<usize> = (0..ports.len())
        .filter(|port| ports[*port].free_zone && ports[*port].country != link.origin_country)
        .collect();
    let Some(path) = planning.path_over(link, &zones) else { return false };
    plan.path = path;
    plan.hub_delay.hours = planning.drawn((100.0, 240.0), (150.0, 400.0));
    plan.hub_work = planning.happens(0.3, 0.5).then_some(HubWork { zone: true, ..HubWork::default() });
    !link.transit
}
