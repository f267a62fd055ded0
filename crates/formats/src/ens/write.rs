//! Entry summary declarations as IE315 and IE313 messages.

use super::parties::{PartyNames, party_names};
use tidewaiter_model::entry_summary::{
    EnsKind, EntrySummary, GoodsItem, LocalText, MeansOfTransport, Packages, Party,
};
use tidewaiter_model::provenance::Located;
use tidewaiter_model::time::UtcTime;

/// Envelope elements that may stand before the message identification, in their order.
const ENVELOPE_BEFORE: &[&str] = &[
    "SenIdeCodQuaMES4",
    "RecIdeCodQuaMES7",
    "IntConRefMES11",
    "RecRefMES12",
    "RecRefQuaMES13",
    "AppRefMES14",
    "PriMES15",
    "AckReqMES16",
    "ComAgrIdMES17",
    "TesIndMES18",
];

/// Writes one message: well-formed XML in UTF-8, its elements in the order of the ICS schema.
///
/// Reading it back gives the same record but for spans and for what stood in `carried`, which has no place of its
/// own. Times are written in UTC to the minute, as the messages have them.
pub fn write(entry_summary: &EntrySummary) -> Vec<u8> {
    let root = root_name(entry_summary.kind);
    let mut xml = Xml { out: String::with_capacity(4096), depth: 1 };
    xml.out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.out.push_str(&format!("<ie:{root} xmlns:ie=\"http://ics.dgtaxud.ec/{root}\">\n"));
    envelope(&mut xml, entry_summary, root);
    xml.group("HEAHEA", |xml| header(xml, entry_summary));
    party(&mut xml, "TRACONCO1", &entry_summary.consignor);
    party(&mut xml, "TRACONCE1", &entry_summary.consignee);
    party(&mut xml, "NOTPAR670", &entry_summary.notify_party);
    for item in &entry_summary.items {
        xml.group("GOOITEGDS", |xml| goods_item(xml, item));
    }
    for country in &entry_summary.itinerary {
        xml.group("ITI", |xml| xml.leaf("CouOfRouCodITI1", &country.value));
    }
    if let Some(office) = &entry_summary.office_of_lodgement {
        xml.group("CUSOFFLON", |xml| xml.leaf("RefNumCOL1", office));
    }
    party(&mut xml, "TRAREP", &entry_summary.representative);
    party(&mut xml, "PERLODSUMDEC", &entry_summary.lodging_person);
    for seal in &entry_summary.seals {
        xml.group("SEAID529", |xml| {
            xml.leaf("SeaIdSEAID530", &seal.identity);
            xml.optional("SeaIdSEAID530LNG", seal.language.as_deref());
        });
    }
    if entry_summary.office_of_first_entry.is_some() || entry_summary.expected_arrival.is_some() {
        xml.group("CUSOFFFENT730", |xml| {
            xml.optional("RefNumCUSOFFFENT731", located(&entry_summary.office_of_first_entry));
            xml.minute("ExpDatOfArrFIRENT733", &entry_summary.expected_arrival);
        });
    }
    for office in &entry_summary.offices_of_subsequent_entry {
        xml.group("CUSOFFSENT740", |xml| xml.leaf("RefNumSUBENR909", office));
    }
    party(&mut xml, "TRACARENT601", &entry_summary.entry_carrier);
    xml.out.push_str(&format!("</ie:{root}>\n"));
    xml.out.into_bytes()
}

/// The root element of a kind of message, without prefix.
pub(crate) fn root_name(kind: EnsKind) -> &'static str {
    match kind {
        EnsKind::Declaration => "CC315A",
        EnsKind::Amendment => "CC313A",
    }
}

fn envelope(xml: &mut Xml, entry_summary: &EntrySummary, root: &str) {
    xml.leaf("MesSenMES3", &entry_summary.sender);
    xml.leaf("MesRecMES6", &entry_summary.recipient);
    if let Some(prepared) = entry_summary.prepared {
        let digits = minute_digits(prepared);
        xml.leaf("DatOfPreMES9", digits.get(2..8).unwrap_or_default());
        xml.leaf("TimOfPreMES10", digits.get(8..).unwrap_or_default());
    }
    let (before, after): (Vec<_>, Vec<_>) =
        entry_summary.envelope.iter().partition(|(name, _)| ENVELOPE_BEFORE.contains(&name.as_str()));
    for (name, text) in before {
        xml.leaf(name, text);
    }
    xml.leaf("MesIdeMES19", &entry_summary.message_identification);
    xml.leaf("MesTypMES20", root);
    for (name, text) in after {
        xml.leaf(name, text);
    }
    xml.optional("CorIdeMES25", entry_summary.correlation_identifier.as_deref());
}

fn header(xml: &mut Xml, entry_summary: &EntrySummary) {
    xml.optional("RefNumHEA4", located(&entry_summary.local_reference_number));
    xml.optional("DocNumHEA5", located(&entry_summary.movement_reference_number));
    xml.optional("TraModAtBorHEA76", entry_summary.transport_mode.as_deref());
    if let Some(means) = &entry_summary.means_of_transport {
        let names = ["IdeOfMeaOfTraCroHEA85", "IdeOfMeaOfTraCroHEA85LNG", "NatOfMeaOfTraCroHEA87"];
        means_of_transport(xml, means, names);
    }
    xml.number("TotNumOfIteHEA305", entry_summary.total_items);
    xml.number("TotNumOfPacHEA306", entry_summary.total_packages);
    xml.number("TotGroMasHEA307", entry_summary.total_gross_mass_kg.as_ref().map(|mass| mass.value));
    xml.text("DecPlaHEA394", "DecPlaHEA394LNG", &entry_summary.declaration_place);
    xml.optional("SpeCirIndHEA1", entry_summary.special_circumstance.as_deref());
    xml.optional("TraChaMetOfPayHEA1", entry_summary.payment_method.as_deref());
    xml.optional("ComRefNumHEA", located(&entry_summary.unique_consignment_reference));
    xml.minute("DatTimAmeHEA113", &entry_summary.amended);
    xml.text("AmdPlaHEA598", "AmdPlaHEA598LNG", &entry_summary.amendment_place);
    xml.optional("ConRefNumHEA", entry_summary.conveyance_reference.as_deref());
    xml.text("PlaLoaGOOITE334", "PlaLoaGOOITE334LNG", &entry_summary.place_of_loading);
    xml.text("PlaUnlGOOITE334", "CodPlUnHEA357LNG", &entry_summary.place_of_unloading);
    xml.minute("DecDatTimHEA114", &entry_summary.declared);
}

fn goods_item(xml: &mut Xml, item: &GoodsItem) {
    xml.leaf("IteNumGDS7", &item.number.to_string());
    xml.text("GooDesGDS23", "GooDesGDS23LNG", &item.description);
    xml.number("GroMasGDS46", item.gross_mass_kg.as_ref().map(|mass| mass.value));
    xml.optional("MetOfPayGDI12", item.payment_method.as_deref());
    xml.optional("ComRefNumGIM1", item.unique_consignment_reference.as_deref());
    xml.optional("UNDanGooCodGDI1", item.dangerous_goods.as_deref());
    xml.text("PlaLoaGOOITE333", "PlaLoaGOOITE333LNG", &item.place_of_loading);
    xml.text("PlaUnlGOOITE333", "PlaUnlGOOITE333LNG", &item.place_of_unloading);
    for document in &item.documents {
        xml.group("PRODOCDC2", |xml| {
            xml.leaf("DocTypDC21", &document.kind);
            xml.leaf("DocRefDC23", &document.reference);
            xml.optional("DocRefDCLNG", document.language.as_deref());
        });
    }
    for mention in &item.special_mentions {
        xml.group("SPEMENMT2", |xml| xml.leaf("AddInfCodMT23", mention));
    }
    party(xml, "TRACONCO2", &item.consignor);
    if let Some(code) = &item.commodity_code {
        xml.group("COMCODGODITM", |xml| xml.leaf("ComNomCMD1", &code.value));
    }
    party(xml, "TRACONCE2", &item.consignee);
    for container in &item.containers {
        xml.group("CONNR2", |xml| xml.leaf("ConNumNR21", &container.value));
    }
    for means in &item.means_of_transport {
        let names = ["IdeMeaTraGIMEATRA971", "IdeMeaTraGIMEATRA972LNG", "NatIDEMEATRAGI973"];
        xml.group("IDEMEATRAGI970", |xml| means_of_transport(xml, means, names));
    }
    for packages in &item.packages {
        xml.group("PACGS2", |xml| goods_packages(xml, packages));
    }
    party(xml, "PRTNOT640", &item.notify_party);
}

fn goods_packages(xml: &mut Xml, packages: &Packages) {
    xml.leaf("KinOfPacGS23", &packages.kind);
    xml.number("NumOfPacGS24", packages.count);
    xml.number("NumOfPieGS25", packages.pieces);
    xml.text("MarNumOfPacGSL21", "MarNumOfPacGSL21LNG", &packages.marks);
}

fn means_of_transport(xml: &mut Xml, means: &MeansOfTransport, [identity, language, nationality]: [&str; 3]) {
    if !means.identity.is_empty() {
        xml.leaf(identity, &means.identity);
    }
    xml.optional(language, means.language.as_deref());
    xml.optional(nationality, means.nationality.as_deref());
}

fn party(xml: &mut Xml, group: &str, party: &Option<Party>) {
    let (Some(party), Some(names)) = (party, party_names(group.as_bytes())) else { return };
    let PartyNames { name, street, postcode, city, country, language, identifier, .. } = *names;
    xml.group(group, |xml| {
        xml.optional(name, party.name.as_deref());
        xml.optional(street, party.street.as_deref());
        xml.optional(postcode, party.postcode.as_deref());
        xml.optional(city, party.city.as_deref());
        xml.optional(country, party.country.as_deref());
        xml.optional(language, party.language.as_deref());
        xml.optional(identifier, party.identifier.as_deref());
    });
}

fn located(text: &Option<Located<String>>) -> Option<&str> {
    text.as_ref().map(|text| text.value.as_str())
}

/// `YYYYMMDDhhmm` in UTC.
pub(crate) fn minute_digits(time: UtcTime) -> String {
    let (year, month, day) = time.civil_date();
    let minute_of_day = time.micros().div_euclid(60_000_000).rem_euclid(1_440);
    format!("{year:04}{month:02}{day:02}{:02}{:02}", minute_of_day / 60, minute_of_day % 60)
}

/// Elements as text, indented.
pub(crate) struct Xml {
    out: String,
    depth: usize,
}

impl Xml {
    /// Begun with the XML declaration, inside the root that [`Xml::raw`] opens.
    pub(crate) fn begun() -> Xml {
        Xml { out: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), depth: 1 }
    }

    /// Text as it is.
    pub(crate) fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.out.into_bytes()
    }

    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
    }

    pub(crate) fn group(&mut self, name: &str, content: impl FnOnce(&mut Xml)) {
        self.indent();
        self.out.push_str(&format!("<{name}>\n"));
        self.depth += 1;
        content(self);
        self.depth -= 1;
        self.indent();
        self.out.push_str(&format!("</{name}>\n"));
    }

    pub(crate) fn leaf(&mut self, name: &str, text: &str) {
        self.indent();
        self.out.push_str(&format!("<{name}>"));
        for character in text.chars() {
            match character {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '\r' => self.out.push_str("&#13;"),
                // XML 1.0 has no place for other control characters, not even escaped.
                '\u{0}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {
                    self.out.push('\u{FFFD}');
                }
                other => self.out.push(other),
            }
        }
        self.out.push_str(&format!("</{name}>\n"));
    }

    pub(crate) fn optional(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.leaf(name, text);
        }
    }

    pub(crate) fn number(&mut self, name: &str, number: Option<impl ToString>) {
        if let Some(number) = number {
            self.leaf(name, &number.to_string());
        }
    }

    fn text(&mut self, name: &str, language: &str, text: &Option<LocalText>) {
        if let Some(text) = text {
            self.leaf(name, &text.text);
            self.optional(language, text.language.as_deref());
        }
    }

    fn minute(&mut self, name: &str, time: &Option<Located<UtcTime>>) {
        if let Some(time) = time {
            self.leaf(name, &minute_digits(time.value));
        }
    }
}
