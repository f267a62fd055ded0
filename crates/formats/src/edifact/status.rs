//! COARRI, CODECO and COPRAR: what happened to containers, as status events. IFTSTA stands on the same parts.

use super::codes::{
    PlaceRole, event_date_rank, gate_of, handling_of, kilograms_in, mass_rank, place_rank, place_role,
};
use super::message::{Findings, Head, Mapper};
use super::segment::Segment;
use super::time::moment;
use std::borrow::Cow;
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty, StatusEvent};
use tidewaiter_model::identifier::imo_is_valid;
use tidewaiter_model::record::Record;
use tidewaiter_model::stow::VesselName;
use tidewaiter_model::time::UtcTime;

pub(crate) type Text<'a> = Cow<'a, str>;

/// A value and how much its qualifier counts.
#[derive(Debug, Clone)]
pub(crate) struct Ranked<T> {
    value: Option<T>,
    rank: u8,
}

impl<T> Default for Ranked<T> {
    fn default() -> Self {
        Ranked { value: None, rank: 0 }
    }
}

impl<T: Clone> Ranked<T> {
    /// Keeps the value of highest rank; of equals the first.
    pub(crate) fn offer(&mut self, value: Option<T>, rank: u8) {
        if value.is_some() && rank > self.rank {
            *self = Ranked { value, rank };
        }
    }

    pub(crate) fn value(&self) -> Option<T> {
        self.value.clone()
    }

    pub(crate) fn rank(&self) -> u8 {
        self.rank
    }
}

/// Places named at one level of a message.
#[derive(Debug, Clone, Default)]
pub(crate) struct Places<'a> {
    pub(crate) loading: Ranked<Text<'a>>,
    pub(crate) discharge: Ranked<Text<'a>>,
    pub(crate) activity: Ranked<Text<'a>>,
    pub(crate) delivery: Ranked<Text<'a>>,
    pub(crate) receipt: Ranked<Text<'a>>,
}

impl<'a> Places<'a> {
    pub(crate) fn take(&mut self, loc: &Segment<'_, 'a>) {
        let qualifier = loc.raw(1, 0);
        let slot = match place_role(qualifier) {
            PlaceRole::Loading => &mut self.loading,
            PlaceRole::Discharge => &mut self.discharge,
            PlaceRole::Activity => &mut self.activity,
            PlaceRole::Delivery => &mut self.delivery,
            PlaceRole::Receipt => &mut self.receipt,
            PlaceRole::Cell | PlaceRole::Other => return,
        };
        slot.offer(loc.text(2, 0), place_rank(qualifier));
    }

    /// Where an event of this kind happens.
    fn of(&self, event: EventCode) -> Option<Text<'a>> {
        let by_event = match event {
            EventCode::Loaded | EventCode::Departed => self.loading.value(),
            EventCode::Discharged | EventCode::Arrived => self.discharge.value(),
            _ => None,
        };
        by_event.or_else(|| self.activity.value())
    }
}

/// The gross mass of a MEA segment in kilograms, and its rank.
pub(crate) fn mass(mea: &Segment<'_, '_>) -> Option<(f64, u8)> {
    let rank = mass_rank(mea.raw(1, 0), mea.raw(2, 0))?;
    Some((kilograms(mea)?, rank))
}

/// The value of a MEA segment in kilograms, whatever mass it is.
pub(crate) fn kilograms(mea: &Segment<'_, '_>) -> Option<f64> {
    let unit = kilograms_in(mea.raw(3, 0).trim())?;
    Some(number(mea.raw(3, 1))? * unit)
}

/// A number with full stop or comma as decimal mark; never negative, never infinite.
pub(crate) fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let value: f64 = if text.contains(',') { text.replace(',', ".").parse() } else { text.parse() }.ok()?;
    (value.is_finite() && value >= 0.0).then_some(value)
}

/// The vessel of a TDT segment: IMO number (146) or call sign (103), whichever it holds, and the name. A number that
/// is a valid IMO number is one under any qualifier.
pub(crate) fn vessel(tdt: &Segment<'_, '_>) -> VesselName {
    let id =
        tdt.owned(8, 0).map(|id| id.strip_prefix("IMO").map_or(id.clone(), |rest| rest.trim().to_owned()));
    let is_imo = id.as_deref().is_some_and(|id| id.len() == 7 && imo_is_valid(id));
    let seven_digits =
        id.as_deref().is_some_and(|id| id.len() == 7 && id.bytes().all(|byte| byte.is_ascii_digit()));
    let (imo, call_sign) = match (tdt.raw(8, 1), is_imo) {
        (_, true) => (id, None),
        ("146", _) if seven_digits => (id, None),
        ("146", _) => (None, None),
        _ => (None, id),
    };
    VesselName { imo, call_sign, name: tdt.owned(8, 3) }
}

/// Full or empty, EQD's sixth element; in other dialects a fifth that holds nothing else.
pub(crate) fn full_empty(eqd: &Segment<'_, '_>) -> Option<FullEmpty> {
    match eqd.raw(6, 0) {
        "4" => Some(FullEmpty::Empty),
        "5" | "7" | "8" => Some(FullEmpty::Laden),
        _ => None,
    }
}

/// The container of an EQD, without the blanks that some put into the number.
pub(crate) fn container<'a>(eqd: &Segment<'_, 'a>) -> Option<Text<'a>> {
    let number = eqd.text(2, 0)?;
    if number.contains(' ') {
        return Some(Cow::Owned(number.replace(' ', "")));
    }
    Some(number)
}

/// Size and type of an EQD: the code, or where a dialect puts it, the fourth component.
pub(crate) fn size_type<'a>(eqd: &Segment<'_, 'a>) -> Option<Text<'a>> {
    eqd.text(3, 0).or_else(|| eqd.text(3, 3))
}

/// What is known of one container, or of all of them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Unit<'a> {
    pub(crate) container: Text<'a>,
    pub(crate) size_type: Option<Text<'a>>,
    pub(crate) full_empty: Option<FullEmpty>,
    /// Import, export, transhipment: EQD's fifth element (8249).
    pub(crate) traffic: &'a str,
    pub(crate) places: Places<'a>,
    pub(crate) time: Ranked<UtcTime>,
    pub(crate) mass: Ranked<f64>,
    pub(crate) seal: Option<Text<'a>>,
    pub(crate) document: Ranked<Text<'a>>,
    pub(crate) carrier: Ranked<Text<'a>>,
    pub(crate) voyage: Option<Text<'a>>,
    pub(crate) vessel_imo: Option<Text<'a>>,
}

impl<'a> Unit<'a> {
    pub(crate) fn of(eqd: &Segment<'_, 'a>) -> Unit<'a> {
        Unit {
            container: container(eqd).unwrap_or_default(),
            size_type: size_type(eqd),
            full_empty: full_empty(eqd),
            traffic: eqd.raw(5, 0),
            ..Unit::default()
        }
    }

    /// Takes what a segment says of it.
    pub(crate) fn take(&mut self, segment: &Segment<'_, 'a>, findings: &mut Findings) {
        match segment.tag() {
            "LOC" => self.places.take(segment),
            "DTM" => self.date(segment, findings),
            "MEA" => {
                if let Some((kilograms, rank)) = mass(segment) {
                    self.mass.offer(Some(kilograms), rank);
                }
            }
            "SEL" => self.seal = self.seal.take().or_else(|| segment.text(1, 0)),
            "RFF" => self.reference(segment),
            "NAD" => self.party(segment),
            _ => {}
        }
    }

    pub(crate) fn date(&mut self, dtm: &Segment<'_, 'a>, findings: &mut Findings) {
        let Some(rank) = event_date_rank(dtm.raw(1, 0)) else { return };
        if dtm.raw(1, 1).is_empty() {
            return;
        }
        match moment(dtm.raw(1, 1), dtm.raw(1, 2)) {
            Some(moment) => self.time.offer(Some(moment.time), rank),
            None => {
                findings.warn("EDI-TIME", (dtm, 1, 1), "a date and time that exists, in the format given");
            }
        }
    }

    fn reference(&mut self, rff: &Segment<'_, 'a>) {
        let rank = match rff.raw(1, 0) {
            "BM" => 3,
            "BN" => 2,
            _ => return,
        };
        // `1` fills a place that must not be empty.
        self.document.offer(rff.text(1, 1).filter(|text| text != "1"), rank);
    }

    fn party(&mut self, nad: &Segment<'_, 'a>) {
        let rank = match nad.raw(1, 0) {
            "CF" => 3,
            "CA" => 2,
            _ => return,
        };
        self.carrier.offer(nad.text(2, 0), rank);
    }

    /// The main carriage's vessel and voyage.
    pub(crate) fn transport(&mut self, tdt: &Segment<'_, 'a>) {
        self.voyage = tdt.text(2, 0);
        self.vessel_imo = vessel(tdt).imo.map(Cow::Owned);
        self.carrier.offer(tdt.text(5, 0), 1);
    }
}

/// The mapper of COARRI, CODECO and COPRAR: one event for each container.
pub(crate) struct Moves<'a> {
    head: Head<'a>,
    document: &'a str,
    /// `D` or `L` of FTX+OSI, where the document's name does not say.
    instruction: &'a str,
    common: Unit<'a>,
    unit: Option<Unit<'a>>,
    /// A transport of the container's own has begun: its places are not the container's.
    in_leg: bool,
    records: Vec<Record<'a>>,
    count: usize,
    unknown_said: bool,
}

impl<'a> Moves<'a> {
    pub(crate) fn new(head: Head<'a>) -> Moves<'a> {
        Moves {
            records: Vec::with_capacity(head.room),
            head,
            document: "",
            instruction: "",
            common: Unit::default(),
            unit: None,
            in_leg: false,
            count: 0,
            unknown_said: false,
        }
    }

    fn emit(&mut self) {
        let Some(unit) = self.unit.take() else { return };
        self.count += 1;
        let event = self.event(&unit);
        let record = status(&self.head, &unit, &self.common, event, self.classifier(), self.count);
        self.records.extend(record.map(Record::Status));
    }

    fn classifier(&self) -> Classifier {
        if self.head.kind == "COPRAR" { Classifier::Requested } else { Classifier::Actual }
    }

    /// What happened. A vessel's only port at the head of the message tells more than the document's name, whose
    /// meaning differs between guidelines: a terminal names the port of loading when it loads.
    fn event(&self, unit: &Unit<'_>) -> EventCode {
        if self.head.kind == "CODECO" {
            return gate_of(self.document).unwrap_or(EventCode::Other);
        }
        let head = &self.common.places;
        match (head.loading.rank(), head.discharge.rank()) {
            (3, 0..=2) => return EventCode::Loaded,
            (0..=2, 3) => return EventCode::Discharged,
            _ => {}
        }
        let by_instruction = match self.instruction {
            "D" => Some(EventCode::Discharged),
            "L" => Some(EventCode::Loaded),
            _ => None,
        };
        let by_traffic = match unit.traffic {
            "2" => Some(EventCode::Loaded),
            "3" => Some(EventCode::Discharged),
            _ => None,
        };
        handling_of(self.document).or(by_instruction).or(by_traffic).unwrap_or(EventCode::Other)
    }
}

impl<'a> Mapper<'a> for Moves<'a> {
    fn segment(&mut self, segment: &Segment<'_, 'a>, findings: &mut Findings) {
        match segment.tag() {
            "EQD" => {
                self.emit();
                self.in_leg = false;
                if segment.raw(1, 0) != "CN" {
                    return;
                }
                let unit = Unit::of(segment);
                if unit.container.is_empty() {
                    findings.warn(
                        "EDI-CONTAINER",
                        (segment, 2, 0),
                        "the number of the container; this one is left out",
                    );
                    return;
                }
                self.unit = Some(unit);
            }
            "BGM" => self.document = segment.raw(1, 0),
            "FTX" if segment.raw(1, 0) == "OSI" && self.unit.is_none() => {
                self.instruction = segment.raw(3, 0);
            }
            "TDT" if self.unit.is_some() => self.in_leg = true,
            "TDT" => {
                if segment.raw(1, 0) == "20" || self.common.voyage.is_none() {
                    self.common.transport(segment);
                }
            }
            "LOC" | "DTM" if self.in_leg => {}
            "CNT" => self.emit(),
            _ => match &mut self.unit {
                Some(unit) => unit.take(segment, findings),
                None => self.common.take(segment, findings),
            },
        }
        if segment.tag() == "EQD" && !self.unknown_said {
            let event = self.unit.as_ref().map(|unit| self.event(unit));
            if event == Some(EventCode::Other) {
                self.unknown_said = true;
                let expected = "a document name or places that tell loading, discharge, gate-in or gate-out; kept as `OTHR`";
                findings.warn("EDI-EVENT", (segment, 0, 0), expected);
            }
        }
    }

    fn finish(mut self: Box<Self>, _findings: &mut Findings) -> Vec<Record<'a>> {
        self.emit();
        self.records
    }
}

/// A status event of a container. `None` when neither message nor interchange tells any time.
pub(crate) fn status<'a>(
    head: &Head<'a>,
    unit: &Unit<'a>,
    common: &Unit<'a>,
    event: EventCode,
    classifier: Classifier,
    number: usize,
) -> Option<StatusEvent<'a>> {
    // An activity's own time, then that of the message's transport, then of the message, then of the interchange.
    let time = unit.time.value().or_else(|| common.time.value()).or(head.prepared)?;
    let own = unit.places.of(event);
    // Where a gate's place is not named, a box comes in where it is to be loaded and goes out where it was discharged.
    let by_gate = |places: &Places<'a>| match event {
        EventCode::GateIn => places.loading.value(),
        EventCode::GateOut => places.discharge.value(),
        _ => None,
    };
    let location = own.or_else(|| common.places.of(event)).or_else(|| by_gate(&unit.places));
    let location = location.or_else(|| by_gate(&common.places));
    Some(StatusEvent {
        message_id: Cow::Owned(format!("{}#{number}", head.reference)),
        container: unit.container.clone(),
        event,
        event_time: time,
        location: location.unwrap_or_default(),
        full_empty: unit.full_empty,
        vessel_imo: unit.vessel_imo.clone().or_else(|| common.vessel_imo.clone()),
        voyage: unit.voyage.clone().or_else(|| common.voyage.clone()),
        seal: unit.seal.clone(),
        gross_mass_kg: unit.mass.value(),
        size_type: unit.size_type.clone(),
        carrier: unit.carrier.value().or_else(|| common.carrier.value()),
        source: Cow::Borrowed(head.sender),
        classifier,
        created: head.prepared,
        received: None,
        transport_document: unit.document.value().or_else(|| common.document.value()),
    })
}
