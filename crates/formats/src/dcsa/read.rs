//! One event of either dialect to status events, one for each container it names.

use super::codes;
use super::locate::locate;
use super::tree::Tree;
use crate::message::{Identity, ReadMessage};
use crate::time::parse_time;
use crate::{DEPTH_MAX, DIAGNOSTICS_MAX};
use std::borrow::Cow;
use tidewaiter_model::diagnostic::{Diagnostic, Severity};
use tidewaiter_model::event::{Classifier, EventCode, OwnedStatusEvent, StatusEvent};
use tidewaiter_model::identifier::locode_is_well_formed;
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_model::record::Record;
use tidewaiter_model::time::UtcTime;

type Path = [&'static str];

const TRANSPORT_CALLS: [&Path; 2] = [&["transportCall"], &["transportDetails", "transportCall"]];

/// A message that is no event, or not whole.
pub(crate) fn refuse<'a>(span: ByteSpan, bytes: &'a [u8], code: &str, expected: &str) -> ReadMessage<'a> {
    let whole = ByteSpan::new(0, span.len);
    let found = match code {
        "JSON-TRUNCATED" => "end of input".to_owned(),
        "JSON-LENGTH" => format!("{} bytes", span.len),
        _ => excerpt(bytes),
    };
    let place = if code == "JSON-TRUNCATED" { ByteSpan::new(span.len, 0) } else { whole };
    ReadMessage::refused(span, bytes, vec![Diagnostic::error(code, place, "", expected, &found)])
}

fn excerpt(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes.get(..160).unwrap_or(bytes)).into_owned()
}

/// Reads one event whose brackets are nested `depth` deep.
pub(crate) fn read_event(bytes: &[u8], span: ByteSpan, depth: u32) -> ReadMessage<'_> {
    if depth as usize > DEPTH_MAX {
        return refuse(span, bytes, "JSON-DEPTH", "nesting of at most 64 levels");
    }
    if let Err(error) = std::str::from_utf8(bytes) {
        return ReadMessage::refused(span, bytes, vec![not_utf8(bytes, error)]);
    }
    let tree: Tree = match serde_json::from_slice(bytes) {
        Ok(tree) => tree,
        Err(error) => return ReadMessage::refused(span, bytes, vec![syntax(bytes, &error)]),
    };
    let mut event = EventReader { bytes, tree: &tree, diagnostics: Vec::new() };
    let read = event.read();
    let mut diagnostics = event.diagnostics;
    if diagnostics.len() > DIAGNOSTICS_MAX {
        diagnostics.truncate(DIAGNOSTICS_MAX - 1);
        let whole = ByteSpan::new(0, span.len);
        diagnostics.push(Diagnostic::error(
            "JSON-MORE",
            whole,
            "",
            "fewer faults",
            "more faults than are listed",
        ));
    }
    let refused = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    let Some((first, more)) = read.filter(|_| !refused) else {
        return ReadMessage::refused(span, bytes, diagnostics);
    };
    let foreseen = first.classifier != Classifier::Actual;
    let known = match first.created {
        Some(created) if foreseen => created.min(first.event_time),
        _ => first.event_time,
    };
    ReadMessage {
        span,
        bytes,
        identity: Some(Identity { source: first.source.clone(), id: first.message_id.clone() }),
        received: None,
        event_time: Some(known),
        record: Some(Record::Status(first)),
        more: more.into_iter().map(Record::Status).collect(),
        diagnostics,
    }
}

fn not_utf8(bytes: &[u8], error: std::str::Utf8Error) -> Diagnostic {
    Diagnostic { code: "JSON-UTF8".to_owned(), ..crate::csv::utf8_fault(bytes, error) }
}

fn syntax(bytes: &[u8], error: &serde_json::Error) -> Diagnostic {
    let lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let before: usize = lines.take(error.line().saturating_sub(1)).map(<[u8]>::len).sum();
    let at = (before + error.column().saturating_sub(1)).min(bytes.len());
    let text = error.to_string();
    let expected = text.split(" at line ").next().unwrap_or_default();
    let found = excerpt(bytes.get(at..).unwrap_or_default());
    Diagnostic::error("JSON-SYNTAX", ByteSpan::new(at as u64, 0), "", format!("JSON: {expected}"), &found)
}

struct EventReader<'t> {
    bytes: &'t [u8],
    tree: &'t Tree,
    diagnostics: Vec<Diagnostic>,
}

impl<'t> EventReader<'t> {
    fn say(&mut self, severity: Severity, code: &str, path: &[&str], expected: &str) {
        let span = locate(self.bytes, path).unwrap_or(ByteSpan::new(0, self.bytes.len() as u64));
        let found = self.tree.at(path).map(|tree| tree.text().unwrap_or("not a text or number"));
        let pointer: String = path.iter().map(|step| format!("/{step}")).collect();
        let error = Diagnostic::error(code, span, pointer, expected, found.unwrap_or("nothing"));
        self.diagnostics.push(Diagnostic { severity, ..error });
    }

    /// The first of several places that holds a text, with its path.
    fn find(&self, paths: &[&'static Path]) -> Option<(&'static Path, &'t str)> {
        paths.iter().find_map(|path| Some((*path, self.tree.at(path)?.text()?)))
    }

    fn text(&self, paths: &[&'static Path]) -> Option<Cow<'static, str>> {
        self.find(paths).map(|(_, text)| Cow::Owned(text.to_owned()))
    }

    fn read(&mut self) -> Option<(OwnedStatusEvent, Vec<OwnedStatusEvent>)> {
        let Tree::Object(_) = self.tree else {
            self.say(Severity::Error, "JSON-EVENT", &[], "an object, one event");
            return None;
        };
        self.texts();
        let event_id = self.text(&[&["eventID"], &["metadata", "eventID"]]);
        if event_id.is_none() {
            self.say(Severity::Error, "DCSA-ID", &["eventID"], "the sender's id of the event");
        }
        let (event, kind) = self.event();
        let event_time = self.event_time();
        let mut containers = self.containers(kind).into_iter();
        let first = match containers.next() {
            Some(first) => first,
            // A vessel's call or a document's state: a sound message, kept though it tells of no container.
            None if kind != Kind::Equipment => Cow::Borrowed(""),
            None => {
                let expected = "a container: equipmentReference, or a reference of type EQ";
                self.say(Severity::Error, "DCSA-NO-CONTAINER", &[], expected);
                return None;
            }
        };
        let carrier = self.carrier();
        let status = StatusEvent {
            message_id: event_id?,
            container: first,
            event,
            event_time: event_time?,
            location: self.location(),
            full_empty: self.full_empty(),
            vessel_imo: self.in_call(&["vessel", "vesselTransport"], &["vesselIMONumber"]),
            voyage: self.voyage(event),
            seal: self.seal(),
            gross_mass_kg: None,
            size_type: self.text(&[&["ISOEquipmentCode"], &["equipmentDetails", "ISOEquipmentCode"]]),
            source: self.originating_party().or_else(|| carrier.clone()).unwrap_or_default(),
            carrier: carrier.or_else(|| self.originating_party()),
            classifier: self.classifier(),
            created: self.created(),
            received: None,
            transport_document: self.transport_document(),
        };
        let more = containers.map(|container| StatusEvent { container, ..status.clone() }).collect();
        Some((status, more))
    }

    /// Faults of the JSON itself. Two members of one name and different values leave open what was meant, so the
    /// event is refused; when both say the same it is only remarked on.
    fn texts(&mut self) {
        if self.tree.holds_nul() {
            self.say(Severity::Error, "JSON-NUL", &[], "texts without NUL characters");
        }
        for twice in self.tree.twice().into_iter().take(DIAGNOSTICS_MAX) {
            let path: Vec<&str> = twice.path.iter().map(Cow::as_ref).collect();
            let severity = if twice.same { Severity::Warning } else { Severity::Error };
            self.say(severity, "JSON-DUPLICATE-KEY", &path, "each member once");
        }
    }

    fn event(&mut self) -> (EventCode, Kind) {
        const KINDS: [&Path; 3] =
            [&["eventClassification", "eventTypeCode"], &["eventType"], &["eventTypeCode"]];
        const CODES: [(&[&Path], Kind); 5] = [
            (
                &[&["eventClassification", "equipmentEventTypeCode"], &["equipmentEventTypeCode"]],
                Kind::Equipment,
            ),
            (
                &[&["eventClassification", "transportEventTypeCode"], &["transportEventTypeCode"]],
                Kind::Transport,
            ),
            (
                &[&["eventClassification", "shipmentEventTypeCode"], &["shipmentEventTypeCode"]],
                Kind::Shipment,
            ),
            (
                &[
                    &["iotDetails", "iotEventCode"],
                    &["eventClassification", "iotEventTypeCode"],
                    &["iotEventTypeCode"],
                ],
                Kind::Other,
            ),
            (&[&["eventClassification", "reeferEventTypeCode"], &["reeferEventTypeCode"]], Kind::Other),
        ];
        let named = self.find(&KINDS);
        let wanted = named.and_then(|(_, text)| Kind::from_word(text));
        let found = CODES
            .iter()
            .filter(|(_, kind)| wanted.is_none_or(|wanted| wanted == *kind))
            .find_map(|(paths, kind)| Some((self.find(paths)?, *kind)));
        let Some(((path, text), kind)) = found else {
            let path = named.map_or(&["eventType"] as &Path, |(path, _)| path);
            self.say(Severity::Error, "DCSA-EVENT", path, "an event type with its event type code");
            return (EventCode::Other, wanted.unwrap_or(Kind::Other));
        };
        let code = match kind {
            Kind::Shipment => codes::shipment_code(text, self.document_type()),
            _ => codes::event_code(text),
        };
        if code.is_none() {
            let expected = "an event code of DCSA Track & Trace; this one is kept as OTHR";
            self.say(Severity::Warning, "DCSA-CODE", path, expected);
        }
        (code.unwrap_or(EventCode::Other), kind)
    }

    fn document_type(&self) -> Option<&'t str> {
        self.find(&[&["documentTypeCode"], &["shipmentDetails", "documentReference", "typeCode"]])
            .map(|found| found.1)
    }

    fn event_time(&mut self) -> Option<UtcTime> {
        let path: &Path = &["eventDateTime"];
        let time = self.tree.at(path).and_then(Tree::text).and_then(parse_time);
        if time.is_none() {
            let expected = "an RFC 3339 time with offset, such as 2026-03-01T14:30:00+01:00";
            self.say(Severity::Error, "DCSA-TIME", path, expected);
        }
        time
    }

    fn created(&mut self) -> Option<UtcTime> {
        const PATHS: [&Path; 4] = [
            &["eventCreatedDateTime"],
            &["eventUpdatedDateTime"],
            &["metadata", "eventCreatedDateTime"],
            &["eventCreated"],
        ];
        let (path, text) = self.find(&PATHS)?;
        let time = parse_time(text);
        if time.is_none() {
            let expected = "an RFC 3339 time with offset; the event stands without it";
            self.say(Severity::Warning, "DCSA-CREATED", path, expected);
        }
        time
    }

    fn classifier(&mut self) -> Classifier {
        const PATHS: [&Path; 2] = [&["eventClassification", "eventClassifierCode"], &["eventClassifierCode"]];
        let found = self.find(&PATHS);
        let classifier = found.and_then(|(_, text)| codes::classifier(text));
        match (found, classifier) {
            (Some((path, _)), None) => {
                self.say(Severity::Error, "DCSA-CLASSIFIER", path, "one of ACT, EST, PLN, REQ");
            }
            (None, _) => {
                let expected = "one of ACT, EST, PLN, REQ; taken as ACT";
                self.say(Severity::Warning, "DCSA-CLASSIFIER", &["eventClassifierCode"], expected);
            }
            _ => {}
        }
        classifier.unwrap_or(Classifier::Actual)
    }

    /// The container of an equipment event; for other kinds all that are referenced, each once, in order.
    fn containers(&self, kind: Kind) -> Vec<Cow<'static, str>> {
        let named = self.text(&[&["equipmentReference"], &["equipmentDetails", "equipmentReference"]]);
        if named.is_some() && kind == Kind::Equipment {
            return named.into_iter().collect();
        }
        let lists: [(&Path, &str, &str); 3] = [
            (&["references"], "referenceType", "referenceValue"),
            (&["shipmentDetails", "shipmentReferences"], "typeCode", "reference"),
            (&["references"], "typeCode", "reference"),
        ];
        let referenced = lists.into_iter().flat_map(|(path, kind, value)| {
            let list = self.tree.at(path).map_or(&[] as &[Tree], Tree::list);
            list.iter().filter_map(move |entry| {
                let is_equipment = entry.at(&[kind])?.text()? == "EQ";
                is_equipment.then(|| entry.at(&[value])?.text()).flatten()
            })
        });
        let mut containers: Vec<Cow<'static, str>> = named.into_iter().collect();
        let mut seen: std::collections::HashSet<String> =
            containers.iter().map(ToString::to_string).collect();
        for container in referenced {
            if seen.insert(container.to_owned()) {
                containers.push(Cow::Owned(container.to_owned()));
            }
        }
        containers
    }

    fn location(&mut self) -> Cow<'static, str> {
        const PATHS: [&Path; 8] = [
            &["eventLocation", "UNLocationCode"],
            &["transportCall", "UNLocationCode"],
            &["transportCall", "location", "UNLocationCode"],
            &["transportDetails", "transportCall", "UNLocationCode"],
            &["transportDetails", "transportCall", "location", "UNLocationCode"],
            &["location", "UNLocationCode"],
            &["UNLocationCode"],
            &["eventLocation", "unLocationCode"],
        ];
        let Some((path, text)) = self.find(&PATHS) else { return Cow::Borrowed("") };
        if !locode_is_well_formed(text) {
            let expected = "a UN/LOCODE: two letters of the country and three letters or digits 2 to 9";
            self.say(Severity::Warning, "DCSA-LOCATION", path, expected);
        }
        Cow::Owned(text.to_owned())
    }

    fn full_empty(&mut self) -> Option<tidewaiter_model::event::FullEmpty> {
        let (path, text) =
            self.find(&[&["emptyIndicatorCode"], &["equipmentDetails", "emptyIndicatorCode"]])?;
        let state = codes::full_empty(text);
        if state.is_none() {
            self.say(Severity::Warning, "DCSA-EMPTY", path, "EMPTY or LADEN; the event stands without it");
        }
        state
    }

    /// A leaf of the transport call, or of one of its members.
    fn in_call(&self, members: &[&str], leaf: &[&str]) -> Option<Cow<'static, str>> {
        TRANSPORT_CALLS.iter().find_map(|call| {
            let call = self.tree.at(call)?;
            let inner = members.iter().filter_map(|member| call.at(&[member]));
            let found = inner.chain([call]).find_map(|tree| tree.at(leaf)?.text())?;
            Some(Cow::Owned(found.to_owned()))
        })
    }

    /// Import voyage for what happens on arrival, export voyage for the rest; the other one where it is missing.
    fn voyage(&self, event: EventCode) -> Option<Cow<'static, str>> {
        let arriving = matches!(event, EventCode::Arrived | EventCode::Discharged);
        let sides = if arriving { ["import", "export"] } else { ["export", "import"] };
        let numbers = sides.iter().find_map(|side| {
            let (plain, either) = (format!("{side}VoyageNumber"), format!("{side}VoyageNumberOrReference"));
            self.in_call(&[], &[&plain])
                .or_else(|| self.in_call(&[], &[&either, "carrierVoyageNumber"]))
                .or_else(|| self.in_call(&[], &[&either, "universalVoyageReference"]))
        });
        numbers.or_else(|| self.in_call(&[], &["carrierVoyageNumber"]))
    }

    fn seal(&self) -> Option<Cow<'static, str>> {
        self.text(&[
            &["seals", "0", "sealNumber"],
            &["seals", "0", "number"],
            &["equipmentDetails", "seals", "0", "number"],
            &["equipmentDetails", "seals", "0", "sealNumber"],
        ])
    }

    fn originating_party(&self) -> Option<Cow<'static, str>> {
        self.text(&[&["eventRouting", "originatingParty", "partyCode"]])
    }

    fn carrier(&self) -> Option<Cow<'static, str>> {
        let vessels = ["vessel", "vesselTransport"];
        self.in_call(&vessels, &["vesselOperatorCarrierCode"])
            .or_else(|| self.in_call(&vessels, &["operatorCarrierCode"]))
            .or_else(|| self.text(&[&["carrierCode"]]))
    }

    /// The transport document, or failing that the booking.
    fn transport_document(&self) -> Option<Cow<'static, str>> {
        let mut documents: Vec<(&str, &str)> = Vec::new();
        let mut add = |entry: &'t Tree, kind: &str, value: &str| {
            let pair = (entry.at(&[kind]).and_then(Tree::text), entry.at(&[value]).and_then(Tree::text));
            if let (Some(kind), Some(value)) = pair {
                documents.push((kind, value));
            }
        };
        let list = |path: &[&str]| self.tree.at(path).map_or(&[] as &[Tree], Tree::list);
        add(self.tree, "documentTypeCode", "documentID");
        for entry in list(&["documentReferences"]) {
            add(entry, "documentReferenceType", "documentReferenceValue");
            add(entry, "typeCode", "reference");
        }
        if let Some(entry) = self.tree.at(&["shipmentDetails", "documentReference"]) {
            add(entry, "typeCode", "reference");
        }
        for entry in list(&["shipmentDetails", "additionalDocumentReferences"]) {
            add(entry, "typeCode", "reference");
        }
        let of_type = |wanted| documents.iter().find(|(kind, _)| *kind == wanted).map(|(_, number)| *number);
        let flat = |member: &str| self.tree.at(&[member]).and_then(Tree::text);
        let number = of_type("TRD")
            .or_else(|| flat("transportDocumentReference"))
            .or_else(|| of_type("BKG"))
            .or_else(|| flat("carrierBookingReference"))?;
        Some(Cow::Owned(number.to_owned()))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Equipment,
    Transport,
    Shipment,
    /// IoT and reefer events.
    Other,
}

impl Kind {
    fn from_word(text: &str) -> Option<Kind> {
        match text.to_ascii_uppercase().as_str() {
            "EQUIPMENT" => Some(Kind::Equipment),
            "TRANSPORT" => Some(Kind::Transport),
            "SHIPMENT" => Some(Kind::Shipment),
            "IOT" | "REEFER" => Some(Kind::Other),
            _ => None,
        }
    }
}
