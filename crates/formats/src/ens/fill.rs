//! From elements to the record: which group we are in, and what a finished leaf is worth.

use super::parties::party_names;
use crate::DIAGNOSTICS_MAX;
use crate::xml::{Sink, local_name};
use std::borrow::Cow;
use tidewaiter_model::diagnostic::{Diagnostic, Severity};
use tidewaiter_model::entry_summary::{
    DocumentReference, EnsKind, EntrySummary, GoodsItem, MeansOfTransport, Packages, Party, Seal,
};
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_model::time::UtcTime;

/// The group an element stands in; decides what its leaves mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    Root,
    Header,
    Party,
    Item,
    Document,
    Mention,
    Commodity,
    Container,
    ItemMeans,
    Packages,
    Itinerary,
    Seal,
    OfficeOfLodgement,
    OfficeOfFirstEntry,
    OfficeOfSubsequentEntry,
    /// Not in the schema, or a second one where one is allowed: its leaves are carried.
    Unknown,
}

/// What became of a leaf.
pub(crate) enum Leaf {
    Taken,
    /// No field has this name, or the element is empty.
    Carried,
    /// The field is taken already.
    Repeated,
    /// Not what the field holds: code, severity and what was expected.
    Wrong(&'static str, Severity, &'static str),
}

struct Frame<'a> {
    name: &'a str,
    group: Group,
    start: u64,
    has_children: bool,
    attributes: Vec<(String, String)>,
}

/// The text of the element that is open.
#[derive(Default)]
struct Content<'a> {
    text: Cow<'a, str>,
    pieces: u32,
    start: u64,
    end: u64,
}

/// A record under construction.
#[derive(Default)]
pub(crate) struct Fill<'a> {
    stack: Vec<Frame<'a>>,
    content: Content<'a>,
    pub(crate) record: Option<EntrySummary>,
    pub(crate) item: GoodsItem,
    pub(crate) party: Party,
    pub(crate) prepared_date: Option<(String, ByteSpan)>,
    pub(crate) prepared_time: Option<(String, ByteSpan)>,
    diagnostics: Vec<Diagnostic>,
    unlisted: usize,
}

impl<'a> Fill<'a> {
    /// Where we are, with `leaf` behind it unless it is empty. Goods items carry their number in the order of the
    /// message, from 1.
    pub(crate) fn path(&self, leaf: &str) -> String {
        let mut path = String::new();
        let item_number = self.record.as_ref().map_or(0, |record| record.items.len()) + 1;
        for name in self.stack.iter().map(|frame| frame.name).chain((!leaf.is_empty()).then_some(leaf)) {
            path.push('/');
            path.push_str(name);
            if name == "GOOITEGDS" {
                path.push_str(&format!("[{item_number}]"));
            }
        }
        path
    }

    /// Text between the elements of a group: nothing takes it, nothing drops it.
    fn loose_text(&mut self) {
        let content = std::mem::take(&mut self.content);
        let text = content.text.trim_ascii();
        if !text.is_empty() {
            let path = self.path("");
            self.carry(path, text.to_owned());
        }
    }

    fn carry(&mut self, path: String, text: String) {
        if let Some(record) = &mut self.record {
            record.carried.push((path, text));
        }
    }

    fn group(&mut self, parent: Group, name: &str) -> Group {
        let Some(record) = &mut self.record else { return Group::Unknown };
        match (parent, name) {
            (Group::Root, "HEAHEA") => Group::Header,
            (Group::Root, "GOOITEGDS") => {
                self.item = GoodsItem::default();
                Group::Item
            }
            (Group::Root, "ITI") => Group::Itinerary,
            (Group::Root, "CUSOFFLON") => Group::OfficeOfLodgement,
            (Group::Root, "CUSOFFFENT730") => Group::OfficeOfFirstEntry,
            (Group::Root, "CUSOFFSENT740") => Group::OfficeOfSubsequentEntry,
            (Group::Root, "SEAID529") => {
                record.seals.push(Seal::default());
                Group::Seal
            }
            (Group::Item, "PRODOCDC2") => {
                self.item.documents.push(DocumentReference::default());
                Group::Document
            }
            (Group::Item, "SPEMENMT2") => Group::Mention,
            (Group::Item, "COMCODGODITM") => Group::Commodity,
            (Group::Item, "CONNR2") => Group::Container,
            (Group::Item, "IDEMEATRAGI970") => {
                self.item.means_of_transport.push(MeansOfTransport::default());
                Group::ItemMeans
            }
            (Group::Item, "PACGS2") => {
                self.item.packages.push(Packages::default());
                Group::Packages
            }
            (Group::Root | Group::Item, _) if party_names(name.as_bytes()).is_some() => {
                let free = self.party_slot(name).is_some_and(|slot| slot.is_none());
                self.party = Party::default();
                if free { Group::Party } else { Group::Unknown }
            }
            _ => Group::Unknown,
        }
    }

    fn party_slot(&mut self, group: &str) -> Option<&mut Option<Party>> {
        let record = self.record.as_mut()?;
        Some(match group {
            "TRACONCO1" => &mut record.consignor,
            "TRACONCE1" => &mut record.consignee,
            "NOTPAR670" => &mut record.notify_party,
            "TRAREP" => &mut record.representative,
            "PERLODSUMDEC" => &mut record.lodging_person,
            "TRACARENT601" => &mut record.entry_carrier,
            "TRACONCO2" => &mut self.item.consignor,
            "TRACONCE2" => &mut self.item.consignee,
            "PRTNOT640" => &mut self.item.notify_party,
            _ => return None,
        })
    }

    fn group_ends(&mut self, group: Group, name: &str, span: ByteSpan) {
        match group {
            Group::Item => {
                let item = std::mem::take(&mut self.item);
                if let Some(record) = &mut self.record {
                    record.items.push(GoodsItem { span, ..item });
                }
            }
            Group::Party => {
                let party = std::mem::take(&mut self.party);
                if let Some(slot) = self.party_slot(name) {
                    *slot = Some(Party { span, ..party });
                }
            }
            Group::Document => {
                if let Some(document) = self.item.documents.last_mut() {
                    document.span = span;
                }
            }
            Group::Seal => {
                if let Some(seal) = self.record.as_mut().and_then(|record| record.seals.last_mut()) {
                    seal.span = span;
                }
            }
            _ => {}
        }
    }

    fn leaf(&mut self, name: &'a str, content: &Content<'a>, end_tag: u64) {
        let text = content.text.trim_ascii();
        let span = match &content.text {
            _ if content.pieces == 0 => ByteSpan::new(end_tag, 0),
            Cow::Borrowed(whole) if content.pieces == 1 => {
                let blanks = whole.len() - whole.trim_ascii_start().len();
                ByteSpan::new(content.start + blanks as u64, text.len() as u64)
            }
            _ => ByteSpan::new(content.start, content.end - content.start),
        };
        let normal: Cow<'_, str> = if memchr::memchr(b'\r', text.as_bytes()).is_some() && content.pieces == 1
        {
            Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
        } else {
            Cow::Borrowed(text)
        };
        let group = self.stack.last().map_or(Group::Unknown, |frame| frame.group);
        let leaf = self.take_leaf(group, name, &normal, span);
        let (code, severity, expected) = match leaf {
            Leaf::Taken => return,
            Leaf::Carried => {
                let path = self.path(name);
                return self.carry(path, normal.into_owned());
            }
            Leaf::Repeated => ("ENS-REPEATED", Severity::Warning, "this element once; the first one counts"),
            Leaf::Wrong(code, severity, expected) => (code, severity, expected),
        };
        let path = self.path(name);
        self.say(Diagnostic { severity, ..Diagnostic::error(code, span, path.clone(), expected, &normal) });
        self.carry(path, normal.into_owned());
    }

    pub(crate) fn say(&mut self, diagnostic: Diagnostic) {
        if self.diagnostics.len() < DIAGNOSTICS_MAX - 1 {
            return self.diagnostics.push(diagnostic);
        }
        self.unlisted += 1;
        // An error decides what becomes of the message: the first one is never among those that are left out.
        let is_error = |said: &Diagnostic| said.severity == Severity::Error;
        if is_error(&diagnostic) && !self.diagnostics.iter().any(is_error) {
            self.diagnostics.pop();
            self.diagnostics.push(diagnostic);
        }
    }

    /// What ended the message early, in front of what was said before.
    pub(crate) fn say_first(&mut self, fault: Diagnostic) {
        if self.diagnostics.len() == DIAGNOSTICS_MAX - 1 {
            self.diagnostics.pop();
            self.unlisted += 1;
        }
        self.diagnostics.insert(0, fault);
    }

    /// The record, and what there is to say about it.
    pub(crate) fn finish(mut self) -> (Option<EntrySummary>, Vec<Diagnostic>) {
        let date = self.prepared_date.take();
        let time = self.prepared_time.take();
        let prepared =
            date.as_ref().and_then(|(date, _)| prepared(date, time.as_ref().map(|time| time.0.as_str())));
        if prepared.is_none() {
            for (name, given) in [("DatOfPreMES9", date), ("TimOfPreMES10", time)] {
                let Some((text, span)) = given else { continue };
                let root = self.record.as_ref().map_or("", |record| super::root_name(record.kind));
                let path = format!("/{root}/{name}");
                let expected = "a preparation date YYMMDD and time HHMM";
                self.say(Diagnostic::warning("ENS-DATE", span, path.clone(), expected, &text));
                self.carry(path, text);
            }
        }
        if let Some(record) = &mut self.record {
            record.prepared = prepared;
        }
        if self.unlisted > 0 {
            let found = format!("{} more findings", self.unlisted);
            self.diagnostics.push(Diagnostic::warning(
                "ENS-MORE",
                ByteSpan::default(),
                "",
                "fewer faults",
                &found,
            ));
        }
        (self.record, self.diagnostics)
    }
}

impl<'a> Sink<'a> for Fill<'a> {
    fn roots(&self) -> &'static str {
        "root element CC315A or CC313A"
    }

    fn root(&mut self, name: &str) -> bool {
        let kind = match name {
            "CC315A" => EnsKind::Declaration,
            "CC313A" => EnsKind::Amendment,
            _ => return false,
        };
        self.record = Some(empty_record(kind));
        true
    }

    fn attribute(&mut self, name: &str, value: String) {
        if let Some(frame) = self.stack.last_mut() {
            frame.attributes.push((format!("@{name}"), value));
        }
    }

    fn text(&mut self, text: Cow<'a, str>, start: u64, end: u64) {
        let content = &mut self.content;
        if content.pieces == 0 {
            content.start = start;
            content.text = text;
        } else {
            content.text.to_mut().push_str(&text);
        }
        content.pieces += 1;
        content.end = end;
    }

    fn open(&mut self, qualified: &'a str, start: u64, _end: u64) {
        let name = local_name(qualified);
        self.loose_text();
        let parent = match self.stack.last_mut() {
            Some(parent) => {
                parent.has_children = true;
                parent.group
            }
            None => {
                let frame =
                    Frame { name, group: Group::Root, start, has_children: false, attributes: Vec::new() };
                return self.stack.push(frame);
            }
        };
        let group = self.group(parent, name);
        self.stack.push(Frame { name, group, start, has_children: false, attributes: Vec::new() });
    }

    fn close(&mut self, start: u64, end: u64) {
        let Some(frame) = self.stack.pop() else { return };
        let is_leaf = !frame.has_children && frame.group == Group::Unknown;
        if is_leaf {
            let content = std::mem::take(&mut self.content);
            self.leaf(frame.name, &content, start);
        } else {
            // Loose text belongs to the group that ends here.
            let (group, whole) = (frame.group, ByteSpan::new(frame.start, end - frame.start));
            let name = frame.name;
            self.stack.push(Frame { attributes: Vec::new(), ..frame_like(&frame) });
            self.loose_text();
            self.stack.pop();
            self.group_ends(group, name, whole);
        }
        for (name, value) in frame.attributes {
            let path = format!("{}/{name}", self.path(frame.name));
            self.carry(path, value);
        }
    }

    fn here(&self) -> String {
        self.path("")
    }
}

fn frame_like<'a>(frame: &Frame<'a>) -> Frame<'a> {
    let Frame { name, group, start, has_children, .. } = *frame;
    Frame { name, group, start, has_children, attributes: Vec::new() }
}

/// `YYMMDD` (or `YYYYMMDD`) and `HHMM` as UTC; midnight when no time is given.
fn prepared(date: &str, time: Option<&str>) -> Option<UtcTime> {
    let date = if date.len() == 6 { format!("20{date}") } else { date.to_owned() };
    super::leaf::minute(&format!("{date}{}", time.unwrap_or("0000")))
}

fn empty_record(kind: EnsKind) -> EntrySummary {
    EntrySummary {
        kind,
        sender: String::new(),
        recipient: String::new(),
        prepared: None,
        envelope: Vec::new(),
        message_identification: String::new(),
        correlation_identifier: None,
        local_reference_number: None,
        movement_reference_number: None,
        transport_mode: None,
        means_of_transport: None,
        total_items: None,
        total_packages: None,
        total_gross_mass_kg: None,
        declaration_place: None,
        special_circumstance: None,
        payment_method: None,
        unique_consignment_reference: None,
        conveyance_reference: None,
        place_of_loading: None,
        place_of_unloading: None,
        declared: None,
        amended: None,
        amendment_place: None,
        consignor: None,
        consignee: None,
        notify_party: None,
        items: Vec::new(),
        itinerary: Vec::new(),
        office_of_lodgement: None,
        representative: None,
        lodging_person: None,
        seals: Vec::new(),
        office_of_first_entry: None,
        expected_arrival: None,
        offices_of_subsequent_entry: Vec::new(),
        entry_carrier: None,
        carried: Vec::new(),
    }
}
