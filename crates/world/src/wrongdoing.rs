//! Planted wrongdoing: how it is done and how far the papers go in hiding it. It is described as the trade does
//! it, without an eye on any indicator.

use crate::goods::{GOODS, find};
use crate::plan::{HubWork, Plan, Planning};
use crate::traders::Link;

macro_rules! kinds {
    ($(#[$outer:meta])* $visibility:vis $name:ident { $($(#[$inner:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        $visibility enum $name { $($(#[$inner])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// Every kind.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The name as it stands in the truth.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }

            /// The kind with this name.
            pub fn from_name(name: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|kind| kind.as_str() == name)
            }
        }
    };
}
pub(crate) use kinds;

kinds! {
    /// A kind of planted wrongdoing.
    pub Wrongdoing {
        /// Goods change ship where nothing calls for it, and are declared as made there.
        NeedlessTransshipment = "needless_transshipment",
        /// Goods come straight from where they are made, and are declared as made elsewhere.
        OriginFraud = "origin_fraud",
        /// The declared value is a fraction of the price paid.
        Undervaluation = "undervaluation",
        /// A second box travels under the number of the declared one.
        NumberCloning = "number_cloning",
        /// The box is opened at the hub, something is put in, and it gets another seal.
        RipOnRipOff = "rip_on_rip_off",
        /// Goods declared for transit are unloaded in the country.
        TransitDiversion = "transit_diversion",
        /// Other goods are in the box than declared.
        MisdeclaredGoods = "misdeclared_goods",
        /// The goods lie long in a free zone and leave it with new papers.
        FreeZoneDwell = "free_zone_dwell",
    }
}

/// Whether goods of this pair invite this wrongdoing.
pub(crate) fn suits(kind: Wrongdoing, link: &Link) -> bool {
    let Some(goods) = GOODS.get(link.goods) else { return false };
    let burdened = goods.is_burdened(&link.origin_country);
    match kind {
        Wrongdoing::NeedlessTransshipment | Wrongdoing::OriginFraud => burdened && !link.transit,
        Wrongdoing::FreeZoneDwell => !link.transit && goods.tax_rate_percent >= 20.0,
        Wrongdoing::Undervaluation => goods.tax_rate_percent >= 20.0 && !link.transit,
        Wrongdoing::MisdeclaredGoods => goods.hs_code != "240220" && !link.transit,
        Wrongdoing::NumberCloning => !link.transit,
        Wrongdoing::RipOnRipOff => !link.transit,
        Wrongdoing::TransitDiversion => link.transit,
    }
}

/// Changes the plan to what the wrongdoer does; false when it cannot be done on this pair.
pub(crate) fn apply(kind: Wrongdoing, plan: &mut Plan, link: &Link, planning: &mut Planning<'_, '_>) -> bool {
    match kind {
        Wrongdoing::NeedlessTransshipment => needless_transshipment(plan, link, planning),
        Wrongdoing::OriginFraud => origin_fraud(plan, link, planning),
        Wrongdoing::Undervaluation => {
            plan.declared.value_factor = planning.drawn((0.12, 0.32), (0.32, 0.52));
            true
        }
        Wrongdoing::NumberCloning => {
            plan.double_share = planning.either(1.0, 0.55);
            true
        }
        Wrongdoing::RipOnRipOff => rip_on_rip_off(plan, link, planning),
        Wrongdoing::TransitDiversion => {
            plan.diverted = true;
            true
        }
        Wrongdoing::MisdeclaredGoods => misdeclared_goods(plan, link, planning),
        Wrongdoing::FreeZoneDwell => free_zone_dwell(plan, link, planning),
    }
}

const DETOURS: [&str; 10] =
    ["MYPKG", "THLCH", "VNSGN", "TWKHH", "KRPUS", "INNSA", "IDJKT", "AEJEA", "TRIST", "EGPSD"];

fn needless_transshipment(plan: &mut Plan, link: &Link, planning: &mut Planning<'_, '_>) -> bool {
    let geography = planning.geography;
    let makes = |country: &str| GOODS.get(link.goods).is_some_and(|goods| goods.comes_from(country));
    let hubs: Vec<usize> = DETOURS
        .iter()
        .filter_map(|code| geography.find(code))
        .filter(|hub| geography.country(*hub) != link.origin_country)
        .filter(|hub| makes(geography.country(*hub)) || geography.ports[*hub].free_zone)
        .collect();
    let Some(path) = planning.path_over(link, &hubs) else { return false };
    let Some(hub) = path.hub(planning.fleet) else { return false };
    let country = planning.geography.country(hub).to_owned();
    plan.path = path;
    plan.hub_delay.hours = planning.drawn((120.0, 400.0), (24.0, 180.0));
    if planning.happens(1.0, 0.6) {
        plan.declared.shipper = planning.traders.reseller(planning.chance, link.goods, &country);
    }
    plan.declared.from_hub = planning.happens(0.75, 0.5);
    plan.declared.origin = country;
    true
}

fn origin_fraud(plan: &mut Plan, link: &Link, planning: &mut Planning<'_, '_>) -> bool {
    let passed = plan.path.hub(planning.fleet).map(|hub| planning.geography.country(hub).to_owned());
    // The careful claim a country that the route passes.
    let near = passed.filter(|country| planning.hard && *country != link.origin_country);
    let Some(origin) = near.or_else(|| planning.other_origin(link.goods, &[&link.origin_country])) else {
        return false;
    };
    if planning.happens(0.2, 0.5) {
        plan.declared.shipper = planning.traders.reseller(planning.chance, link.goods, &origin);
    }
    if planning.happens(0.3, 0.4) {
        plan.declared.claimed_country = Some(origin.clone());
    }
    plan.declared.origin = origin;
    true
}

fn rip_on_rip_off(plan: &mut Plan, link: &Link, planning: &mut Planning<'_, '_>) -> bool {
    if plan.path.hops.len() < 2 {
        let options = planning.routes.options(planning.fleet, planning.alliance, link.from, link.to);
        let (fleet, ready) = (planning.fleet, planning.ready);
        let other = options.iter().find(|path| path.hops.len() > 1 && path.is_open(fleet, ready)).cloned();
        let Some(path) = other else { return false };
        plan.path = path;
    }
    plan.hub_delay.hours += planning.drawn((100.0, 320.0), (0.0, 90.0));
    let reseal_reported = planning.happens(0.8, 0.45);
    plan.hub_work = Some(HubWork {
        opened: true,
        reseal_reported,
        // Something must be left to see.
        new_seal_seen: !reseal_reported || planning.happens(1.0, 0.6),
        mass_added_kg: planning.drawn((250.0, 900.0), (80.0, 450.0)),
        zone: false,
        restuffed: false,
    });
    true
}

const SMUGGLED: [&str; 6] = ["240220", "711719", "847130", "330499", "640399", "850440"];

fn misdeclared_goods(plan: &mut Plan, link: &Link, planning: &mut Planning<'_, '_>) -> bool {
    let Some(declared) = GOODS.get(link.goods) else { return false };
    let differs = |number: &usize| {
        let price_ratio = GOODS[*number].price_per_kg / declared.price_per_kg;
        let mass_ratio = GOODS[*number].net_mass_kg / declared.net_mass_kg;
        price_ratio > 2.5 && (mass_ratio - 1.0).abs() > 0.15
    };
    let candidates: Vec<usize> = SMUGGLED.iter().filter_map(|code| find(code)).filter(differs).collect();
    let Some(goods) = planning.chance.pick(&candidates).copied() else { return false };
    plan.true_goods = goods;
    let (true_goods, usual_mass) = (&GOODS[goods], declared.net_mass_kg * link.filling);
    let price_ratio = declared.price_per_kg * link.price_factor / true_goods.price_per_kg;
    let true_mass = true_goods.net_mass_kg * link.filling;
    if planning.happens(0.5, 0.5) {
        // The papers give the mass on the scales; only the goods and their price are invented.
        plan.declared.value_factor = price_ratio * planning.drawn((1.7, 3.0), (1.3, 1.9));
    } else {
        // The papers fit the declared goods; the scales do not.
        let care = planning.either(1.0, 0.5);
        plan.declared.mass_factor = (usual_mass / true_mass).powf(care);
        plan.declared.value_factor =
            price_ratio * plan.declared.mass_factor * planning.drawn((0.4, 0.6), (0.6, 0.9));
    }
    true
}

fn free_zone_dwell(plan: &mut Plan, link: &Link, planning: &mut Planning<'_, '_>) -> bool {
    let ports = &planning.geography.ports;
    let zones: Vec<usize> = (0..ports.len())
        .filter(|port| ports[*port].free_zone && ports[*port].country != link.origin_country)
        .collect();
    let Some(path) = planning.path_over(link, &zones) else { return false };
    let Some(hub) = path.hub(planning.fleet) else { return false };
    let country = planning.geography.country(hub).to_owned();
    plan.path = path;
    plan.hub_delay.hours = planning.drawn((480.0, 1_000.0), (290.0, 520.0));
    let zone = planning.happens(0.8, 0.35);
    plan.hub_work = Some(HubWork {
        opened: true,
        reseal_reported: planning.happens(0.4, 0.15),
        new_seal_seen: planning.happens(0.9, 0.5),
        mass_added_kg: planning.chance.between(-150.0, 150.0),
        zone,
        restuffed: zone && planning.happens(0.7, 0.4),
    });
    if planning.happens(0.6, 0.35) {
        plan.declared.origin = country.clone();
        plan.declared.shipper = planning.traders.reseller(planning.chance, link.goods, &country);
    }
    plan.declared.from_hub = planning.happens(0.5, 0.35);
    true
}
