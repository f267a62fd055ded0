//! A booked shipment travels: its events are told, and its papers written.

use crate::documents::Paper;
use crate::goods::GOODS;
use crate::imports::Booking;
use crate::journeys::{self, Ending, Handling, TrueEvent};
use crate::plan::Plan;
use crate::reports::Sent;
use crate::settings::Noise;
use crate::status_files::Sink;
use crate::trade::FreeBox;
use crate::traders::Link;
use crate::world::World;
use crate::wrongdoing::Wrongdoing;
use tidewaiter_model::batch::TextId;
use tidewaiter_model::event::EventCode;
use tidewaiter_model::time::UtcTime;

/// A shipment as it went, ready for its papers.
pub(crate) struct Shipped<'b> {
    pub booking: &'b Booking,
    pub carrier: usize,
    pub lrn: String,
    pub mrn: String,
    /// Numbers on the boxes.
    pub containers: Vec<String>,
    pub seals: Vec<String>,
    pub true_value: f64,
    pub paper: Paper,
    /// Goods of others in the same box.
    pub others: Vec<Paper>,
    pub first_loaded: UtcTime,
    pub hub_loaded: Option<UtcTime>,
    pub discharged: UtcTime,
}

/// One box of a shipment: which, how its trip ends, what happens to it.
type Journey = (FreeBox, Ending, Vec<TrueEvent>);

impl World<'_> {
    pub(crate) fn ship(&mut self, booking: &Booking, file: &mut Sink<'_>) {
        let Some(first) = booking.boxes.first().copied() else { return };
        let (link, plan) = (&booking.link, &booking.plan);
        let (bill, lrn, mrn) = self.shipment_numbers(first.carrier, booking.picked);
        let others = if booking.shared { self.others(link, first) } else { Vec::new() };
        let parts = 1.0 + others.len() as f64;
        let masses: Vec<f64> =
            booking.boxes.iter().map(|one| self.net_mass_kg(plan, link, one.container) / parts).collect();
        let net_mass_kg = masses.iter().sum::<f64>().round();
        let packed = self.chance.between(1.03, 1.09);
        let others_kg: f64 = others.iter().map(|paper| paper.gross_mass_kg).sum();
        let journeys: Vec<Journey> = booking
            .boxes
            .iter()
            .zip(&masses)
            .map(|(one, mass)| self.travel(booking, *one, (mass * packed + others_kg).round()))
            .collect();
        let Some((_, _, events)) = journeys.first() else { return };

        let price = GOODS[plan.true_goods].price_per_kg * link.price_factor * plan.price_factor;
        let number = |one: &FreeBox| self.texts.text(self.containers[one.container].number).to_owned();
        let containers: Vec<String> = booking.boxes.iter().map(number).collect();
        let paper = Paper {
            transport_document: bill.clone(),
            importer: link.importer,
            shipper: plan.declared.shipper,
            goods: plan.declared.goods,
            origin: plan.declared.origin.clone(),
            net_mass_kg: (net_mass_kg * plan.declared.mass_factor).round(),
            gross_mass_kg: (net_mass_kg * plan.declared.mass_factor * packed).round(),
            value: net_mass_kg * price * plan.declared.value_factor,
            containers: declared_numbers(&containers, plan.declared.mistyped),
            transit: link.transit,
        };
        let times = |code: EventCode| {
            events.iter().filter(move |event| event.code == code).map(|event| event.time).collect::<Vec<_>>()
        };
        let (loaded, discharged) = (times(EventCode::Loaded), times(EventCode::Discharged));
        let mut documents = vec![bill];
        documents.extend(others.iter().map(|paper| paper.transport_document.clone()));
        self.tell(&journeys, booking, &documents);
        let shipped = Shipped {
            booking,
            carrier: first.carrier,
            lrn,
            mrn,
            containers,
            seals: journeys.iter().filter_map(|(_, _, events)| self.first_seal(events)).collect(),
            true_value: net_mass_kg * price,
            paper,
            others,
            first_loaded: loaded.first().copied().unwrap_or(booking.picked),
            hub_loaded: loaded.get(1).copied(),
            discharged: discharged.last().copied().unwrap_or(booking.picked),
        };
        // One draw for each consignment, so that boxes that found no goods do not raise the rate.
        for _ in 0..=shipped.others.len() {
            self.owed += u32::from(self.chance.happens(self.settings.wrongdoing_rate));
        }
        self.write_papers(&shipped, file);
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

    /// One box goes its way.
    fn travel(&mut self, booking: &Booking, one: FreeBox, mass_kg: f64) -> Journey {
        let (link, plan) = (&booking.link, &booking.plan);
        let neighbour = self.geography.find("IEDUB").filter(|_| link.transit && !plan.diverted);
        let turning = Noise::of(self.settings.profile).street_turn;
        let ending = match neighbour {
            Some(port) => Ending::Onward(port),
            None if self.chance.happens(turning) => Ending::StreetTurn,
            None => Ending::Returned,
        };
        let handling = Handling {
            picked: booking.picked,
            no_pick_up: self.containers[one.container].turned,
            hub_work: plan.hub_work,
            destination_hours: plan.destination_hours,
            inspected: plan.inspected,
            ending,
            gross_mass_kg: mass_kg,
            empty_at_sea: false,
        };
        let events = journeys::laden(
            &self.fleet,
            &mut self.texts,
            self.fleet.carriers[one.carrier].owner,
            &booking.legs,
            booking.preparation,
            handling,
            &mut self.chance,
        );
        (one, ending, events)
    }

    /// Reports, truth and the boxes' next stay.
    fn tell(&mut self, journeys: &[Journey], booking: &Booking, documents: &[String]) {
        let on_route = booking.kind.filter(|kind| {
            let on_paper_only =
                [Wrongdoing::OriginFraud, Wrongdoing::Undervaluation, Wrongdoing::MisdeclaredGoods];
            !on_paper_only.contains(kind)
        });
        let anomaly = on_route.map_or("", Wrongdoing::as_str);
        let document = documents.first().map_or(TextId::NONE, |bill| self.texts.intern(bill));
        for (place, (one, ending, events)) in journeys.iter().enumerate() {
            let sent: Sent = self.sent(one.container, document);
            self.record(sent, events);
            self.truth_trip(sent.container, events, &booking.legs, anomaly, documents);
            if booking.plan.double_share > 0.0 && place == 0 {
                self.double(*one, events, booking.plan.double_share, anomaly);
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
