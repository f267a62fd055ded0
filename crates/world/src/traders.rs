//! Shippers and importers with habits: who buys what from whom, where it is loaded, where it goes.

use crate::chance::{Chance, Stream};
use crate::geography::{Geography, IMPORTING_COUNTRY};
use crate::goods::{GOODS, goods_of};
use crate::names;
use crate::settings::WorldSettings;
use std::collections::BTreeMap;
use tidewaiter_model::entry_summary::Party;
use tidewaiter_model::time::UtcTime;

/// A company, made up.
#[derive(Debug, Clone)]
pub(crate) struct Trader {
    /// EORI in the importing country and its neighbour, the exporter's own number elsewhere.
    pub id: String,
    pub name: String,
    pub street: String,
    pub city: String,
    pub postcode: String,
    pub country: String,
    /// How readily it takes part in wrongdoing, 1 for most.
    pub temptation: f64,
}

impl Trader {
    /// As a party of a message: by number where it has an EORI, by name and address elsewhere.
    pub(crate) fn party(&self, by_number: bool) -> Party {
        if by_number {
            return Party { identifier: Some(self.id.clone()), ..Party::default() };
        }
        Party {
            name: Some(self.name.clone()),
            street: Some(self.street.clone()),
            city: Some(self.city.clone()),
            postcode: Some(self.postcode.clone()),
            country: Some(self.country.clone()),
            ..Party::default()
        }
    }
}

/// A habit: one importer buys one kind of goods from one shipper by one way.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub importer: usize,
    pub shipper: usize,
    pub goods: usize,
    pub origin_country: String,
    pub from: usize,
    pub to: usize,
    /// Price level of this pair against the median, and the usual filling of the box.
    pub price_factor: f64,
    pub filling: f64,
    pub weight: f64,
    /// The pair trades from this instant on.
    pub since: UtcTime,
    /// The goods only pass through, on their way to a neighbour.
    pub transit: bool,
    /// Preferred carrier.
    pub carrier: usize,
}

/// Everybody who trades with the importing country.
pub(crate) struct Traders {
    pub importers: Vec<Trader>,
    pub shippers: Vec<Trader>,
    pub links: Vec<Link>,
    /// Numbers of the links that load at a port.
    pub by_port: BTreeMap<usize, Vec<usize>>,
    /// Customs agents who declare.
    pub agents: Vec<String>,
}

/// Share of habits that begin within the world's time: first-time pairs are mostly honest.
const NEW_LINKS: f64 = 0.12;
const TRANSIT_LINKS: f64 = 0.07;
const TEMPTED_IMPORTERS: f64 = 0.08;

impl Traders {
    pub(crate) fn new(settings: &WorldSettings, geography: &Geography<'_>, carriers: &[f64]) -> Traders {
        let mut chance = Chance::new(settings.seed, Stream::Traders, 0);
        let link_count = (settings.containers as usize / 6).clamp(60, 6_000);
        let importer_count = (link_count / 3).max(20);
        let importers = (0..importer_count).map(|_| importer(&mut chance, IMPORTING_COUNTRY)).collect();
        let mut traders = Traders {
            importers,
            shippers: Vec::new(),
            links: Vec::new(),
            by_port: BTreeMap::new(),
            agents: (0..12).map(|_| format!("GB{}", chance.digits(12))).collect(),
        };
        let destinations: Vec<usize> =
            (0..geography.ports.len()).filter(|port| geography.is_importing(*port)).collect();
        let weights: Vec<f64> = geography.ports.iter().map(|port| port.export_weight).collect();
        if destinations.is_empty() {
            return traders;
        }
        // Every exporting port has a few habits, the rest go where the weight is.
        let mut origins: Vec<usize> = (0..weights.len()).filter(|port| weights[*port] > 0.0).collect();
        origins.extend((origins.len()..link_count).filter_map(|_| chance.weighted(&weights)));
        for from in origins {
            let number = traders.links.len();
            let Some(link) = traders.link(settings, geography, &destinations, carriers, from, &mut chance)
            else {
                continue;
            };
            traders.by_port.entry(from).or_default().push(number);
            traders.links.push(link);
        }
        traders
    }

    fn link(
        &mut self,
        settings: &WorldSettings,
        geography: &Geography<'_>,
        destinations: &[usize],
        carriers: &[f64],
        from: usize,
        chance: &mut Chance,
    ) -> Option<Link> {
        let country = geography.country(from).to_owned();
        // Hong Kong loads what its hinterland makes.
        let origin_country = if country == "HK" { "CN".to_owned() } else { country.clone() };
        let goods = *chance.pick(&goods_of(&origin_country))?;
        let transit = chance.happens(TRANSIT_LINKS);
        let importer = if transit {
            self.importers.push(importer(chance, "IE"));
            self.importers.len() - 1
        } else {
            // A few importers do most of the trade.
            let place = chance.share().powf(1.6) * self.importers.len() as f64;
            (place as usize).min(self.importers.len().checked_sub(1)?)
        };
        if self.importers.get(importer).is_some_and(|importer| importer.country == "IE") && !transit {
            return self.link(settings, geography, destinations, carriers, from, chance);
        }
        self.shippers.push(shipper(chance, goods, &country));
        let since = if chance.happens(NEW_LINKS) {
            settings.start.plus_hours(f64::from(settings.days) * 24.0 * chance.between(0.1, 0.9))
        } else {
            UtcTime::MIN
        };
        Some(Link {
            importer,
            shipper: self.shippers.len() - 1,
            goods,
            origin_country,
            from,
            to: *chance.pick(destinations)?,
            price_factor: chance.log_normal(1.0, GOODS[goods].price_sigma),
            filling: chance.between(0.82, 1.03),
            weight: chance.log_normal(1.0, 0.8),
            since,
            transit,
            carrier: chance.weighted(carriers)?,
        })
    }

    /// A company in a hub or free port that sells on what others made.
    pub(crate) fn reseller(&mut self, chance: &mut Chance, goods: usize, country: &str) -> usize {
        self.shippers.push(shipper(chance, goods, country));
        self.shippers.len() - 1
    }
}

fn importer(chance: &mut Chance, country: &str) -> Trader {
    let hs_code = chance.pick(GOODS).map_or("", |goods| goods.hs_code);
    let digits = if country == IMPORTING_COUNTRY { 12 } else { 8 };
    Trader {
        id: format!("{country}{}", chance.digits(digits)),
        name: names::company(chance, hs_code, country, false),
        street: format!("{} {} Road", 1 + chance.below(240), names::word(chance)),
        city: names::word(chance),
        postcode: format!("{}{} {}{}", chance.code(1), chance.digits(1), chance.digits(1), chance.code(2)),
        country: country.to_owned(),
        temptation: if chance.happens(TEMPTED_IMPORTERS) { 25.0 } else { 1.0 },
    }
}

fn shipper(chance: &mut Chance, goods: usize, country: &str) -> Trader {
    let hs_code = GOODS.get(goods).map_or("", |goods| goods.hs_code);
    Trader {
        id: format!("{country}{}", chance.code(7)),
        name: names::company(chance, hs_code, country, true),
        street: format!(
            "{} {} Zone, Block {}",
            1 + chance.below(90),
            names::word(chance),
            1 + chance.below(30)
        ),
        city: names::word(chance),
        postcode: chance.digits(6),
        country: country.to_owned(),
        temptation: 1.0,
    }
}
