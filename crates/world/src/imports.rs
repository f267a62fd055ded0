//! Shipments to the importing country: from a habit to a plan, a journey and its papers.

use crate::documents::Paper;
use crate::goods::GOODS;
use crate::journeys::{self, Ending, Handling, Preparation, TrueEvent};
use crate::oddities::{self, ODDITY_RATE, Oddity};
use crate::plan::{Plan, Planning};
use crate::reports::Sent;
use crate::routes::{Leg, Path, sail};
use crate::settings::Noise;
use crate::status_files::Sink;
use crate::trade::FreeBox;
use crate::traders::Link;
use crate::world::World;
use crate::wrongdoing::{self, Wrongdoing};
use tidewaiter_model::batch::TextId;
use tidewaiter_model::time::UtcTime;

/// A shipment as it went, ready for its papers.
pub(crate) struct Shipped<'p> {
    pub link: &'p Link,
    pub plan: &'p Plan,
    pub kind: Option<Wrongdoing>,
    pub oddity: Option<Oddity>,
    pub carrier: usize,
    pub legs: &'p [Leg],
    pub lrn: String,
    pub mrn: String,
    /// Numbers on the boxes.
    pub containers: Vec<String>,
    pub seals: Vec<String>,
    pub true_value: f64,
    pub paper: Paper,
    /// Goods of others in the same box.
    pub others: Vec<Paper>,
    pub picked: UtcTime,
    pub first_loaded: UtcTime,
    pub hub_loaded: Option<UtcTime>,
    pub discharged: UtcTime,
}

/// Share of boxes that hold goods of several consignees.
const SHARED_BOXES: f64 = 0.06;

impl World<'_> {
    /// Ships goods to the importing country in this box and perhaps its neighbours.
    pub(crate) fn import(&mut self, free: FreeBox, file: &mut Sink<'_>) -> bool {
        let (wrong, link) = match self.wrong_link(free) {
            Some((kind, link)) => (Some(kind), link),
            None => match self.usual_link(free, None) {
                Some(link) => (None, link),
                None => return false,
            },
        };
        let Some(path) = self.usual_path(free, &link) else { return false };
        let mut plan = Plan::usual(&link, path, &mut self.chance);
        let Some((kind, oddity)) = self.change(&mut plan, &link, free, wrong) else { return false };
        let shared = kind.is_none() && !link.transit && self.chance.happens(SHARED_BOXES);
        let boxes = self.boxes(free, shared || plan.declared.mistyped);
        let picked = boxes.iter().map(|one| one.since).max().unwrap_or(free.since);
        let preparation = Preparation::new(picked, &mut self.chance);
        let legs = sail(&self.fleet, &plan.path, preparation.ready(), plan.origin_delay, plan.hub_delay);
        let Some(legs) = legs else {
            boxes
                .iter()
                .skip(1)
                .for_each(|one| self.release(one.container, one.port, one.since.plus_days(1)));
            return false;
        };
        if let Some(kind) = kind {
            self.owed = self.owed.saturating_sub(1);
            self.pending.retain(|pending| *pending != kind);
        }
        let (bill, lrn, mrn) = self.shipment_numbers(free.carrier, picked);
        let goods = &GOODS[plan.true_goods];
        let others = if shared { self.others(&link, free) } else { Vec::new() };
        let parts = 1.0 + others.len() as f64;
        let net_masses: Vec<f64> =
            boxes.iter().map(|one| self.net_mass_kg(&plan, &link, one.container) / parts).collect();
        let net_mass_kg: f64 = net_masses.iter().sum::<f64>().round();
        let packed = self.chance.between(1.03, 1.09);
        let others_mass_kg: f64 = others.iter().map(|paper| paper.gross_mass_kg).sum();

        let mut journeys = Vec::with_capacity(boxes.len());
        for (one, mass) in boxes.iter().zip(&net_masses) {
            let handling =
                self.handling(&plan, &link, *one, picked, (mass * packed + others_mass_kg).round());
            journeys.push((*one, handling.ending, self.travel(free.carrier, &legs, preparation, handling)));
        }
        let Some(first_events) = journeys.first().map(|(_, _, events)| events.clone()) else { return false };
        let value = net_mass_kg * goods.price_per_kg * link.price_factor * plan.price_factor;
        let numbers: Vec<String> = boxes
            .iter()
            .map(|one| self.texts.text(self.containers[one.container].number).to_owned())
            .collect();
        let declared_containers = declared_numbers(&numbers, plan.declared.mistyped);
        let declared = &plan.declared;
        let paper = Paper {
            transport_document: bill.clone(),
            importer: link.importer,
            shipper: declared.shipper,
            goods: declared.goods,
            origin: declared.origin.clone(),
            net_mass_kg: (net_mass_kg * declared.mass_factor).round(),
            gross_mass_kg: (net_mass_kg * declared.mass_factor * packed).round(),
            value: value * declared.value_factor,
            containers: declared_containers,
            transit: link.transit,
        };
        let loaded: Vec<UtcTime> = first_events
            .iter()
            .filter(|event| event.code == tidewaiter_model::event::EventCode::Loaded)
            .map(|event| event.time)
            .collect();
        let last_discharge = first_events
            .iter()
            .rev()
            .find(|event| event.code == tidewaiter_model::event::EventCode::Discharged)
            .map_or(picked, |event| event.time);
        let mut documents = vec![bill.clone()];
        documents.extend(others.iter().map(|paper| paper.transport_document.clone()));
        self.tell(&journeys, &legs, kind, &plan, &documents);
        let seals = journeys.iter().filter_map(|(_, _, events)| self.first_seal(events)).collect();
        let shipped = Shipped {
            link: &link,
            plan: &plan,
            kind,
            oddity,
            carrier: free.carrier,
            legs: &legs,
            lrn,
            mrn,
            containers: numbers,
            seals,
            true_value: value,
            paper,
            others,
            picked,
            first_loaded: loaded.first().copied().unwrap_or(picked),
            hub_loaded: loaded.get(1).copied(),
            discharged: last_discharge,
        };
        // One draw for each consignment, so that boxes that found no goods do not raise the rate.
        for _ in 0..=shipped.others.len() {
            self.owed += u32::from(self.chance.happens(self.settings.wrongdoing_rate));
        }
        self.write_papers(&shipped, file);
        true
    }

    /// The wrongdoing whose turn it is and a habit that invites it.
    fn wrong_link(&mut self, free: FreeBox) -> Option<(Wrongdoing, Link)> {
        if self.owed == 0 {
            return None;
        }
        if self.pending.is_empty() {
            self.pending = Wrongdoing::ALL.to_vec();
            self.chance.shuffle(&mut self.pending);
        }
        let pending = self.pending.clone();
        for kind in pending {
            if let Some(link) = self.usual_link(free, Some(kind)) {
                return Some((kind, link));
            }
        }
        None
    }

    /// A habit of this port, by weight; the carrier's customers first, the tempted first for wrongdoing.
    fn usual_link(&mut self, free: FreeBox, kind: Option<Wrongdoing>) -> Option<Link> {
        let numbers = self.traders.by_port.get(&free.port)?;
        let weights: Vec<f64> = numbers
            .iter()
            .map(|number| {
                let link = &self.traders.links[*number];
                let fits = link.since <= free.since && kind.is_none_or(|kind| wrongdoing::suits(kind, link));
                let temptation = self.traders.importers[link.importer].temptation;
                let known = if link.carrier == free.carrier { 6.0 } else { 0.3 };
                if fits { link.weight * known * if kind.is_some() { temptation } else { 1.0 } } else { 0.0 }
            })
            .collect();
        let place = self.chance.weighted(&weights)?;
        numbers.get(place).and_then(|number| self.traders.links.get(*number)).cloned()
    }

    fn usual_path(&mut self, free: FreeBox, link: &Link) -> Option<Path> {
        let alliance = self.fleet.carriers[free.carrier].alliance;
        let options = self.routes.options(&self.fleet, alliance, link.from, link.to);
        let open: Vec<&Path> = options.iter().filter(|path| path.is_open(&self.fleet, free.since)).collect();
        let place = if self.chance.happens(0.95) { 0 } else { self.chance.below(open.len()) };
        open.get(place).copied().cloned()
    }

    /// Turns the plan into wrongdoing or an honest oddity; `None` when the wrongdoing cannot be done here.
    fn change(
        &mut self,
        plan: &mut Plan,
        link: &Link,
        free: FreeBox,
        wrong: Option<Wrongdoing>,
    ) -> Option<(Option<Wrongdoing>, Option<Oddity>)> {
        let hard = self.settings.is_hard();
        let mut planning = Planning {
            geography: &self.geography,
            fleet: &self.fleet,
            routes: &mut self.routes,
            traders: &mut self.traders,
            chance: &mut self.chance,
            hard,
            alliance: self.fleet.carriers[free.carrier].alliance,
            ready: free.since,
        };
        if let Some(kind) = wrong {
            return wrongdoing::apply(kind, plan, link, &mut planning).then_some((Some(kind), None));
        }
        let (easy, difficult) = ODDITY_RATE;
        if planning.happens(easy, difficult) {
            for _ in 0..4 {
                let Some(oddity) = planning.chance.pick(Oddity::ALL).copied() else { break };
                let mut changed = plan.clone();
                if oddities::apply(oddity, &mut changed, link, &mut planning) {
                    *plan = changed;
                    return Some((None, Some(oddity)));
                }
            }
        }
        Some((None, None))
    }

    /// This box and, for larger shipments, others of the same carrier that are free here soon.
    fn boxes(&mut self, free: FreeBox, alone: bool) -> Vec<FreeBox> {
        let mut boxes = vec![free];
        let wanted = match self.chance.share() {
            _ if alone => 1,
            drawn if drawn < 0.84 => 1,
            drawn if drawn < 0.95 => 2,
            _ => 3,
        };
        while boxes.len() < wanted {
            let Some((since, container)) = self.next_free(free.port, free.carrier, free.since.plus_days(6))
            else {
                break;
            };
            boxes.push(FreeBox { since, container, ..free });
        }
        boxes
    }

    fn net_mass_kg(&mut self, plan: &Plan, link: &Link, container: usize) -> f64 {
        let goods = &GOODS[plan.true_goods];
        // Heavy goods fill a short box by weight, light ones by volume.
        let short = if goods.net_mass_kg > 18_000.0 { 0.94 } else { 0.47 };
        let size = if self.containers[container].is_short { short } else { 1.0 };
        let filling = link.filling * plan.mass_factor * self.chance.between(0.98, 1.02);
        (goods.net_mass_kg * size * filling).round()
    }

    /// Papers of others whose goods share the box.
    fn others(&mut self, link: &Link, free: FreeBox) -> Vec<Paper> {
        let count = 1 + self.chance.below(2);
        let mut papers: Vec<Paper> = Vec::new();
        for _ in 0..count {
            let Some(other) = self.usual_link(free, None) else { break };
            if other.transit || other.importer == link.importer {
                continue;
            }
            let goods = &GOODS[other.goods];
            let share = if self.containers[free.container].is_short { 0.16 } else { 0.32 };
            let net_mass_kg = (goods.net_mass_kg * other.filling * share).round();
            let (bill, _, _) = self.shipment_numbers(free.carrier, free.since);
            papers.push(Paper {
                transport_document: bill,
                importer: other.importer,
                shipper: other.shipper,
                goods: other.goods,
                origin: other.origin_country.clone(),
                net_mass_kg,
                gross_mass_kg: (net_mass_kg * 1.06).round(),
                value: net_mass_kg
                    * goods.price_per_kg
                    * other.price_factor
                    * self.chance.log_normal(1.0, 0.06),
                containers: vec![self.texts.text(self.containers[free.container].number).to_owned()],
                transit: false,
            });
        }
        papers
    }

    fn handling(
        &mut self,
        plan: &Plan,
        link: &Link,
        one: FreeBox,
        picked: UtcTime,
        mass_kg: f64,
    ) -> Handling {
        let neighbour = self.geography.find("IEDUB").filter(|_| link.transit && !plan.diverted);
        let turning = Noise::of(self.settings.profile).street_turn;
        let ending = match neighbour {
            Some(port) => Ending::Onward(port),
            None if self.chance.happens(turning) => Ending::StreetTurn,
            None => Ending::Returned,
        };
        Handling {
            picked,
            no_pick_up: self.containers[one.container].turned,
            hub_work: plan.hub_work,
            destination_hours: plan.destination_hours,
            inspected: plan.inspected,
            ending,
            gross_mass_kg: mass_kg,
            empty_at_sea: false,
        }
    }

    fn travel(
        &mut self,
        carrier: usize,
        legs: &[Leg],
        preparation: Preparation,
        handling: Handling,
    ) -> Vec<TrueEvent> {
        let owner = self.fleet.carriers[carrier].owner;
        journeys::laden(&self.fleet, &mut self.texts, owner, legs, preparation, handling, &mut self.chance)
    }

    /// Reports, truth and the boxes' next stay.
    fn tell(
        &mut self,
        journeys: &[(FreeBox, Ending, Vec<TrueEvent>)],
        legs: &[Leg],
        kind: Option<Wrongdoing>,
        plan: &Plan,
        documents: &[String],
    ) {
        let on_route = kind.filter(|kind| {
            !matches!(
                kind,
                Wrongdoing::OriginFraud | Wrongdoing::Undervaluation | Wrongdoing::MisdeclaredGoods
            )
        });
        let document = documents.first().map_or(TextId::NONE, |bill| self.texts.intern(bill));
        for (place, (one, ending, events)) in journeys.iter().enumerate() {
            let sent: Sent = self.sent(one.container, document);
            self.record(sent, events);
            let anomaly = on_route.map_or("", Wrongdoing::as_str);
            self.truth_trip(sent.container, events, legs, anomaly, documents);
            if plan.double_share > 0.0 && place == 0 {
                self.double(*one, plan.double_share, anomaly);
            }
            self.after_trip(one.container, events, *ending);
        }
    }

    fn first_seal(&self, events: &[TrueEvent]) -> Option<String> {
        let seal = events.iter().find_map(|event| event.seal.some())?;
        Some(self.texts.text(seal).to_owned())
    }
}

/// The numbers as the papers give them; a mistyped one has two neighbouring digits exchanged.
fn declared_numbers(numbers: &[String], mistyped: bool) -> Vec<String> {
    let mut declared = numbers.to_vec();
    if let Some(first) = declared.first_mut().filter(|_| mistyped) {
        let mut letters: Vec<char> = first.chars().collect();
        let place = (4..9).find(|place| letters.get(*place) != letters.get(place + 1));
        if let Some(place) = place.filter(|place| place + 1 < letters.len()) {
            letters.swap(place, place + 1);
        }
        *first = letters.into_iter().collect();
    }
    declared
}
