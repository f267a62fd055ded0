//! When the papers of a shipment are lodged, what they leave out, what was found, and the truth beside them.

use crate::documents::{self, Clearance, Paper, Voyage};
use crate::geography::{IMPORTING_COUNTRY, office};
use crate::goods::GOODS;
use crate::shipping::Shipped;
use crate::status_files::Sink;
use crate::truth::TruthRow;
use crate::world::World;
use tidewaiter_model::declaration::DeclaredOutcome;
use tidewaiter_model::time::UtcTime;

/// Share of entry summaries lodged too late by honest carriers, on the easy and the hard profile.
const LATE: (f64, f64) = (0.012, 0.03);
/// Share of entry summaries amended for an honest reason.
const AMENDED: f64 = 0.03;
/// Share of past consignments that were opened: plain ones, odd ones, wrong ones; and what is found in those.
const OPENED: (f64, f64, f64) = (0.05, 0.20, 0.45);
const FOUND: f64 = 0.9;

impl World<'_> {
    pub(crate) fn write_papers(&mut self, shipped: &Shipped<'_>, file: &mut Sink<'_>) {
        let end = self.settings.end();
        let prepared = self.prepared(shipped);
        if prepared > end {
            return;
        }
        let voyage = self.voyage(shipped, prepared);
        let mut papers = vec![shipped.paper.clone()];
        papers.extend(shipped.others.iter().cloned());
        let ens = documents::entry_summary(&papers, &voyage, &shipped.lrn, &self.geography, &self.traders);
        documents::send(&ens, &shipped.lrn, file);
        self.amend(shipped, &voyage, &papers, file);
        for (place, paper) in papers.iter().enumerate() {
            if !paper.transit {
                self.declare(shipped, paper, place == 0);
            }
            self.truth(shipped, paper, place == 0, &voyage);
        }
    }

    /// At least a day before loading, as the rules want; a few are late.
    fn prepared(&mut self, shipped: &Shipped<'_>) -> UtcTime {
        let from_hub = shipped.booking.plan.declared.from_hub;
        let loaded = shipped.hub_loaded.filter(|_| from_hub).unwrap_or(shipped.first_loaded);
        let late = if self.settings.is_hard() { LATE.1 } else { LATE.0 };
        let hours = if self.chance.happens(late) {
            self.chance.between(-12.0, 22.0)
        } else {
            self.chance.between(25.5, 80.0)
        };
        let time = loaded.plus_hours(-hours);
        whole_minute(if from_hub { time } else { time.max(shipped.booking.picked.plus_hours(-60.0)) })
    }

    fn voyage(&mut self, shipped: &Shipped<'_>, prepared: UtcTime) -> Voyage {
        let declared = &shipped.booking.plan.declared;
        let (first, last) = (shipped.booking.legs.first(), shipped.booking.legs.last());
        let (from, hub) = (first.map_or(0, |leg| leg.from), first.map_or(0, |leg| leg.to));
        let transhipped = shipped.booking.legs.len() > 1;
        let from_hub = declared.from_hub && transhipped;
        let mut routing: Vec<String> = Vec::new();
        routing.extend(declared.claimed_country.clone());
        let ports = (!from_hub).then_some(from).into_iter().chain(transhipped.then_some(hub));
        routing.extend(ports.map(|port| self.geography.country(port).to_owned()));
        routing.push(IMPORTING_COUNTRY.to_owned());
        if shipped.booking.link.transit {
            routing.push("IE".to_owned());
        }
        routing.dedup();
        let vessel = last.and_then(|leg| self.fleet.vessel(leg.service, leg.vessel));
        let arrived = last.map_or(prepared, |leg| leg.arrived);
        Voyage {
            carrier: self.fleet.carriers[shipped.carrier],
            vessel_imo: vessel.map_or_else(String::new, |vessel| vessel.imo.clone()),
            number: last.map_or_else(String::new, |leg| leg.voyage.clone()),
            place_of_loading: if from_hub { hub } else { from },
            place_of_unloading: declared.first_discharge.unwrap_or(shipped.booking.plan.to),
            routing,
            seals: if from_hub { Vec::new() } else { shipped.seals.clone() },
            prepared,
            expected_arrival: whole_minute(arrived.plus_hours(self.chance.normal() * 9.0))
                .max(prepared.plus_hours(6.0)),
        }
    }

    fn amend(&mut self, shipped: &Shipped<'_>, voyage: &Voyage, papers: &[Paper], file: &mut Sink<'_>) {
        let changed = shipped.booking.plan.declared.first_discharge.is_some();
        if !changed && !self.chance.happens(AMENDED) {
            return;
        }
        let departed = shipped.booking.legs.last().map_or(voyage.prepared, |leg| leg.departed);
        let time = whole_minute(departed.plus_hours(self.chance.between(12.0, 90.0)));
        if time > self.settings.end() || time >= shipped.discharged {
            return;
        }
        let arrived = shipped.booking.legs.last().map_or(time, |leg| leg.arrived);
        let corrected = Voyage {
            place_of_unloading: shipped.booking.plan.to,
            expected_arrival: whole_minute(arrived.plus_hours(self.chance.normal() * 4.0)).max(time),
            ..voyage.clone()
        };
        let ens = documents::entry_summary(papers, &corrected, &shipped.lrn, &self.geography, &self.traders);
        documents::send(&documents::amendment(&ens, &shipped.mrn, time), &shipped.lrn, file);
    }

    fn declare(&mut self, shipped: &Shipped<'_>, paper: &Paper, is_first: bool) {
        let accepted = self.accepted(shipped);
        let wrong = shipped.booking.kind.filter(|_| is_first);
        let share = match (wrong, shipped.booking.oddity.filter(|_| is_first)) {
            (Some(_), _) => OPENED.2,
            (None, Some(_)) => OPENED.1,
            (None, None) => OPENED.0,
        };
        // Drawn for every declaration, so that the end of the world does not change what comes before it.
        let opened = self.chance.happens(share);
        let irregular = wrong.is_some() && self.chance.happens(FOUND);
        let known = whole_minute(shipped.discharged.plus_hours(self.chance.between(96.0, 960.0)));
        let agent = self.chance.pick(&self.traders.agents).cloned().unwrap_or_default();
        let outcome = (opened && known <= self.settings.end()).then_some(DeclaredOutcome {
            irregular,
            critical: None,
            known: known.max(accepted),
        });
        let departure = shipped.booking.legs.first().map_or(0, |leg| leg.from);
        let from_hub = shipped.booking.plan.declared.from_hub && is_first;
        let departure =
            if from_hub { shipped.booking.legs.first().map_or(departure, |leg| leg.to) } else { departure };
        let declaration = documents::declaration(
            paper,
            Clearance {
                accepted,
                office: office(self.geography.code(shipped.booking.plan.to)),
                entry_summary_mrn: &shipped.mrn,
                country_departure: self.geography.country(departure),
                agent,
                outcome,
            },
            &self.traders,
            &mut self.chance,
        );
        if accepted <= self.settings.end() {
            self.declarations.push(declaration);
        }
    }

    /// Most agents declare while the ship is at sea, the others when the box is ashore.
    fn accepted(&mut self, shipped: &Shipped<'_>) -> UtcTime {
        if self.chance.happens(0.6) {
            let departed = shipped.booking.legs.last().map_or(shipped.discharged, |leg| leg.departed);
            let hours = self.chance.between(24.0, 220.0);
            return whole_minute(shipped.discharged.plus_hours(-hours).max(departed.plus_hours(8.0)));
        }
        let hours = -2.0 + self.chance.normal() * 18.0;
        whole_minute(shipped.discharged.plus_hours(hours.clamp(-60.0, 96.0)))
    }

    fn truth(&mut self, shipped: &Shipped<'_>, paper: &Paper, is_first: bool, voyage: &Voyage) {
        let tax = if paper.transit { 0.0 } else { documents::tax(paper.goods, &paper.origin, paper.value) };
        let due = match (is_first, paper.transit && !shipped.booking.plan.diverted) {
            (true, false) => documents::tax(
                shipped.booking.plan.true_goods,
                &shipped.booking.plan.true_origin,
                shipped.true_value,
            ),
            _ => tax,
        };
        let hs_code = |goods: usize| GOODS.get(goods).map_or("", |goods| goods.hs_code).to_owned();
        let importer = self.traders.importers.get(paper.importer);
        self.consignments.push(TruthRow {
            transport_document: paper.transport_document.clone(),
            lrn: shipped.lrn.clone(),
            mrn: shipped.mrn.clone(),
            importer: importer.map_or_else(String::new, |importer| importer.id.clone()),
            kind: shipped.booking.kind.filter(|_| is_first).map_or("", |kind| kind.as_str()).to_owned(),
            oddity: shipped
                .booking
                .oddity
                .filter(|_| is_first)
                .map_or("", |oddity| oddity.as_str())
                .to_owned(),
            containers: shipped.containers.clone(),
            expected_arrival: voyage.expected_arrival,
            discharged: shipped.discharged,
            lodged: voyage.prepared,
            tax,
            tax_due: due,
            true_origin: if is_first {
                shipped.booking.plan.true_origin.clone()
            } else {
                paper.origin.clone()
            },
            declared_origin: paper.origin.clone(),
            true_hs_code: hs_code(if is_first { shipped.booking.plan.true_goods } else { paper.goods }),
            declared_hs_code: hs_code(paper.goods),
        });
    }
}

fn whole_minute(time: UtcTime) -> UtcTime {
    UtcTime::from_seconds(time.micros().div_euclid(60_000_000) * 60)
}
