//! EDIFACT: what each message becomes, and what is said of a broken envelope.

use crate::fixtures::{BAPLIE, COARRI, CODECO, CUSCAR, PAXLST, read, records};
use proptest::prelude::*;
use tidewaiter_formats::Format;
use tidewaiter_formats::edifact::{Sending, control, write_manifest, write_moves};
use tidewaiter_model::entry_summary::Party;
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty, StatusEvent};
use tidewaiter_model::manifest::{ManifestConsignment, ManifestContainer, ManifestItem, ManifestParty};
use tidewaiter_model::record::Record;
use tidewaiter_model::stow::VesselName;
use tidewaiter_model::time::UtcTime;

fn events(text: &str) -> Vec<StatusEvent<'static>> {
    let records = records(text.as_bytes(), Format::Edifact);
    records
        .into_iter()
        .map(|record| match record {
            Record::Status(event) => event,
            other => panic!("{other:?}"),
        })
        .collect()
}

fn codes(text: &str) -> Vec<String> {
    let messages = read(text.as_bytes(), Format::Edifact);
    messages.iter().flat_map(|message| message.codes()).map(str::to_owned).collect()
}

#[test]
fn loads_and_discharges_of_two_dialects() {
    assert_eq!(codes(COARRI), Vec::<String>::new());
    let found = events(COARRI);
    let [first, second, third] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(
        (first.event, first.container.as_ref(), first.location.as_ref()),
        (EventCode::Discharged, "CSQU3054383", "ESALG")
    );
    assert_eq!(first.event_time.to_string(), "2026-03-11T04:12:00Z");
    assert_eq!((first.gross_mass_kg, first.seal.as_deref()), (Some(21_500.5), Some("S'1")));
    assert_eq!((first.source.as_ref(), first.message_id.as_ref()), ("TERM+INAL", "IC77/1#1"));
    assert_eq!((first.transport_document.as_deref(), first.carrier.as_deref()), (Some("BL1"), Some("CMA")));
    assert_eq!((first.vessel_imo.as_deref(), first.voyage.as_deref()), (None, Some("031W")));
    assert_eq!((second.container.as_ref(), second.full_empty), ("OOLU8757889", Some(FullEmpty::Empty)));
    assert!((second.gross_mass_kg.unwrap() - 453.592_37).abs() < 1e-9);
    assert_eq!((third.event, third.location.as_ref()), (EventCode::Loaded, "ESALG"));
    assert_eq!((third.vessel_imo.as_deref(), third.carrier.as_deref()), (Some("9321483"), Some("MSC")));
    assert_eq!((third.classifier, third.full_empty), (Classifier::Actual, Some(FullEmpty::Laden)));
}

#[test]
fn gates_with_other_separators_and_a_broken_envelope() {
    let found = events(CODECO);
    let [first, second] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((first.event, first.carrier.as_deref()), (EventCode::GateIn, Some("MSCU")));
    assert_eq!((first.location.as_ref(), first.size_type.as_deref()), ("DEHAM", Some("22G1")));
    assert_eq!(
        (second.event, second.event_time.to_string().as_str()),
        (EventCode::GateOut, "2026-03-11T00:00:00Z")
    );
    assert_eq!(codes(CODECO), ["EDI-UNT", "EDI-BREAK", "EDI-BREAK", "EDI-UNT-COUNT"]);
}

#[test]
fn stow_plans() {
    let found = records(BAPLIE.as_bytes(), Format::Edifact);
    let [Record::Stow(first), Record::Stow(second)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(codes(BAPLIE), Vec::<String>::new());
    assert_eq!((first.container.as_str(), first.cell.as_deref()), ("CSQU3054383", Some("0380886")));
    assert_eq!((first.gross_mass_kg, first.mass_is_verified), (Some(21_500.0), true));
    assert_eq!((first.vessel.imo.as_deref(), first.voyage.as_deref()), (Some("9321483"), Some("031W")));
    assert_eq!((first.departure.as_deref(), first.next_port.as_deref()), (Some("CNSHG"), Some("ESALG")));
    assert_eq!(first.dangerous_goods, ["1993"]);
    assert_eq!(first.transport_document.as_deref(), Some("BL1"));
    assert_eq!((second.cell.as_deref(), second.transport_document.as_deref()), (Some("0380888"), None));
    assert_eq!((second.port_of_discharge.as_deref(), second.mass_is_verified), (Some("NLRTM"), false));
    assert!(second.dangerous_goods.is_empty());
}

#[test]
fn manifests() {
    let found = records(CUSCAR.as_bytes(), Format::Edifact);
    let [Record::Manifest(found)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(codes(CUSCAR), ["EDI-UNT-COUNT"]);
    assert_eq!((found.transport_document.as_deref(), found.master_document.as_deref()), (Some("BL1"), None));
    assert_eq!(
        (found.port_of_loading.as_deref(), found.port_of_discharge.as_deref()),
        (Some("CNSHG"), Some("ESALG"))
    );
    assert_eq!(found.arrival.unwrap().to_string(), "2026-03-20T06:00:00Z");
    let roles: Vec<&str> = found.parties.iter().map(|party| party.role.as_str()).collect();
    assert_eq!(roles, ["MS", "CA", "CZ", "CN"]);
    assert_eq!(found.parties[2].party.name.as_deref(), Some("SHENZHEN BRIGHT LTD"));
    assert_eq!(found.parties[2].party.country.as_deref(), Some("CN"));
    let [item] = found.items.as_slice() else { panic!("{:?}", found.items) };
    assert_eq!((item.packages, item.package_kind.as_deref()), (Some(10), Some("CT")));
    assert_eq!(item.description.as_deref(), Some("COFFEE ROASTED"));
    assert_eq!((item.commodity_code.as_deref(), item.gross_mass_kg), (Some("090121"), Some(21_000.0)));
    assert_eq!(found.containers.len(), 1);
    assert_eq!(found.containers[0].seals, ["S1"]);
}

#[test]
fn travellers_and_crew() {
    let found = records(PAXLST.as_bytes(), Format::Edifact);
    let [Record::Traveller(first), Record::Traveller(second)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((first.family_name.as_deref(), first.given_names.as_deref()), (Some("DOE"), Some("JANE ANN")));
    assert_eq!((first.born.as_deref(), first.crew, second.crew), (Some("1985-10-15"), false, true));
    assert_eq!(second.born.as_deref(), Some("1949-01-01"));
    assert_eq!(first.documents[0].number, "P123");
    assert_eq!(first.documents[0].expires.as_deref(), Some("2030-05-31"));
    assert_eq!(first.departure.unwrap().to_string(), "2026-03-11T11:00:00Z");
    assert_eq!((first.arrival_place.as_deref(), first.disembarks.as_deref()), (Some("FNA"), Some("FNA")));
}

#[test]
fn status_reports_name_their_containers_before_or_behind() {
    let behind = "UNB+UNOC:2+S+R+220101:1021+1'UNH+1+IFTSTA:D:00B:UN'BGM+23+X+9'RFF+BM:BL1'CNI+1'STS+1+48'\
                  DTM+334:202211190710:203'LOC+175+CNSHG'TDT+20+031W+1+++++9321483:146'EQD+CN+CSQU3054383+45G1+++5'\
                  STS+1+29'DTM+334:202212190710:203'LOC+175+ESALG'TDT+1++3'EQD+CN+CSQU3054383'UNT+15+1'UNZ+1+1'";
    let found = events(behind);
    let [first, second] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(
        (first.event, first.location.as_ref(), first.vessel_imo.as_deref()),
        (EventCode::Loaded, "CNSHG", Some("9321483"))
    );
    assert_eq!(first.transport_document.as_deref(), Some("BL1"));
    // Taken off a lorry, which is no discharge of a vessel.
    assert_eq!((second.event, second.location.as_ref()), (EventCode::Other, "ESALG"));
    assert_eq!(codes(behind), Vec::<String>::new());
    let before = "UNB+UNOC:2+S+R+220101:1021+1'UNH+1+IFTSTA:D:13B:UN'BGM+23+X+9'EQD+CN+CSQU3054383'STS+1+98'\
                  DTM+334:202211190710:203'LOC+175+CNSHG'EQD+CN+OOLU8757889'STS+1+99'DTM+334:202211200710:203'UNT+9+1'\
                  UNZ+1+1'";
    let found = events(before);
    let told: Vec<_> = found.iter().map(|event| (event.container.as_ref(), event.event)).collect();
    assert_eq!(told, [("CSQU3054383", EventCode::GateIn), ("OOLU8757889", EventCode::GateOut)]);
}

#[test]
fn orders_are_requests() {
    let text = "UNH+638+COPRAR:D:95B:UN'BGM+45+1+9'FTX+OSI++L'TDT+20+123W+1++MSK:172:20+++D5EP4:103::X'\
                LOC+9+AEJEA:139:6'DTM+133:20121125:203'NAD+CA+MSK:160:20'EQD+CN+MSTI6415664+45G1:102:5++6+5'\
                RFF+BN:2GO'LOC+11+INNSA:139:6'MEA+AAE+VGM+KGM:11740'CNT+16:1'UNT+13+638'";
    let found = events(text);
    assert_eq!((found[0].event, found[0].classifier), (EventCode::Loaded, Classifier::Requested));
    assert_eq!((found[0].location.as_ref(), found[0].transport_document.as_deref()), ("AEJEA", Some("2GO")));
    assert_eq!(codes(text), ["EDI-UNB"]);
}

#[test]
fn declarations_item_by_item() {
    let text = "UNB+UNOC:3+AGENT+CUSTOMS+260311:0430+1'UNH+1+CUSDEC:D:96B:UN'BGM+929+D1+9'LOC+36+CN'DTM+148:20260310:102'\
                NAD+IM+KE1'NAD+EX+++SHENZHEN BRIGHT'UNS+D'CST+1+09012100:122'FTX+AAA+++COFFEE'LOC+27+CN'\
                MEA+AAE+AAB+KGM:21000'MEA+AAE+AAA+KGM:20000'MOA+40:1000.50:USD'DOC+705+BL1'CST+2+10063000'UNS+S'UNT+17+1'\
                UNZ+1+1'";
    let found = records(text.as_bytes(), Format::Edifact);
    let [Record::Declaration(first), Record::Declaration(second)] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!((first.declaration_id.as_str(), first.item_number, second.item_number), ("D1", 1, 2));
    assert_eq!((first.gross_mass_kg, first.net_mass_kg), (Some(21_000.0), Some(20_000.0)));
    assert_eq!(first.value.as_ref().map(|value| value.amount.to_string()).as_deref(), Some("1000.50"));
    assert_eq!(
        (first.transport_document.as_deref(), second.transport_document.as_deref()),
        (Some("BL1"), None)
    );
    assert_eq!(
        (first.country_origin.as_deref(), first.country_departure.as_deref()),
        (Some("CN"), Some("CN"))
    );
    assert_eq!(first.accepted.to_string(), "2026-03-10T00:00:00Z");
    assert_eq!(codes(text), Vec::<String>::new());
}

#[test]
fn vessel_reports() {
    let text = "UNB+UNOC:3+AGENT+CUSTOMS+260311:0430+1'UNH+1+CUSREP:D:00B:UN'BGM+185+R1+9'QTY+115:23'TDT+20+031W+1++CMA+++\
                9321483:146::STELLA'LOC+60+ESALG'DTM+132:202603200600:203'LOC+61+NLRTM'UNT+8+1'UNZ+1+1'";
    let found = records(text.as_bytes(), Format::Edifact);
    let [Record::VesselReport(found)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(found.vessel.imo.as_deref(), Some("9321483"));
    assert_eq!(found.calls.len(), 2);
    assert_eq!(found.calls[0].arrival.unwrap().to_string(), "2026-03-20T06:00:00Z");
    assert_eq!(found.quantities, [("115".to_owned(), 23.0)]);
}

#[test]
fn envelopes_that_do_not_close() {
    let check = |text: &str, expected: &[&str]| assert_eq!(codes(text), expected, "{text}");
    let message =
        "UNH+1+CODECO:D:95B:UN'BGM+34+G1+9'NAD+CA+X'EQD+CN+CSQU3054383'DTM+7:202603110412:203'UNT+6+1'";
    let head = "UNB+UNOA:1+A+B+260311:0430+7'";
    check(&format!("{head}{message}UNZ+1+7'"), &[]);
    check(&format!("{head}{message}UNZ+1+7"), &["EDI-TERMINATOR"]);
    check(&format!("{head}{message}"), &["EDI-UNZ"]);
    check(&format!("{head}{message}UNZ+2+8'"), &["EDI-UNZ-COUNT", "EDI-UNZ-REFERENCE"]);
    check(&format!("{head}{message}{head}{message}UNZ+1+7'"), &["EDI-UNZ"]);
    check(&format!("{message}{message}"), &["EDI-UNB"]);
    check(&format!("{head}{}", message.replace("UNT+6+1'", "")), &["EDI-UNT", "EDI-UNZ"]);
    check(&format!("{head}{}", message.replace("'UNT+6+1'", "")), &["EDI-TRUNCATED", "EDI-UNZ"]);
    check(&format!("{head}BGM+34'{message}UNZ+1+7'"), &["EDI-OUTSIDE"]);
    check(&format!("{head}UNZ+0+7'"), &[]);
    check(&format!("{head}UNZ+1+7'"), &["EDI-UNZ-COUNT"]);
    check(head, &["EDI-UNZ"]);
    check("UNZ+1+7'", &["EDI-UNZ-ALONE"]);
    check(&format!("{head}{}UNZ+1+7'", message.replace("CODECO", "ORDERS")), &["EDI-MESSAGE"]);
    check(&format!("{head}{}UNZ+1+7'", message.replace("CODECO", "CUSRES")), &["EDI-MESSAGE"]);
    check(&format!("{head}{}UNZ+1+7'", message.replace("NAD", "nad")), &["EDI-TAG"]);
    check(&format!("UNA+:.? '{head}{message}UNZ+1+7'"), &["EDI-UNA"]);
    check(&format!("UNA++++++{head}{message}UNZ+1+7'"), &["EDI-UNA"]);
    check(
        &format!("{head}UNG+CODECO+A+B++3+UN'{message}UNE+2+4'UNZ+1+7'"),
        &["EDI-UNE-COUNT", "EDI-UNE-REFERENCE"],
    );
    check(&format!("{head}UNG+CODECO+A+B++3+UN'{message}UNZ+1+7'"), &["EDI-UNE"]);
}

#[test]
fn places_are_told_by_segment_group() {
    let text = COARRI.replace("DTM+203:202603110412:203", "DTM+203:202613110412:203");
    let found = read(text.as_bytes(), Format::Edifact);
    let said = &found[0].diagnostics[0];
    assert_eq!((said.code.as_str(), said.path.as_str()), ("EDI-TIME", "UNH[1]/SG3[1]/DTM[1]:C507"));
    assert_eq!(said.found, "202613110412");
    let start = (found[0].start + said.span.start) as usize;
    assert_eq!(&text[start..start + said.span.len as usize], "202613110412");
}

#[test]
fn verdicts_count_segments_and_name_places() {
    let verdict = |text: &str| tidewaiter_formats::check::check(text.as_bytes(), None);
    let found = verdict(COARRI);
    assert_eq!((found.message.as_str(), found.segments, found.readable), ("COARRI", Some(29), true));
    assert!(found.schema_valid && found.errors.is_empty(), "{:?}", found.errors);
    let found = verdict(&format!("\u{feff}{}", COARRI.replace("SEL+S?'1", "XEL+S?'1")));
    assert_eq!((found.readable, found.schema_valid, found.errors.len()), (true, false, 1));
    let error = &found.errors[0];
    assert_eq!((error.code.as_str(), error.location.as_str()), ("EDI-STRUCTURE", "UNH[1]/SG3[1]/XEL[1]"));
    assert_eq!((error.line, error.column), (14, 1));
    let found = verdict(&COARRI.replace("NAD+CF+CMA:160:20'\n", ""));
    let told: Vec<_> =
        found.errors.iter().map(|error| (error.code.as_str(), error.location.as_str())).collect();
    assert_eq!(told, [("EDI-UNT-COUNT", "UNH[1]/UNT:0074"), ("EDI-MISSING", "UNH[1]")]);
    let found = verdict(&COARRI[..COARRI.len() - 40]);
    assert!(!found.readable, "{:?}", found.errors);
    for text in [BAPLIE, PAXLST] {
        assert_eq!(verdict(text).errors, [], "{text}");
    }
    let found = verdict(&COARRI.replace("COARRI", "ORDERS"));
    assert_eq!((found.message.as_str(), found.readable, found.schema_valid), ("ORDERS", true, false));
}

#[test]
fn interchanges_are_answered() {
    let now = tidewaiter_model::time::UtcTime::from_seconds(1_773_205_200);
    let answer = |text: &str| String::from_utf8(control(text.as_bytes(), "A1", now).unwrap()).unwrap();
    let found = answer(COARRI);
    assert!(found.contains("UNH+1+CONTRL:4:1:UN'\nUCI+IC77+TERM?+INAL:ZZ+LINE+7'\n"), "{found}");
    assert!(
        found.contains("UCM+1+COARRI:D:95B:UN:ITG13+7'\nUCM+2+COARRI:D:00B:UN+7'\nUNT+5+1'\nUNZ+1+A1'\n"),
        "{found}"
    );
    let found = answer(&COARRI.replace("UNT+17+1", "UNT+16+1").replace("LOC+147+0100112", "loc+147+0100112"));
    assert!(found.contains("LINE+8'"), "{found}");
    assert!(found.contains("ITG13+7'\nUCS+17+29'\n"), "{found}");
    assert!(found.contains("UCM+2+COARRI:D:00B:UN+4'\nUCS+6+11'\n"), "{found}");
    let found = answer(&COARRI.replace("COARRI", "ORDERS"));
    assert!(found.contains("LINE+4'") && found.contains("UCM+1+ORDERS:D:95B:UN:ITG13+4+12'"), "{found}");
    assert_eq!(control(b"UNH+1+COARRI:D:95B:UN'", "A1", now), None);
    // An answer is sound EDIFACT itself, and is not answered.
    let verdict = tidewaiter_formats::check::check(found.as_bytes(), None);
    assert_eq!((verdict.message.as_str(), verdict.readable), ("CONTRL", true));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn moves_written_read_back(rows in prop::collection::vec(
        ("[A-Z]{3}U[0-9]{7}", 0..4_usize, 0..4_000_000_000_i64, "[A-Z]{5}", prop::option::of("[A-Z0-9+:?'*]{1,12}"),
         prop::option::of(0..40_000_000_u32), 0..3_usize, prop::option::of("[A-Zé][a-zü '+?]{0,9}[A-Z]")), 1..20)) {
        let events: Vec<StatusEvent<'static>> = rows.iter().map(|row| {
            let (container, kind, seconds, location, seal, mass, full, voyage) = row.clone();
            let kinds = [EventCode::GateIn, EventCode::GateOut, EventCode::Loaded, EventCode::Discharged];
            let at = UtcTime::from_seconds(seconds);
            StatusEvent {
                message_id: "".into(),
                container: container.into(),
                event: kinds[kind],
                event_time: at,
                location: location.into(),
                full_empty: [None, Some(FullEmpty::Laden), Some(FullEmpty::Empty)][full],
                vessel_imo: voyage.as_ref().map(|_| "9321483".into()),
                voyage: voyage.map(Into::into),
                seal: seal.map(Into::into),
                gross_mass_kg: mass.map(|mass| f64::from(mass) / 10.0),
                size_type: Some("45G1".into()),
                carrier: Some("MSCU".into()),
                source: "T".into(),
                classifier: Classifier::Actual,
                created: Some(UtcTime::from_seconds(1_773_205_200)),
                received: None,
                transport_document: Some("BL+1".into()),
            }
        }).collect();
        let sending = Sending {
            sender: "T".to_owned(),
            recipient: "C".to_owned(),
            reference: "R1".to_owned(),
            prepared: UtcTime::from_seconds(1_773_205_200),
        };
        let written = write_moves(&sending, &events);
        let text = String::from_utf8(written.clone()).unwrap();
        let said: Vec<_> = read(&written, Format::Edifact).iter().flat_map(|one| one.diagnostics.clone()).collect();
        prop_assert_eq!(said, vec![], "{}", text);
        let found: Vec<_> = records(&written, Format::Edifact).into_iter().map(|record| match record {
            Record::Status(event) => StatusEvent { message_id: "".into(), ..event },
            other => panic!("{other:?}"),
        }).collect();
        prop_assert_eq!(found, events, "{}", text);
        let verdict = tidewaiter_formats::check::check(&written, None);
        prop_assert!(verdict.schema_valid && verdict.errors.is_empty(), "{:?}", verdict.errors);
    }

    #[test]
    fn manifests_written_read_back(count in 1..6_u32, name in "[A-Z][A-Za-z +:?'*é]{0,30}[A-Z]", mass in 0..9_000_000_u32) {
        let sending = Sending {
            sender: "LINE".to_owned(),
            recipient: "C".to_owned(),
            reference: "R1".to_owned(),
            prepared: UtcTime::from_seconds(1_773_205_200),
        };
        let consignments: Vec<ManifestConsignment> = (1..=count).map(|number| ManifestConsignment {
            manifest: Some("M1".to_owned()),
            function: Some("9".to_owned()),
            sender: "LINE".to_owned(),
            issued: Some(UtcTime::from_seconds(1_773_205_260)),
            vessel: VesselName { imo: Some("9321483".to_owned()), call_sign: None, name: Some(name.clone()) },
            voyage: Some("031W".to_owned()),
            arrival: Some(UtcTime::from_seconds(1_773_405_200)),
            sequence: number,
            transport_document: Some(format!("BL{number}")),
            master_document: Some("MB".to_owned()),
            port_of_loading: Some("CNSHG".to_owned()),
            port_of_discharge: Some("KEMBA".to_owned()),
            place_of_receipt: None,
            place_of_delivery: Some("KENBO".to_owned()),
            parties: vec![ManifestParty {
                role: "CN".to_owned(),
                party: Party { name: Some(name.clone()), country: Some("KE".to_owned()), ..Party::default() },
            }],
            items: vec![ManifestItem {
                number: 1,
                packages: Some(u64::from(number)),
                package_kind: Some("CT".to_owned()),
                description: Some(name.clone()),
                gross_mass_kg: Some(f64::from(mass)),
                commodity_code: Some("392410".to_owned()),
                marks: Some("A/B".to_owned()),
                dangerous_goods: vec!["1993".to_owned()],
                containers: vec![format!("TWSU000000{number}")],
            }],
            containers: vec![ManifestContainer {
                number: format!("TWSU000000{number}"),
                size_type: Some("45G1".to_owned()),
                full_empty: Some(FullEmpty::Laden),
                seals: vec!["S1".to_owned()],
                gross_mass_kg: Some(f64::from(mass)),
            }],
        }).collect();
        let written = write_manifest(&sending, &consignments);
        let found: Vec<_> = records(&written, Format::Edifact).into_iter().map(|record| match record {
            Record::Manifest(found) => *found,
            other => panic!("{other:?}"),
        }).collect();
        prop_assert_eq!(found, consignments, "{}", String::from_utf8_lossy(&written));
    }
}
