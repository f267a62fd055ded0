//! Answers to messages that hold and to messages that do not.

use super::*;
use tidewaiter_model::identifier::mrn_fault;

const DECLARATION: &str = include_str!("declaration.xml");

fn answerer() -> Answerer {
    Answerer { sender: "NICA.GB".to_owned(), time: "2026-03-14T09:26:53Z".parse().unwrap() }
}

fn texts(xml: &[u8], name: &str) -> Vec<String> {
    let source = Source::decode(xml).unwrap();
    let tree = Tree::read(&source.text).unwrap();
    tree.nodes.iter().filter(|node| node.name == name).map(|node| node.text.to_string()).collect()
}

/// Names of the elements in a group, or of the root's groups, in their order.
fn order(xml: &[u8], group: &str) -> Vec<String> {
    let source = Source::decode(xml).unwrap();
    let tree = Tree::read(&source.text).unwrap();
    let at = tree.nodes.iter().position(|node| node.name == group).unwrap() as u32;
    tree.children(at).map(|(_, node)| node.name.to_owned()).collect()
}

#[test]
fn a_declaration_that_holds_is_acknowledged_with_a_number() {
    let answer = answer(DECLARATION.as_bytes(), Rules::builtin(), &answerer(), &[]).unwrap();
    let number = answer.movement_reference_number.clone().unwrap();
    assert_eq!((answer.message, answer.accepted, mrn_fault(&number)), ("CC328A", true, None));
    assert!(number.starts_with("26GB"), "{number}");
    assert_eq!(texts(&answer.xml, "DocNumHEA5"), [number]);
    assert_eq!(texts(&answer.xml, "MesRecMES6"), ["GBCD1234/1234567890"]);
    assert_eq!(texts(&answer.xml, "CorIdeMES25"), ["ABCD1234"]);
    assert_eq!(texts(&answer.xml, "DecRegDatTimHEA115"), ["202603140926"]);
    assert_eq!(texts(&answer.xml, "ConNumNR21"), ["MSKU1234565"]);
    let header = order(&answer.xml, "HEAHEA");
    assert_eq!(
        header,
        ["RefNumHEA4", "DocNumHEA5", "TraModAtBorHEA76", "ComRefNumHEA", "DecRegDatTimHEA115"]
    );
    let root = order(&answer.xml, "CC328A");
    assert_eq!(root[7..], ["HEAHEA", "GOOITEGDS", "PERLODSUMDEC", "CUSOFFFENT730"]);
}

#[test]
fn numbers_are_stable_and_each_declaration_has_its_own() {
    let time = answerer().time;
    let number = |office: &str, bytes: &str| movement_reference_number(office, time, bytes.as_bytes());
    assert_eq!(number("GB000060", DECLARATION), number("gb000060 ", DECLARATION));
    let others =
        [number("GB000080", DECLARATION), number("GB000060", &DECLARATION.replace("12345.000", "12346.000"))];
    assert!(!others.contains(&number("GB000060", DECLARATION)) && others[0] != others[1]);
    let many: std::collections::HashSet<String> =
        (0..2_000).map(|n| number("FR000060", &n.to_string())).collect();
    assert_eq!(many.len(), 2_000);
    assert!(many.iter().all(|number| mrn_fault(number).is_none() && number.starts_with("26FR")));
    assert!(mrn_fault(&number("", "")).is_none());
}

#[test]
fn every_error_stands_in_the_rejection_with_code_and_place() {
    let broken = DECLARATION.replace("<TINCE159>GBab12<", "<TINCE159>FRab12<").replace(">12345.000<", ">-1<");
    let rules = Rules::builtin();
    let verdict = crate::check(broken.as_bytes(), None);
    let answer = answer(broken.as_bytes(), rules, &answerer(), &[]).unwrap();
    assert_eq!(
        (answer.message, answer.accepted, &answer.movement_reference_number),
        ("CC316A", false, &None)
    );
    let codes: Vec<String> = verdict.errors.iter().map(|error| error.code.clone()).collect();
    let places: Vec<String> = verdict.errors.iter().map(|error| error.location.clone()).collect();
    assert!(codes.len() >= 6, "{codes:?}");
    assert_eq!(texts(&answer.xml, "ErrReaER13"), codes);
    assert_eq!(texts(&answer.xml, "ErrPoiER12"), places);
    assert!(texts(&answer.xml, "ErrTypER11").iter().all(|kind| kind.len() == 2));
    assert_eq!(texts(&answer.xml, "RefNumHEA4"), ["ABCD1234"]);
    // Of a wrong structure as well, and with what stood there.
    let broken = DECLARATION.replace(">200912312359</DecDat", ">soon</DecDat");
    let answer = super::answer(broken.as_bytes(), rules, &answerer(), &[]).unwrap();
    assert_eq!(texts(&answer.xml, "ErrReaER13"), ["51"]);
    assert_eq!(texts(&answer.xml, "OriAttValER14"), ["soon"]);
    assert!(super::answer(b"<a", rules, &answerer(), &[]).is_err());
}

fn amendment() -> String {
    DECLARATION
        .replace("CC315A", "CC313A")
        .replace("<RefNumHEA4>ABCD1234</RefNumHEA4>", "<DocNumHEA5>26GB0123456789ABC4</DocNumHEA5>")
        .replace("DecPlaHEA394", "AmdPlaHEA598")
        .replace("DecDatTimHEA114", "DatTimAmeHEA113")
}

#[test]
fn amendments_are_accepted_or_refused_under_their_number() {
    let rules = Rules::builtin();
    let answer = answer(amendment().as_bytes(), rules, &answerer(), &[]).unwrap();
    assert_eq!(
        (answer.message, answer.accepted),
        ("CC304A", true),
        "{}",
        String::from_utf8_lossy(&answer.xml)
    );
    assert_eq!(answer.movement_reference_number.as_deref(), Some("26GB0123456789ABC4"));
    assert_eq!(texts(&answer.xml, "DatTimAmeHEA113"), ["200912312359"]);
    let unknown =
        CheckError::new("90", "/ie:CC313A[1]/HEAHEA[1]/DocNumHEA5[1]", Default::default(), "unknown MRN");
    let refused = super::answer(amendment().as_bytes(), rules, &answerer(), &[unknown]).unwrap();
    assert_eq!((refused.message, refused.accepted), ("CC305A", false));
    assert_eq!(texts(&refused.xml, "ErrTypER11"), ["90"]);
    let root = order(&refused.xml, "CC305A");
    assert_eq!(root[7..], ["HEAHEA", "FUNERRER1", "PERLODSUMDEC", "CUSOFFFENT730"]);
}

#[test]
fn interventions_name_their_items() {
    let rules = Rules::builtin();
    let bytes = DECLARATION.as_bytes();
    let said = intervene(bytes, rules, &answerer(), Intervention::DoNotLoad, &[1]).unwrap();
    assert_eq!(said.message, "CC351A");
    assert_eq!(texts(&said.xml, "CusIntCodCUSINT665"), ["A001"]);
    assert_eq!(texts(&said.xml, "IteNumConCUSINT668"), ["1"]);
    assert_eq!(texts(&said.xml, "DecSubDatTimHEA118"), ["200912312359"]);
    let acknowledged = answer(bytes, rules, &answerer(), &[]).unwrap();
    assert_eq!(said.movement_reference_number, acknowledged.movement_reference_number);
    let all = intervene(bytes, rules, &answerer(), Intervention::Control, &[]).unwrap();
    assert_eq!(texts(&all.xml, "IteNumConCUSINT668").len(), 0);
    assert!(intervene(amendment().as_bytes(), rules, &answerer(), Intervention::Control, &[]).is_none());
}
