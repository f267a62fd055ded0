//! Interchanges written: moves of containers as CODECO and COARRI, manifests as CUSCAR. Syntax version 4 in UTF-8.

use tidewaiter_model::event::{EventCode, FullEmpty, StatusEvent};
use tidewaiter_model::manifest::{ManifestConsignment, ManifestContainer, ManifestItem, ManifestParty};
use tidewaiter_model::stow::VesselName;
use tidewaiter_model::time::UtcTime;

/// Who sends an interchange to whom, under which number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sending {
    /// Sender.
    pub sender: String,
    /// Recipient.
    pub recipient: String,
    /// Control reference of the interchange, unique for the sender.
    pub reference: String,
    /// When it was made; written in UTC to the minute.
    pub prepared: UtcTime,
}

/// Writes status events as one interchange: gate-ins and gate-outs as CODECO, loads and discharges as COARRI, neighbours
/// of one kind, place, vessel and voyage in one message. Other events have no place in these messages and are left out.
///
/// Reading it back gives the same events but for their `message_id`, which names the place in the interchange,
/// `source`, which is its sender, and `created`, which is when it was made. Times are written to the second.
pub fn write_moves(sending: &Sending, events: &[StatusEvent<'_>]) -> Vec<u8> {
    let mut out = Writer::begin(sending);
    let mut open: Option<&StatusEvent<'_>> = None;
    let mut count = 0u64;
    for event in events {
        let Some((kind, document)) = document_of(event.event) else { continue };
        if !open.is_some_and(|open| same_message(open, event)) {
            out.end_moves(open.is_some(), count);
            count = 0;
            out.begin_message(kind, "D:95B:UN");
            out.segment("BGM", &[&[document], &[&out.number()], &["9"]]);
            out.head(kind, event);
            open = Some(event);
        }
        count += 1;
        out.container(event);
    }
    out.end_moves(open.is_some(), count);
    out.finish()
}

fn document_of(event: EventCode) -> Option<(&'static str, &'static str)> {
    Some(match event {
        EventCode::GateIn => ("CODECO", "34"),
        EventCode::GateOut => ("CODECO", "36"),
        EventCode::Discharged => ("COARRI", "44"),
        EventCode::Loaded => ("COARRI", "46"),
        _ => return None,
    })
}

fn same_message(a: &StatusEvent<'_>, b: &StatusEvent<'_>) -> bool {
    (a.event, &a.location, &a.vessel_imo, &a.voyage) == (b.event, &b.location, &b.vessel_imo, &b.voyage)
}

/// Writes manifest consignments of one manifest as one CUSCAR message in an interchange. What is of the whole manifest
/// (number, vessel, voyage, arrival) is taken from the first consignment; containers are written once for all.
pub fn write_manifest(sending: &Sending, consignments: &[ManifestConsignment]) -> Vec<u8> {
    let mut out = Writer::begin(sending);
    let Some(first) = consignments.first() else { return out.finish() };
    out.begin_message("CUSCAR", "D:00B:UN");
    let number = first.manifest.as_deref().unwrap_or_default();
    out.segment("BGM", &[&["85"], &[number], &[first.function.as_deref().unwrap_or("9")]]);
    if let Some(issued) = first.issued {
        out.time("137", issued);
    }
    out.vessel(&first.vessel, first.voyage.as_deref(), None);
    if let Some(arrival) = first.arrival {
        out.time("132", arrival);
    }
    for unit in consignments.iter().flat_map(|consignment| &consignment.containers) {
        out.equipment(unit);
    }
    for consignment in consignments {
        out.consignment(consignment);
    }
    out.end_message();
    out.finish()
}

pub(crate) struct Writer {
    out: Vec<u8>,
    reference: String,
    messages: u64,
    segments: u64,
}

impl Writer {
    pub(crate) fn begin(sending: &Sending) -> Writer {
        let mut out =
            Writer { out: b"UNA:+.?*'\n".to_vec(), reference: String::new(), messages: 0, segments: 0 };
        let prepared = digits(sending.prepared);
        let (day, time) = (prepared.get(2..8).unwrap_or_default(), prepared.get(8..12).unwrap_or_default());
        let Sending { sender, recipient, reference, .. } = sending;
        out.segment("UNB", &[&["UNOW", "4"], &[sender], &[recipient], &[day, time], &[reference]]);
        out.reference.clone_from(reference);
        out
    }

    pub(crate) fn finish(mut self) -> Vec<u8> {
        let (count, reference) = (self.messages.to_string(), std::mem::take(&mut self.reference));
        self.segment("UNZ", &[&[&count], &[&reference]]);
        self.out
    }

    fn number(&self) -> String {
        self.messages.to_string()
    }

    /// One segment; empty elements and components at the end are left off.
    pub(crate) fn segment(&mut self, tag: &str, elements: &[&[&str]]) {
        self.segments += 1;
        self.out.extend_from_slice(tag.as_bytes());
        let filled = |element: &&[&str]| element.iter().any(|text| !text.is_empty());
        let last = elements.iter().rposition(filled).map_or(0, |at| at + 1);
        for element in elements.iter().take(last) {
            self.out.push(b'+');
            let last = element.iter().rposition(|text| !text.is_empty()).map_or(0, |at| at + 1);
            for (number, component) in element.iter().take(last).enumerate() {
                if number > 0 {
                    self.out.push(b':');
                }
                self.text(component);
            }
        }
        self.out.extend_from_slice(b"'\n");
    }

    fn text(&mut self, text: &str) {
        for byte in text.bytes() {
            match byte {
                b':' | b'+' | b'?' | b'*' | b'\'' => self.out.extend_from_slice(&[b'?', byte]),
                // A line break inside a segment says nothing to a reader.
                b'\r' | b'\n' => self.out.push(b' '),
                _ => self.out.push(byte),
            }
        }
    }

    pub(crate) fn begin_message(&mut self, kind: &str, directory: &str) {
        self.messages += 1;
        self.segments = 0;
        let parts: Vec<&str> = std::iter::once(kind).chain(directory.split(':')).collect();
        self.segment("UNH", &[&[&self.number()], &parts]);
    }

    pub(crate) fn end_message(&mut self) {
        let count = (self.segments + 1).to_string();
        self.segment("UNT", &[&[&count], &[&self.number()]]);
    }

    fn end_moves(&mut self, open: bool, count: u64) {
        if open {
            self.segment("CNT", &[&["16", &count.to_string()]]);
            self.end_message();
        }
    }

    fn time(&mut self, qualifier: &str, time: UtcTime) {
        self.segment("DTM", &[&[qualifier, &digits(time), "204"]]);
    }

    fn vessel(&mut self, vessel: &VesselName, voyage: Option<&str>, carrier: Option<&str>) {
        let (id, qualifier) = match (&vessel.imo, &vessel.call_sign) {
            (Some(imo), _) => (imo.as_str(), "146"),
            (None, Some(call_sign)) => (call_sign.as_str(), "103"),
            (None, None) => ("", ""),
        };
        let name = vessel.name.as_deref().unwrap_or_default();
        let (voyage, carrier) = (voyage.unwrap_or_default(), carrier.unwrap_or_default());
        let carrier: &[&str] = if carrier.is_empty() { &[] } else { &[carrier, "172", "20"] };
        self.segment(
            "TDT",
            &[&["20"], &[voyage], &["1"], &[], carrier, &[], &[], &[id, qualifier, "", name]],
        );
    }

    /// What stands before the containers of a message of moves.
    fn head(&mut self, kind: &str, event: &StatusEvent<'_>) {
        let vessel =
            VesselName { imo: event.vessel_imo.as_deref().map(str::to_owned), ..VesselName::default() };
        if kind == "COARRI" || event.vessel_imo.is_some() || event.voyage.is_some() {
            self.vessel(&vessel, event.voyage.as_deref(), None);
        }
        let qualifier = match event.event {
            EventCode::Loaded => "9",
            EventCode::Discharged => "11",
            _ => "165",
        };
        if !event.location.is_empty() {
            self.segment("LOC", &[&[qualifier], &[&event.location, "139", "6"]]);
        }
        self.segment("NAD", &[&["MS"], &["TERMINAL", "160", "ZZZ"]]);
    }

    fn container(&mut self, event: &StatusEvent<'_>) {
        let size = event.size_type.as_deref().unwrap_or_default();
        let size: &[&str] = if size.is_empty() { &[] } else { &[size, "102", "5"] };
        let full = full_empty(event.full_empty);
        self.segment("EQD", &[&["CN"], &[&event.container], size, &[], &[], &[full]]);
        if let Some(document) = &event.transport_document {
            self.segment("RFF", &[&["BM", document]]);
        }
        let qualifier =
            if document_of(event.event).is_some_and(|(kind, _)| kind == "COARRI") { "203" } else { "7" };
        self.time(qualifier, event.event_time);
        if let Some(mass) = event.gross_mass_kg {
            self.segment("MEA", &[&["AAE"], &["VGM"], &["KGM", &mass.to_string()]]);
        }
        if let Some(seal) = &event.seal {
            self.segment("SEL", &[&[seal], &["CA"]]);
        }
        if let Some(carrier) = &event.carrier {
            self.segment("NAD", &[&["CF"], &[carrier, "160", "20"]]);
        }
    }

    fn equipment(&mut self, unit: &ManifestContainer) {
        let size = unit.size_type.as_deref().unwrap_or_default();
        self.segment("EQD", &[&["CN"], &[&unit.number], &[size], &[], &[], &[full_empty(unit.full_empty)]]);
        if let Some(mass) = unit.gross_mass_kg {
            self.segment("MEA", &[&["AAE"], &["G"], &["KGM", &mass.to_string()]]);
        }
        for seal in &unit.seals {
            self.segment("SEL", &[&[seal]]);
        }
    }

    fn consignment(&mut self, consignment: &ManifestConsignment) {
        let master = consignment.master_document.as_deref().unwrap_or_default();
        self.segment("CNI", &[&[&consignment.sequence.to_string()], &[master]]);
        let document = consignment.transport_document.as_deref().unwrap_or_default();
        self.segment("RFF", &[&["BM", document]]);
        let places = [
            ("9", &consignment.port_of_loading),
            ("11", &consignment.port_of_discharge),
            ("88", &consignment.place_of_receipt),
            ("7", &consignment.place_of_delivery),
        ];
        for (qualifier, place) in places {
            if let Some(place) = place {
                self.segment("LOC", &[&[qualifier], &[place]]);
            }
        }
        for party in &consignment.parties {
            self.party(party);
        }
        for item in &consignment.items {
            self.item(item);
        }
    }

    fn party(&mut self, party: &ManifestParty) {
        let ManifestParty { role, party } = party;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let (identifier, name, street) = (text(&party.identifier), text(&party.name), text(&party.street));
        let (city, postcode, country) = (text(&party.city), text(&party.postcode), text(&party.country));
        self.segment(
            "NAD",
            &[&[role], &[&identifier], &[], &[&name], &[&street], &[&city], &[], &[&postcode], &[&country]],
        );
    }

    fn item(&mut self, item: &ManifestItem) {
        let packages = item.packages.map(|count| count.to_string()).unwrap_or_default();
        let kind = item.package_kind.as_deref().unwrap_or_default();
        self.segment("GID", &[&[&item.number.to_string()], &[&packages, kind]]);
        if let Some(description) = &item.description {
            self.segment("FTX", &[&["AAA"], &[], &[], &[description]]);
        }
        if let Some(mass) = item.gross_mass_kg {
            self.segment("MEA", &[&["AAE"], &["G"], &["KGM", &mass.to_string()]]);
        }
        for container in &item.containers {
            self.segment("SGP", &[&[container]]);
        }
        for number in &item.dangerous_goods {
            self.segment("DGS", &[&["IMD"], &[], &[number]]);
        }
        if let Some(marks) = &item.marks {
            self.segment("PCI", &[&["24"], &[marks]]);
        }
        if let Some(code) = &item.commodity_code {
            self.segment("CST", &[&[], &[code]]);
        }
    }
}

fn full_empty(state: Option<FullEmpty>) -> &'static str {
    match state {
        Some(FullEmpty::Empty) => "4",
        Some(FullEmpty::Laden) => "5",
        None => "",
    }
}

/// `YYYYMMDDhhmmss` in UTC.
fn digits(time: UtcTime) -> String {
    let (year, month, day) = time.civil_date();
    let second = time.micros().div_euclid(1_000_000).rem_euclid(86_400);
    format!("{year:04}{month:02}{day:02}{:02}{:02}{:02}", second / 3_600, second / 60 % 60, second % 60)
}
