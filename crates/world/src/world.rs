//! The world while it runs: who is where, and what was written down so far.

use crate::chance::{Chance, Stream};
use crate::documents::mrn;
use crate::fleet::Fleet;
use crate::geography::Geography;
use crate::journeys::TrueEvent;
use crate::reports::{Reports, Sent};
use crate::routes::{Leg, Routes};
use crate::settings::{Folder, WorldSettings};
use crate::status_files::{self, Sink, month};
use crate::traders::Traders;
use crate::truth::{CONSIGNMENT_COLUMNS, TRIP_COLUMNS, TruthRow, TruthTrip};
use crate::wrongdoing::Wrongdoing;
use std::collections::{BTreeMap, BTreeSet};
use tidewaiter_formats::declaration_csv;
use tidewaiter_model::batch::{TextId, TextTable};
use tidewaiter_model::declaration::ImportDeclaration;
use tidewaiter_model::identifier::container_check_digit;
use tidewaiter_model::reference::{Places, SeaNetwork};
use tidewaiter_model::time::UtcTime;

/// A container.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Container {
    pub number: TextId,
    pub size_type: TextId,
    pub is_short: bool,
    pub carrier: usize,
    /// It comes straight from its last consignee.
    pub turned: bool,
}

/// Boxes free at a port, of one carrier, by the time from which they are free.
pub(crate) type Free = BTreeMap<(usize, usize), BTreeSet<(UtcTime, usize)>>;

pub(crate) struct World<'g> {
    pub settings: WorldSettings,
    pub geography: Geography<'g>,
    pub fleet: Fleet,
    pub routes: Routes,
    pub traders: Traders,
    pub chance: Chance,
    pub texts: TextTable,
    pub containers: Vec<Container>,
    pub free: Free,
    pub reports: Reports,
    pub declarations: Vec<ImportDeclaration>,
    pub consignments: Vec<TruthRow>,
    pub trips: Vec<TruthTrip>,
    /// Wrongdoing drawn and not yet done, and the kinds whose turn it is.
    pub owed: u32,
    pub pending: Vec<Wrongdoing>,
    /// Consignments and bookings so far.
    pub shipments: u64,
}

impl<'g> World<'g> {
    pub(crate) fn new(settings: WorldSettings, places: &Places, sea: &'g SeaNetwork) -> World<'g> {
        let mut geography = Geography::new(places, sea);
        let fleet = Fleet::new(&settings, &mut geography);
        let weights: Vec<f64> = fleet.carriers.iter().map(|carrier| carrier.weight).collect();
        let traders = Traders::new(&settings, &geography, &weights);
        let mut world = World {
            settings,
            geography,
            fleet,
            routes: Routes::default(),
            traders,
            chance: Chance::new(settings.seed, Stream::Trade, 0),
            texts: TextTable::default(),
            containers: Vec::new(),
            free: Free::new(),
            reports: Reports::new(&settings),
            declarations: Vec::new(),
            consignments: Vec::new(),
            trips: Vec::new(),
            owed: 0,
            pending: Vec::new(),
            shipments: 0,
        };
        world.place_containers(&weights);
        world
    }

    fn place_containers(&mut self, carriers: &[f64]) {
        let exports: Vec<f64> =
            self.geography.ports.iter().map(|port| port.export_weight + 0.15 * port.world_weight).collect();
        for number in 0..self.settings.containers as usize {
            let (Some(carrier), Some(port)) =
                (self.chance.weighted(carriers), self.chance.weighted(&exports))
            else {
                return;
            };
            let is_short = self.chance.happens(0.3);
            let size_type = if is_short { "22G1" } else { ["45G1", "42G1"][self.chance.below(2)] };
            let text = container_number(self.fleet.carriers[carrier].owner, number);
            let container = Container {
                number: self.texts.intern(&text),
                size_type: self.texts.intern(size_type),
                is_short,
                carrier,
                turned: false,
            };
            self.containers.push(container);
            let free = self.settings.start.plus_hours(self.chance.between(0.0, 21.0 * 24.0));
            self.free.entry((port, carrier)).or_default().insert((free, number));
        }
    }

    /// Writes a trip's reports and, for a laden trip, its truth. The anomaly is empty for an ordinary trip.
    pub(crate) fn record(&mut self, sent: Sent, events: &[TrueEvent]) {
        self.reports.trip(&self.geography, self.fleet.carriers, &mut self.texts, sent, events);
    }

    pub(crate) fn truth_trip(
        &mut self,
        container: TextId,
        events: &[TrueEvent],
        legs: &[Leg],
        anomaly: &str,
        documents: &[String],
    ) {
        let (Some(first), Some(last)) = (events.first(), events.last()) else { return };
        if first.time > self.settings.end() {
            return;
        }
        let ports = legs.first().map(|leg| leg.from).into_iter().chain(legs.iter().map(|leg| leg.to));
        self.trips.push(TruthTrip {
            container: self.texts.text(container).to_owned(),
            start: first.time,
            end: last.time,
            itinerary: ports.map(|port| self.geography.area(port).to_owned()).collect(),
            anomaly: anomaly.to_owned(),
            transport_documents: documents.to_vec(),
        });
    }

    /// Makes a box free again where its last event was.
    pub(crate) fn release(&mut self, container: usize, port: usize, from: UtcTime) {
        let Some(carrier) = self.containers.get(container).map(|container| container.carrier) else { return };
        self.free.entry((port, carrier)).or_default().insert((from, container));
    }

    /// A number for a bill of lading and one for its entry summary, both unique in the world.
    pub(crate) fn shipment_numbers(&mut self, carrier: usize, time: UtcTime) -> (String, String, String) {
        self.shipments += 1;
        let code = self.fleet.carriers[carrier].code;
        let bill = format!("{code}{:09}", 100_000_000 + self.shipments * 37 % 899_999_963);
        let lrn = format!("{code}{:02}{:08}", time.civil_date().0.rem_euclid(100), self.shipments);
        (bill, lrn, mrn(time, &mut self.chance))
    }

    /// Writes what was collected.
    pub(crate) fn finish(mut self, file: &mut Sink<'_>) {
        status_files::write(&mut self.reports.sent, &self.texts, self.fleet.carriers, file);
        self.write_declarations(file);
        self.write_truth(file);
    }

    fn write_declarations(&mut self, file: &mut Sink<'_>) {
        self.declarations.sort_by(|a, b| {
            a.accepted.cmp(&b.accepted).then_with(|| a.declaration_id.cmp(&b.declaration_id))
        });
        for of_month in self.declarations.chunk_by(|a, b| month(a.accepted) == month(b.accepted)) {
            let mut out = Vec::new();
            declaration_csv::write_header(&mut out);
            of_month.iter().for_each(|declaration| declaration_csv::write_row(declaration, &mut out));
            let name = of_month.first().map_or_else(String::new, |first| month(first.accepted));
            file(Folder::Messages, &format!("declarations-{name}.csv"), &out);
        }
    }

    fn write_truth(&mut self, file: &mut Sink<'_>) {
        self.consignments.sort_by(|a, b| a.transport_document.cmp(&b.transport_document));
        let mut out = format!("{CONSIGNMENT_COLUMNS}\n");
        self.consignments.iter().for_each(|row| out.push_str(&row.line()));
        file(Folder::Truth, "consignments.csv", out.as_bytes());

        self.trips.sort_by(|a, b| {
            a.container
                .cmp(&b.container)
                .then(a.start.cmp(&b.start))
                .then_with(|| a.itinerary.cmp(&b.itinerary))
        });
        let mut out = format!("{TRIP_COLUMNS}\n");
        self.trips.iter().for_each(|trip| out.push_str(&trip.line()));
        file(Folder::Truth, "trips.csv", out.as_bytes());

        // What the made-up depot codes stand for: an administration would learn it from the carriers.
        let mut out = String::from("location,area\n");
        for port in &self.geography.ports {
            out.push_str(&format!("{},{}\n", port.unknown_code, port.area));
        }
        file(Folder::Truth, "areas.csv", out.as_bytes());
        file(Folder::Truth, "README.txt", self.readme().as_bytes());
    }

    fn readme(&self) -> String {
        let settings = &self.settings;
        let wrong = self.consignments.iter().filter(|row| row.is_wrong()).count();
        let mut text = format!(
            "A world made by tidewaiter. All companies, carriers, vessels and containers are made up.\n\n\
             containers = {}\ndays = {}\nseed = {}\nprofile = {}\nstart = {}\nend = {}\nwrongdoing_rate = {}\n\n\
             consignments = {}\nwrong = {wrong}\nladen_trips = {}\n\n\
             consignments.csv: import consignments and what is wrong with them.\n\
             trips.csv: laden trips of all containers, with planted route anomalies.\n\
             areas.csv: port areas of the made-up depot codes, for --areas.\n\nwrong consignments by kind:\n",
            settings.containers,
            settings.days,
            settings.seed,
            settings.profile.as_str(),
            settings.start,
            settings.end(),
            settings.wrongdoing_rate,
            self.consignments.len(),
            self.trips.len(),
        );
        for kind in Wrongdoing::ALL {
            let count = self.consignments.iter().filter(|row| row.kind == kind.as_str()).count();
            text.push_str(&format!("{} = {count}\n", kind.as_str()));
        }
        text
    }
}

/// The valid container number with this serial under an owner code, spread so that neighbours do not look alike.
fn container_number(owner: &str, number: usize) -> String {
    // Each owner has a million serials; the world's containers are numbered through over all owners.
    let owner = owner.get(..3).unwrap_or("XXX");
    let last = char::from(b'A' + (number / 1_000_000 % 26) as u8);
    let letters = if number < 1_000_000 { owner.to_owned() } else { format!("{}{last}", &owner[..2]) };
    let head = format!("{letters}U{:06}", number % 1_000_000 * 617_283 % 1_000_000);
    let digit = container_check_digit(head.as_bytes()).unwrap_or(0);
    format!("{head}{digit}")
}
