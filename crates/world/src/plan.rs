//! What is meant to happen to a shipment, and what its papers will say.

use crate::chance::Chance;
use crate::fleet::Fleet;
use crate::geography::Geography;
use crate::goods::GOODS;
use crate::routes::{Delay, Path, Routes};
use crate::traders::{Link, Traders};
use tidewaiter_model::time::UtcTime;

/// What is done to a box while it lies at a hub.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct HubWork {
    /// The box is opened and gets another seal.
    pub opened: bool,
    /// The terminal reports that.
    pub reseal_reported: bool,
    /// Later reports carry the new seal; if not, they carry none.
    pub new_seal_seen: bool,
    /// Kilograms put in (or taken out).
    pub mass_added_kg: f64,
    /// The box leaves the terminal for the free zone and comes back.
    pub zone: bool,
    /// Its goods are taken out and put in again there.
    pub restuffed: bool,
}

/// What the papers say where it differs from what happens.
#[derive(Debug, Clone)]
pub(crate) struct Declared {
    pub origin: String,
    pub goods: usize,
    pub shipper: usize,
    /// Declared value over true value.
    pub value_factor: f64,
    /// Declared mass over true mass.
    pub mass_factor: f64,
    /// Papers begin at the hub: it is the place of loading, and the countries before it are left out.
    pub from_hub: bool,
    /// Put in front of the countries of routing.
    pub claimed_country: Option<String>,
    /// Two digits of the container number are exchanged.
    pub mistyped: bool,
    /// The entry summary first names this port of discharge and is amended later.
    pub first_discharge: Option<usize>,
}

/// A shipment's plan.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub path: Path,
    pub to: usize,
    pub origin_delay: Delay,
    pub hub_delay: Delay,
    pub hub_work: Option<HubWork>,
    /// Hours in port at the destination beyond the usual.
    pub destination_hours: f64,
    /// Customs open and reseal the box at the destination, and say so.
    pub inspected: bool,
    /// Goods declared for transit stay in the country.
    pub diverted: bool,
    /// Share of the events of a second box under the same number that are reported; 0 when there is none.
    pub double_share: f64,
    pub true_goods: usize,
    pub true_origin: String,
    /// True price against the pair's usual price.
    pub price_factor: f64,
    /// True net mass of a full box against what is usual for the goods.
    pub mass_factor: f64,
    pub declared: Declared,
}

impl Plan {
    /// The shipment as it usually goes.
    pub(crate) fn usual(link: &Link, path: Path, chance: &mut Chance) -> Plan {
        Plan {
            path,
            to: link.to,
            origin_delay: Delay::default(),
            hub_delay: Delay::default(),
            hub_work: None,
            destination_hours: 0.0,
            inspected: false,
            diverted: false,
            double_share: 0.0,
            true_goods: link.goods,
            true_origin: link.origin_country.clone(),
            price_factor: chance.log_normal(1.0, 0.06),
            mass_factor: chance.log_normal(1.0, 0.03),
            declared: Declared {
                origin: link.origin_country.clone(),
                goods: link.goods,
                shipper: link.shipper,
                value_factor: 1.0,
                mass_factor: chance.log_normal(1.0, 0.006),
                from_hub: false,
                claimed_country: None,
                mistyped: false,
                first_discharge: None,
            },
        }
    }
}

/// What planning may look at.
pub(crate) struct Planning<'a, 'b> {
    pub geography: &'a Geography<'b>,
    pub fleet: &'a Fleet,
    pub routes: &'a mut Routes,
    pub traders: &'a mut Traders,
    pub chance: &'a mut Chance,
    pub hard: bool,
    pub alliance: u8,
    pub ready: UtcTime,
}

impl Planning<'_, '_> {
    /// `easy` or `hard`, by profile.
    pub(crate) fn either<T>(&self, easy: T, hard: T) -> T {
        if self.hard { hard } else { easy }
    }

    /// Evenly between the limits of the profile.
    pub(crate) fn drawn(&mut self, easy: (f64, f64), hard: (f64, f64)) -> f64 {
        let (low, high) = self.either(easy, hard);
        self.chance.between(low, high)
    }

    /// True with the share of the profile.
    pub(crate) fn happens(&mut self, easy: f64, hard: f64) -> bool {
        let share = self.either(easy, hard);
        self.chance.happens(share)
    }

    /// A way over one of these ports that leads there and on within a sensible time.
    pub(crate) fn path_over(&mut self, link: &Link, hubs: &[usize]) -> Option<Path> {
        let mut hubs = hubs.to_vec();
        self.chance.shuffle(&mut hubs);
        hubs.into_iter()
            .filter(|hub| *hub != link.from && *hub != link.to)
            .filter_map(|hub| Routes::over(self.fleet, self.alliance, link.from, hub, link.to))
            .find(|path| path.hours < 90.0 * 24.0)
    }

    /// Another country that makes these goods, none of the given ones.
    pub(crate) fn other_origin(&mut self, goods: usize, but: &[&str]) -> Option<String> {
        let goods = GOODS.get(goods)?;
        let countries: Vec<&str> = goods
            .origins
            .split(' ')
            .filter(|country| !but.contains(country) && !goods.is_burdened(country))
            .collect();
        self.chance.pick(&countries).map(|country| (*country).to_owned())
    }
}
