//! Leaf elements to fields.

use super::fill::{Fill, Group, Leaf};

use tidewaiter_model::diagnostic::Severity;
use tidewaiter_model::entry_summary::{LocalText, MeansOfTransport, Party};
use tidewaiter_model::provenance::{ByteSpan, Located};
use tidewaiter_model::time::UtcTime;

/// Envelope elements that are kept by name.
const ENVELOPE: &[&str] = &[
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
    "ComAccRefMES21",
    "MesSeqNumMES22",
    "FirAndLasTraMES23",
];

impl Fill<'_> {
    /// Gives the text of a leaf to the field it belongs to.
    pub(crate) fn take_leaf(&mut self, group: Group, name: &str, text: &str, span: ByteSpan) -> Leaf {
        if text.is_empty() {
            return Leaf::Carried;
        }
        match group {
            Group::Root => self.root_leaf(name, text, span),
            Group::Header => self.header_leaf(name, text, span),
            Group::Party => party_leaf(&mut self.party, name, text),
            Group::Item => self.item_leaf(name, text, span),
            Group::Unknown => Leaf::Carried,
            Group::Itinerary
            | Group::Seal
            | Group::OfficeOfLodgement
            | Group::OfficeOfFirstEntry
            | Group::OfficeOfSubsequentEntry => self.route_leaf(group, name, text, span),
            _ => self.item_group_leaf(group, name, text, span),
        }
    }

    fn root_leaf(&mut self, name: &str, text: &str, span: ByteSpan) -> Leaf {
        let Some(record) = &mut self.record else { return Leaf::Carried };
        match name {
            "MesSenMES3" => plain(&mut record.sender, text),
            "MesRecMES6" => plain(&mut record.recipient, text),
            "MesIdeMES19" => plain(&mut record.message_identification, text),
            "CorIdeMES25" => optional(&mut record.correlation_identifier, text),
            "DatOfPreMES9" => pending(&mut self.prepared_date, text, span),
            "TimOfPreMES10" => pending(&mut self.prepared_time, text, span),
            "MesTypMES20" if text == super::root_name(record.kind) => Leaf::Taken,
            "MesTypMES20" => {
                Leaf::Wrong("ENS-TYPE", Severity::Warning, "the message type of the root element")
            }
            _ if ENVELOPE.contains(&name) => {
                if record.envelope.iter().any(|(known, _)| known == name) {
                    return Leaf::Repeated;
                }
                record.envelope.push((name.to_owned(), text.to_owned()));
                Leaf::Taken
            }
            _ => Leaf::Carried,
        }
    }

    fn header_leaf(&mut self, name: &str, text: &str, span: ByteSpan) -> Leaf {
        let Some(record) = &mut self.record else { return Leaf::Carried };
        match name {
            "RefNumHEA4" => located(&mut record.local_reference_number, text, span),
            "DocNumHEA5" => located(&mut record.movement_reference_number, text, span),
            "TraModAtBorHEA76" => optional(&mut record.transport_mode, text),
            "IdeOfMeaOfTraCroHEA85" => plain(
                &mut record.means_of_transport.get_or_insert_with(MeansOfTransport::default).identity,
                text,
            ),
            "IdeOfMeaOfTraCroHEA85LNG" => optional(
                &mut record.means_of_transport.get_or_insert_with(MeansOfTransport::default).language,
                text,
            ),
            "NatOfMeaOfTraCroHEA87" => optional(
                &mut record.means_of_transport.get_or_insert_with(MeansOfTransport::default).nationality,
                text,
            ),
            "TotNumOfIteHEA305" => count(&mut record.total_items, text),
            "TotNumOfPacHEA306" => count(&mut record.total_packages, text),
            "TotGroMasHEA307" => mass(&mut record.total_gross_mass_kg, text, span),
            "DecPlaHEA394" => local(&mut record.declaration_place, text, span),
            "DecPlaHEA394LNG" => language(&mut record.declaration_place, text),
            "SpeCirIndHEA1" => optional(&mut record.special_circumstance, text),
            "TraChaMetOfPayHEA1" => optional(&mut record.payment_method, text),
            "ComRefNumHEA" => located(&mut record.unique_consignment_reference, text, span),
            "ConRefNumHEA" => optional(&mut record.conveyance_reference, text),
            "PlaLoaGOOITE334" => local(&mut record.place_of_loading, text, span),
            "PlaLoaGOOITE334LNG" => language(&mut record.place_of_loading, text),
            "PlaUnlGOOITE334" => local(&mut record.place_of_unloading, text, span),
            "CodPlUnHEA357LNG" => language(&mut record.place_of_unloading, text),
            "DecDatTimHEA114" => instant(&mut record.declared, text, span),
            "DatTimAmeHEA113" => instant(&mut record.amended, text, span),
            "AmdPlaHEA598" => local(&mut record.amendment_place, text, span),
            "AmdPlaHEA598LNG" => language(&mut record.amendment_place, text),
            _ => Leaf::Carried,
        }
    }

    fn item_leaf(&mut self, name: &str, text: &str, span: ByteSpan) -> Leaf {
        let item = &mut self.item;
        match name {
            "IteNumGDS7" if item.number != 0 => Leaf::Repeated,
            "IteNumGDS7" => match text.parse() {
                Ok(number) => {
                    item.number = number;
                    Leaf::Taken
                }
                Err(_) => Leaf::Wrong("ENS-NUMBER", Severity::Warning, "a whole number"),
            },
            "GooDesGDS23" => local(&mut item.description, text, span),
            "GooDesGDS23LNG" => language(&mut item.description, text),
            "GroMasGDS46" => mass(&mut item.gross_mass_kg, text, span),
            "MetOfPayGDI12" => optional(&mut item.payment_method, text),
            "ComRefNumGIM1" => optional(&mut item.unique_consignment_reference, text),
            "UNDanGooCodGDI1" => optional(&mut item.dangerous_goods, text),
            "PlaLoaGOOITE333" => local(&mut item.place_of_loading, text, span),
            "PlaLoaGOOITE333LNG" => language(&mut item.place_of_loading, text),
            "PlaUnlGOOITE333" => local(&mut item.place_of_unloading, text, span),
            "PlaUnlGOOITE333LNG" => language(&mut item.place_of_unloading, text),
            _ => Leaf::Carried,
        }
    }

    fn item_group_leaf(&mut self, group: Group, name: &str, text: &str, span: ByteSpan) -> Leaf {
        let item = &mut self.item;
        match (group, name) {
            (Group::Mention, "AddInfCodMT23") => push(&mut item.special_mentions, text),
            (Group::Commodity, "ComNomCMD1") => located(&mut item.commodity_code, text, span),
            (Group::Container, "ConNumNR21") => {
                item.containers.push(Located::new(text.to_owned(), span));
                Leaf::Taken
            }
            (Group::Document, _) => match (item.documents.last_mut(), name) {
                (Some(document), "DocTypDC21") => plain(&mut document.kind, text),
                (Some(document), "DocRefDC23") => plain(&mut document.reference, text),
                (Some(document), "DocRefDCLNG") => optional(&mut document.language, text),
                _ => Leaf::Carried,
            },
            (Group::ItemMeans, _) => match (item.means_of_transport.last_mut(), name) {
                (Some(means), "IdeMeaTraGIMEATRA971") => plain(&mut means.identity, text),
                (Some(means), "IdeMeaTraGIMEATRA972LNG") => optional(&mut means.language, text),
                (Some(means), "NatIDEMEATRAGI973") => optional(&mut means.nationality, text),
                _ => Leaf::Carried,
            },
            (Group::Packages, _) => match (item.packages.last_mut(), name) {
                (Some(packages), "KinOfPacGS23") => plain(&mut packages.kind, text),
                (Some(packages), "NumOfPacGS24") => count(&mut packages.count, text),
                (Some(packages), "NumOfPieGS25") => count(&mut packages.pieces, text),
                (Some(packages), "MarNumOfPacGSL21") => local(&mut packages.marks, text, span),
                (Some(packages), "MarNumOfPacGSL21LNG") => language(&mut packages.marks, text),
                _ => Leaf::Carried,
            },
            _ => Leaf::Carried,
        }
    }

    fn route_leaf(&mut self, group: Group, name: &str, text: &str, span: ByteSpan) -> Leaf {
        let Some(record) = &mut self.record else { return Leaf::Carried };
        match (group, name) {
            (Group::Itinerary, "CouOfRouCodITI1") => {
                record.itinerary.push(Located::new(text.to_owned(), span));
                Leaf::Taken
            }
            (Group::OfficeOfLodgement, "RefNumCOL1") => optional(&mut record.office_of_lodgement, text),
            (Group::OfficeOfFirstEntry, "RefNumCUSOFFFENT731") => {
                located(&mut record.office_of_first_entry, text, span)
            }
            (Group::OfficeOfFirstEntry, "ExpDatOfArrFIRENT733") => {
                instant(&mut record.expected_arrival, text, span)
            }
            (Group::OfficeOfSubsequentEntry, "RefNumSUBENR909") => {
                push(&mut record.offices_of_subsequent_entry, text)
            }
            (Group::Seal, _) => match (record.seals.last_mut(), name) {
                (Some(seal), "SeaIdSEAID530") => plain(&mut seal.identity, text),
                (Some(seal), "SeaIdSEAID530LNG") => optional(&mut seal.language, text),
                _ => Leaf::Carried,
            },
            _ => Leaf::Carried,
        }
    }
}

/// The leaves of all parties follow one pattern: what they hold is told by the front of the name.
fn party_leaf(party: &mut Party, name: &str, text: &str) -> Leaf {
    let starts = |fronts: &[&str]| fronts.iter().any(|front| name.starts_with(front));
    let slot = if name.starts_with("NADLNG") || name.ends_with("LNG") {
        &mut party.language
    } else if starts(&["TIN"]) {
        &mut party.identifier
    } else if starts(&["Nam"]) {
        &mut party.name
    } else if starts(&["StrAndNum", "StrNum"]) {
        &mut party.street
    } else if starts(&["PosCod", "PstCod"]) {
        &mut party.postcode
    } else if starts(&["Cit", "Cty"]) {
        &mut party.city
    } else if starts(&["Cou"]) {
        &mut party.country
    } else {
        return Leaf::Carried;
    };
    optional(slot, text)
}

fn plain(slot: &mut String, text: &str) -> Leaf {
    if !slot.is_empty() {
        return Leaf::Repeated;
    }
    text.clone_into(slot);
    Leaf::Taken
}

fn optional(slot: &mut Option<String>, text: &str) -> Leaf {
    if slot.is_some() {
        return Leaf::Repeated;
    }
    *slot = Some(text.to_owned());
    Leaf::Taken
}

fn push(list: &mut Vec<String>, text: &str) -> Leaf {
    list.push(text.to_owned());
    Leaf::Taken
}

fn pending(slot: &mut Option<(String, ByteSpan)>, text: &str, span: ByteSpan) -> Leaf {
    if slot.is_some() {
        return Leaf::Repeated;
    }
    *slot = Some((text.to_owned(), span));
    Leaf::Taken
}

fn located(slot: &mut Option<Located<String>>, text: &str, span: ByteSpan) -> Leaf {
    if slot.is_some() {
        return Leaf::Repeated;
    }
    *slot = Some(Located::new(text.to_owned(), span));
    Leaf::Taken
}

/// The text of a free text; its language may have come before it.
fn local(slot: &mut Option<LocalText>, text: &str, span: ByteSpan) -> Leaf {
    let slot = slot.get_or_insert_with(LocalText::default);
    if !slot.text.is_empty() {
        return Leaf::Repeated;
    }
    text.clone_into(&mut slot.text);
    slot.span = span;
    Leaf::Taken
}

fn language(slot: &mut Option<LocalText>, text: &str) -> Leaf {
    optional(&mut slot.get_or_insert_with(LocalText::default).language, text)
}

fn count(slot: &mut Option<u64>, text: &str) -> Leaf {
    if slot.is_some() {
        return Leaf::Repeated;
    }
    match text.parse() {
        Ok(number) => {
            *slot = Some(number);
            Leaf::Taken
        }
        Err(_) => Leaf::Wrong("ENS-NUMBER", Severity::Warning, "a whole number"),
    }
}

fn mass(slot: &mut Option<Located<f64>>, text: &str, span: ByteSpan) -> Leaf {
    if slot.is_some() {
        return Leaf::Repeated;
    }
    let numeric = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'+'));
    match text.parse::<f64>() {
        Ok(mass) if numeric && mass < 0.0 => {
            Leaf::Wrong("ENS-MASS", Severity::Error, "a mass in kilograms that is not negative")
        }
        Ok(mass) if numeric && mass.is_finite() => {
            *slot = Some(Located::new(mass.abs(), span));
            Leaf::Taken
        }
        _ => Leaf::Wrong("ENS-NUMBER", Severity::Warning, "a mass in kilograms, such as 21500.5"),
    }
}

fn instant(slot: &mut Option<Located<UtcTime>>, text: &str, span: ByteSpan) -> Leaf {
    if slot.is_some() {
        return Leaf::Repeated;
    }
    match minute(text) {
        Some(time) => {
            *slot = Some(Located::new(time, span));
            Leaf::Taken
        }
        None => Leaf::Wrong("ENS-DATE", Severity::Warning, "a date and time YYYYMMDDhhmm"),
    }
}

/// `YYYYMMDDhhmm`, taken as UTC.
pub(crate) fn minute(text: &str) -> Option<UtcTime> {
    if text.len() != 12 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<i8>().ok();
    let year = text.get(..4)?.parse().ok()?;
    UtcTime::from_civil(year, part(4, 6)?, part(6, 8)?, part(8, 10)?, part(10, 12)?, 0)
}
