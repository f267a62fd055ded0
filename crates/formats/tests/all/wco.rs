//! WCO declarations and answers: into records, back without loss, every leaf accounted for, every fault with its place.

use crate::wco_fixtures::{Dice, IMPORT, REJECTION, Taste, generate};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tidewaiter_formats::wco::{self, MessageKind};
use tidewaiter_formats::{Detected, Format, Mapping, ReadMessage, Reader, check, detect};
use tidewaiter_model::declaration::ImportDeclaration;
use tidewaiter_model::diagnostic::Severity;
use tidewaiter_model::record::Record;

/// Path and text of every leaf, and every attribute, by means of its own: nothing of the reader is used.
fn leaves(xml: &[u8]) -> Vec<(String, String)> {
    use std::fmt::Write;
    let text = std::str::from_utf8(xml).expect("well-formed");
    let (mut found, mut stack, mut rest) = (Vec::new(), Vec::<(String, String, usize)>::new(), text);
    let unescape = |text: &str| {
        let named =
            text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#13;", "\r");
        named.replace("&amp;", "&")
    };
    while let Some(start) = rest.find('<') {
        if let Some((_, inner, _)) = stack.last_mut() {
            inner.push_str(&rest[..start]);
        }
        let end = start + rest[start..].find('>').expect("well-formed");
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if tag.starts_with('?') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            let (path, inner, children) = stack.pop().expect("well-formed");
            assert_eq!(
                path.rsplit('/').next().expect("well-formed"),
                name.rsplit(':').next().expect("well-formed")
            );
            if children == 0 {
                found.push((path, unescape(&inner)));
            }
            continue;
        }
        let empty = tag.ends_with('/');
        let tag = tag.trim_end_matches('/');
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut path = String::new();
        if let Some((parent, _, children)) = stack.last_mut() {
            *children += 1;
            path.push_str(parent);
        }
        write!(path, "/{}", name.rsplit(':').next().expect("well-formed")).expect("well-formed");
        for attribute in attributes.split("\" ").filter(|text| !text.is_empty()) {
            let (name, value) = attribute.split_once("=\"").expect("well-formed");
            if !name.trim().starts_with("xmlns") && !name.contains(':') {
                found.push((format!("{path}/@{}", name.trim()), unescape(value.trim_end_matches('"'))));
            }
        }
        if empty {
            found.push((path, String::new()));
        } else {
            stack.push((path, String::new(), 0));
        }
    }
    found.sort();
    found
}

/// Reads, writes and reads again; gives the diagnostics' codes.
fn round_trip(xml: &str) -> Vec<String> {
    let first = wco::read(xml.as_bytes());
    let message = first.message.unwrap_or_else(|| panic!("{:?}\n{xml}", first.diagnostics));
    let own = leaves(xml.as_bytes());
    let elements = own.iter().filter(|(path, _)| !path.contains('@')).count() as u64;
    assert_eq!(first.leaves.total, elements, "{xml}");
    assert_eq!(first.leaves.total, first.leaves.mapped + first.leaves.carried, "{xml}");
    let written = wco::write(&message);
    let shown = String::from_utf8_lossy(&written);
    let back = leaves(&written);
    let lost: Vec<_> = own.iter().filter(|leaf| !back.contains(leaf)).collect();
    let gained: Vec<_> = back.iter().filter(|leaf| !own.contains(leaf)).collect();
    assert!(back == own, "lost {lost:?} gained {gained:?}\n{xml}\n{shown}");
    let second = wco::read(&written);
    assert_eq!(second.message.as_ref(), Some(&message), "{xml}\n{shown}");
    assert_eq!(second.leaves, first.leaves, "{xml}\n{shown}");
    first.diagnostics.into_iter().map(|said| said.code).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn what_the_table_has_is_written_back_without_loss(seed in any::<u64>(), response in any::<bool>()) {
        let xml = generate(response, &Taste { everything: false, strange: false }, &mut Dice(seed));
        let read = wco::read(xml.as_bytes());
        prop_assert_eq!(read.leaves.carried, 0, "{}", xml);
        let wrong: Vec<_> = read.diagnostics.iter().filter(|said| said.severity == Severity::Error && said.code != "WCO-DUPLICATE").collect();
        prop_assert!(wrong.is_empty(), "{:?}\n{}", wrong, xml);
        round_trip(&xml);
    }

    #[test]
    fn what_the_table_has_not_is_written_back_without_loss(seed in any::<u64>(), response in any::<bool>()) {
        round_trip(&generate(response, &Taste { everything: false, strange: true }, &mut Dice(seed)));
    }
}

#[test]
fn every_element_of_the_table_feeds_a_field_and_every_field_is_fed() {
    let mut fed: BTreeMap<Vec<String>, BTreeSet<String>> = BTreeMap::new();
    fn walk(value: &Value, fed: &mut BTreeMap<Vec<String>, BTreeSet<String>>) {
        match value {
            Value::Object(fields) => {
                let full =
                    |value: &Value| !value.is_null() && value.as_array().is_none_or(|all| !all.is_empty());
                let keys: Vec<String> = fields.keys().cloned().collect();
                let filled = fields.iter().filter(|(_, value)| full(value)).map(|(name, _)| name.clone());
                fed.entry(keys).or_default().extend(filled);
                fields.values().for_each(|value| walk(value, fed));
            }
            Value::Array(values) => values.iter().for_each(|value| walk(value, fed)),
            _ => {}
        }
    }
    for response in [false, true] {
        let xml = generate(response, &Taste { everything: true, strange: false }, &mut Dice(7));
        let read = wco::read(xml.as_bytes());
        assert_eq!(read.leaves.carried, 0);
        round_trip(&xml);
        walk(&serde_json::to_value(read.message.unwrap()).unwrap(), &mut fed);
    }
    for (fields, filled) in fed {
        let idle: Vec<_> = fields.iter().filter(|field| !filled.contains(*field)).collect();
        assert!(
            idle.iter().all(|field| matches!(field.as_str(), "enclosing" | "carried")),
            "never filled: {idle:?}"
        );
    }
}

#[test]
fn fixtures_are_read_to_the_last_leaf() {
    assert_eq!(round_trip(&REJECTION.replace("\n", "")), ["WCO-EMPTY"]);
    let bare = IMPORT.lines().map(str::trim).collect::<String>();
    assert_eq!(round_trip(&bare), ["WCO-UNIT"]);
    let read = wco::read(IMPORT.as_bytes());
    assert_eq!((read.kind, read.leaves.total, read.leaves.carried), (Some(MessageKind::Declaration), 68, 0));
    let declaration = read.message.unwrap().declaration.unwrap();
    assert_eq!(declaration.items[0].duties[0].rate.unwrap().to_string(), "4.70");
    assert_eq!(declaration.exporter.unwrap().name.as_deref(), Some("Shantou Toys & Games"));
}

#[test]
fn the_envelope_may_be_missing_or_wrapped() {
    let bare = |xml: &str| {
        let start = xml.find("<Response>").unwrap();
        xml[start..].replace("</MetaData>", "").replace('\n', "")
    };
    let alone = bare(REJECTION);
    assert!(round_trip(&alone).is_empty());
    let twice =
        format!("<s:Envelope><s:Header><Id>7</Id></s:Header><s:Body>{alone}{alone}</s:Body></s:Envelope>");
    assert!(round_trip(&twice).is_empty());
    let read = wco::read(twice.as_bytes());
    assert_eq!(read.leaves.carried, 1);
    let message = read.message.unwrap();
    assert_eq!(
        (message.responses.len(), message.enclosing),
        (2, vec!["Envelope".to_owned(), "Body".to_owned()])
    );
    assert_eq!(message.carried[0].path, "/Envelope[1]/Header[1]/Id[1]");
    let wrapped = format!("<s:Body>{}</s:Body>", REJECTION.replace('\n', ""));
    assert_eq!(round_trip(&wrapped), ["WCO-EMPTY"]);
}

#[test]
fn pointers_of_a_rejection_lead_to_the_place() {
    let message = wco::read(REJECTION.as_bytes()).message.unwrap();
    let error = &message.responses[0].errors[0];
    let place = wco::location(&error.pointers);
    assert_eq!(
        place,
        "/Declaration[1]/GoodsShipment[1]/GovernmentAgencyGoodsItem[2]/Commodity[1]/Description[1]"
    );
}

#[test]
fn a_rejection_of_our_own_points_to_what_is_wrong() {
    let wrong = IMPORT.replace("<d:CountryCode>VN</d:CountryCode>", "<d:CountryCode>Vietnam</d:CountryCode>");
    let verdict = check(wrong.as_bytes(), None);
    assert_eq!((verdict.message.as_str(), verdict.readable, verdict.schema_valid), ("DEC", true, false));
    let [error] = verdict.errors.as_slice() else { panic!("{:?}", verdict.errors) };
    assert_eq!(error.code, "WCO-LENGTH");
    assert_eq!(
        error.location,
        "/MetaData[1]/Declaration[1]/GoodsShipment[1]/GovernmentAgencyGoodsItem[2]/Origin[1]/CountryCode[1]"
    );
    assert_eq!(&wrong.as_bytes()[error.span.start as usize..error.span.end() as usize], b"Vietnam");
    let line = wrong.lines().position(|line| line.contains("Vietnam")).unwrap() + 1;
    assert_eq!(error.line as usize, line);
    let declared = wco::read(wrong.as_bytes()).message.unwrap();
    let issued = "2026-03-11T10:00:00Z".parse().unwrap();
    let answer = wco::reject(&declared, &verdict.errors, "r-1", issued);
    let again = wco::read(&wco::write(&answer));
    assert_eq!(again.message.as_ref(), Some(&answer));
    assert!(again.diagnostics.is_empty(), "{:?}", again.diagnostics);
    let response = &answer.responses[0];
    assert_eq!(response.function.as_deref(), Some("03"));
    let place = wco::location(&response.errors[0].pointers);
    assert_eq!(place, error.location.trim_start_matches("/MetaData[1]"));
    let accepted = wco::accept(&declared, "26ES00081234567895", "r-2", issued);
    assert_eq!(wco::read(&wco::write(&accepted)).message, Some(accepted));
    let control = wco::control(&declared, "Present the goods", "r-3", issued);
    assert_eq!(wco::read(&wco::write(&control)).message, Some(control));
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let item = "/MetaData[1]/Declaration[1]/GoodsShipment[1]/GovernmentAgencyGoodsItem[1]";
    let header = "/MetaData[1]/Declaration[1]";
    let cases: &[(&str, &str, &str, String)] = &[
        ("<d:FunctionCode>9</d:FunctionCode>", "", "WCO-REQUIRED", header.to_owned()),
        ("<d:FunctionCode>9<", "<d:FunctionCode>nine<", "WCO-TYPE", format!("{header}/FunctionCode[1]")),
        (">Toy bricks<", "><b>Toys</b><", "WCO-TYPE", format!("{item}/Commodity[1]/Description[1]")),
        ("<d:Commodity>", "<d:Commodity>bricks", "WCO-TEXT", format!("{item}/Commodity[1]")),
        (
            "<d:ModeCode>1</d:ModeCode>",
            "<d:Speed>9</d:Speed>",
            "WCO-ELEMENT",
            format!("{header}/BorderTransportMeans[1]/Speed[1]"),
        ),
        (
            "currencyID=\"EUR\">1500.50",
            "currencyID=\"EURO\">1500.50",
            "WCO-CURRENCY",
            format!("{header}/InvoiceAmount[1]"),
        ),
        (
            "unitCode=\"KGM\">20.0",
            "unitCode=\"kilo\">20.0",
            "WCO-UNIT",
            format!("{item}/Commodity[1]/GoodsMeasure[1]/GrossMassMeasure[1]"),
        ),
        (
            "unitCode=\"KGM\">20.0",
            "u:2=\"KGM\">20.0",
            "XML-SYNTAX",
            format!("{item}/Commodity[1]/GoodsMeasure[1]/GrossMassMeasure[1]"),
        ),
        (
            "unitCode=\"KGM\">20.0",
            "unit/Code=\"KGM\">20.0",
            "XML-SYNTAX",
            format!("{item}/Commodity[1]/GoodsMeasure[1]/GrossMassMeasure[1]"),
        ),
        (">4.70<", ">4,70<", "WCO-NUMBER", format!("{item}/Commodity[1]/DutyTaxFee[1]/TaxRateNumeric[1]")),
        (
            ">18.250<",
            ">18.2501234<",
            "WCO-LENGTH",
            format!("{item}/Commodity[1]/GoodsMeasure[1]/NetNetWeightMeasure[1]"),
        ),
        (
            "20260311091500+01",
            "11 March 2026",
            "WCO-TIME",
            format!("{header}/AcceptanceDateTime[1]/DateTimeString[1]"),
        ),
        (
            "<d:SequenceNumeric>2</d:SequenceNumeric>\n        <d:Comm",
            "<d:SequenceNumeric>1</d:SequenceNumeric>\n        <d:Comm",
            "WCO-DUPLICATE",
            item.replace("Item[1]", "Item[2]") + "/SequenceNumeric[1]",
        ),
        (
            "<d:TypeCode>IMA</d:TypeCode>",
            "<d:TypeCode>IMA</d:TypeCode><d:TypeCode>IMD</d:TypeCode>",
            "WCO-REPEATED",
            format!("{header}/TypeCode[2]"),
        ),
        (
            "</d:Declaration>",
            "</d:Declaration><d:Declaration><d:FunctionCode>9</d:FunctionCode></d:Declaration>",
            "WCO-REPEATED",
            "/MetaData[1]/Declaration[2]".to_owned(),
        ),
        ("</m:MetaData>", "", "XML-SYNTAX", "/MetaData[1]".to_owned()),
        (
            "<m:MetaData ",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><m:MetaData ",
            "XML-ENTITY",
            String::new(),
        ),
        (
            ">Dolls<",
            ">&e;<",
            "XML-ENTITY",
            item.replace("Item[1]", "Item[2]") + "/Commodity[1]/Description[1]",
        ),
    ];
    for (from, to, code, place) in cases {
        assert!(IMPORT.contains(from), "{from}");
        let verdict = check(IMPORT.replacen(from, to, 1).as_bytes(), None);
        let said: Vec<_> =
            verdict.errors.iter().map(|error| (error.code.as_str(), error.location.as_str())).collect();
        assert_eq!(said, [(*code, place.as_str())], "{from} {to}");
        if let Some(leaves) = verdict.leaves {
            assert_eq!(leaves.total, leaves.mapped + leaves.carried);
        }
    }
    for (from, to) in [
        (">7<", ">8<"),
        ("KGM\">30<", "KGM\">31<"),
        ("1500.50", "1500.51"),
        ("Quantity>2</d:GoodsItem", "Quantity>3</d:GoodsItem"),
    ] {
        let read = wco::read(IMPORT.replacen(from, to, 1).as_bytes());
        let said: Vec<_> = read.diagnostics.iter().filter(|said| said.code == "WCO-TOTAL").collect();
        assert_eq!(said.len(), 1, "{from} {to}: {:?}", read.diagnostics);
        assert_eq!(said[0].severity, Severity::Warning);
    }
}

fn ingest(xml: &str) -> (Vec<ImportDeclaration>, Vec<String>) {
    let detected = detect(xml.as_bytes(), &Mapping::builtin()).expect("a WCO message");
    assert_eq!(detected, Detected { format: Format::WcoXml, mapping: None });
    let (mut items, mut refused) = (Vec::new(), Vec::new());
    Reader::new(&detected, &[], "one").read(xml.as_bytes(), 0, true, &mut |message: ReadMessage<'_>| {
        let records = message.record.iter().chain(&message.more);
        items.extend(records.map(|record| match record {
            Record::Declaration(item) => (**item).clone(),
            other => panic!("{other:?}"),
        }));
        let errors = message.diagnostics.iter().filter(|said| said.severity == Severity::Error);
        refused.extend(errors.map(|said| said.code.clone()));
    });
    (items, refused)
}

#[test]
fn items_of_an_import_declaration_are_records() {
    let (items, refused) = ingest(IMPORT);
    assert!(refused.is_empty(), "{refused:?}");
    let [bricks, dolls] = items.as_slice() else { panic!("{items:?}") };
    assert_eq!((bricks.declaration_id.as_str(), bricks.item_number), ("LRN-2026-0001", 1));
    assert_eq!(bricks.accepted.to_string(), "2026-03-11T08:15:00Z");
    assert_eq!(bricks.hs_code.as_deref(), Some("9503003500"));
    assert_eq!(bricks.country_origin.as_deref(), Some("CN"));
    assert_eq!(bricks.country_departure.as_deref(), Some("CN"));
    assert_eq!(bricks.importer.as_deref(), Some("ES00000002W"));
    assert_eq!(bricks.exporter_name.as_deref(), Some("Shantou Toys & Games"));
    assert_eq!(bricks.transport_document.as_deref(), Some("BL-88121"));
    assert_eq!(bricks.entry_summary_mrn.as_deref(), Some("26ES00081234567895"));
    assert_eq!(bricks.containers, ["TWSU4400171"]);
    assert_eq!((bricks.gross_mass_kg, bricks.net_mass_kg), (Some(20.0), Some(18.25)));
    assert_eq!(bricks.tax_rate_percent, Some(4.7));
    let value = bricks.value.as_ref().unwrap();
    assert_eq!((value.amount.to_string().as_str(), value.currency.as_str()), ("1000.50", "EUR"));
    assert_eq!(bricks.extra["procedure"], "4000");
    assert_eq!(dolls.containers, ["MSKU1234565"]);
    assert_eq!(dolls.hs_code.as_deref(), Some("95030021"));
}

#[test]
fn what_is_no_import_is_refused_with_its_reason() {
    let cases = [
        ("<d:TypeCode>IMA<", "<d:TypeCode>EXD<", "WCO-EXPORT"),
        ("<d:FunctionCode>9<", "<d:FunctionCode>13<", "WCO-CHANGE"),
        ("<d:TypeCode>IMA<", "<d:TypeCode>INV<", "WCO-CHANGE"),
        ("<d:FunctionalReferenceID>LRN-2026-0001</d:FunctionalReferenceID>", "", "WCO-ID"),
    ];
    for (from, to, code) in cases {
        let (items, refused) = ingest(&IMPORT.replacen(from, to, 1));
        assert!(items.is_empty());
        assert_eq!(refused, [code], "{from} {to}");
    }
    // A type that is neither: the procedures tell.
    let other = IMPORT.replacen("<d:TypeCode>IMA<", "<d:TypeCode>COA<", 1);
    assert_eq!(ingest(&other).0.len(), 2);
    assert_eq!(ingest(&other.replace("<d:CurrentCode>40<", "<d:CurrentCode>10<")).1, ["WCO-EXPORT"]);
    assert_eq!(ingest(REJECTION).1, ["WCO-ANSWER"]);
}

#[test]
fn a_corrupted_message_is_told_where_and_never_stops_the_reader() {
    let everything = generate(false, &Taste { everything: true, strange: false }, &mut Dice(3));
    let answers = generate(true, &Taste { everything: true, strange: false }, &mut Dice(4));
    let mut mutations = 0u32;
    for sample in [IMPORT, REJECTION, &everything, &answers] {
        let places: Vec<usize> = sample
            .char_indices()
            .filter(|(_, c)| matches!(c, '<' | '>' | '/' | '"' | '=' | '&'))
            .map(|(at, _)| at)
            .collect();
        for at in places {
            for put in ["", "<", ">", "&", "\u{0}", "</x>", "<x>"] {
                let corrupted = format!("{}{put}{}", &sample[..at], &sample[at + 1..]);
                let verdict = check(corrupted.as_bytes(), None);
                mutations += 1;
                // A `>` for a `>` and the like change nothing; what is not well-formed is placed.
                if !verdict.readable {
                    let error = &verdict.errors[0];
                    assert!(error.line > 0 && error.column > 0 && error.span.end() <= corrupted.len() as u64);
                }
                if let Some(leaves) = verdict.leaves {
                    assert_eq!(leaves.total, leaves.mapped + leaves.carried);
                }
            }
        }
    }
    assert!(mutations > 10_000, "{mutations}");
}
