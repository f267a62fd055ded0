//! Entry summary declarations.

use crate::fixtures::{ENS, read, records};
use tidewaiter_formats::{DIAGNOSTICS_MAX, Format};
use tidewaiter_model::record::Record;

#[test]
fn the_fixture_reads() {
    let messages = read(ENS.as_bytes(), Format::EnsXml);
    assert_eq!(messages.len(), 1);
    assert_eq!(messages[0].codes(), ["ENS-NUMBER"]);
    assert_eq!(messages[0].diagnostics[0].path, "/CC315A/GOOITEGDS[1]/GroMasGDS46");
    assert_eq!(messages[0].event_time.as_deref(), Some("2026-03-01T23:59:00Z"));
    let Some(Record::EntrySummary(record)) = records(ENS.as_bytes(), Format::EnsXml).pop() else { panic!() };
    assert_eq!(record.sender, "GB&1");
    assert_eq!(record.envelope, [("PriMES15".to_owned(), "A".to_owned())]);
    let reference = record.local_reference_number.unwrap();
    assert_eq!(reference.value, "LRN1", "a comment is not there");
    let mass = record.total_gross_mass_kg.unwrap();
    assert_eq!((mass.value, text(ENS, mass.span)), (1000.5, "1000.5"));
    assert_eq!(record.consignor.as_ref().unwrap().name.as_deref(), Some("Åse <&> Sønner"));
    assert!(text(ENS, record.consignor.unwrap().span).starts_with("<TRACONCO1>"));
    let item = &record.items[0];
    assert!(
        text(ENS, item.span).starts_with("<GOOITEGDS>") && text(ENS, item.span).ends_with("</GOOITEGDS>")
    );
    assert_eq!(text(ENS, item.containers[0].span), "CSQU3054383");
    assert_eq!(item.packages[0].count, Some(10));
    assert_eq!(record.seals[0].identity, "S<1");
    assert_eq!(record.expected_arrival.unwrap().value.to_string(), "2026-03-20T06:00:00Z");
    let carried: Vec<_> = record.carried.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    assert_eq!(
        carried,
        [
            ("/CC315A/HEAHEA/NewThing1", "kept"),
            ("/CC315A/GOOITEGDS[1]/GroMasGDS46", "abc"),
            ("/CC315A/@version", "7"),
        ]
    );
}

fn text(message: &str, span: tidewaiter_model::provenance::ByteSpan) -> &str {
    &message[span.start as usize..span.end() as usize]
}

fn check(message: &[u8], expected: &[&str]) {
    let messages = read(message, Format::EnsXml);
    assert_eq!(messages.len(), 1);
    assert_eq!(messages[0].codes(), expected, "{}", String::from_utf8_lossy(message));
    assert_eq!((messages[0].start, messages[0].len), (0, message.len() as u64));
}

#[test]
fn messages_are_judged() {
    check(b"<CC315A/>", &[]);
    check(b"\xEF\xBB\xBF<x:CC313A xmlns:x='u'></x:CC313A>\n<!-- fine --> ", &[]);
    check(b"<CC315A>", &["XML-SYNTAX"]);
    check(b"<CC315A><a></b></CC315A>", &["XML-SYNTAX"]);
    check(b"<CC315A>&amp</CC315A>", &["XML-SYNTAX"]);
    check(b"<CC315A><!-- a -- b --></CC315A>", &["XML-SYNTAX"]);
    check(b"<CC315A a='1' a='2'/>", &["XML-SYNTAX"]);
    check(b"<CC315A>\x01</CC315A>", &["XML-SYNTAX"]);
    check(b"<CC315A>&#0;</CC315A>", &["XML-ENTITY"]);
    check(b"<CC315A>&x;</CC315A>", &["XML-ENTITY"]);
    check(
        b"<!DOCTYPE CC315A [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><CC315A>&x;</CC315A>",
        &["XML-ENTITY"],
    );
    check(b"<CC315A/><CC315A/>", &["XML-TRAILING"]);
    check(b"<CC315A/>x", &["XML-TRAILING"]);
    check(b"<html/>", &["XML-ROOT"]);
    check(b"<?xml version='1.0' encoding='EBCDIC'?><CC315A/>", &["XML-ENCODING"]);
    check(b"\xFF\xFE<\0", &["XML-ENCODING"]);
    check(b"<CC315A>\xFF</CC315A>", &["XML-UTF8"]);
    check(b"<CC315A><HEAHEA><TotGroMasHEA307>-1</TotGroMasHEA307></HEAHEA></CC315A>", &["ENS-MASS"]);
    check(b"<CC315A><DatOfPreMES9>991399</DatOfPreMES9></CC315A>", &["ENS-DATE"]);
    check(b"<CC315A><MesTypMES20>CC313A</MesTypMES20></CC315A>", &["ENS-TYPE"]);
    check(b"<CC315A><MesSenMES3>a</MesSenMES3><MesSenMES3>b</MesSenMES3></CC315A>", &["ENS-REPEATED"]);
    let deep = format!("<CC315A>{}{}</CC315A>", "<a>".repeat(64), "</a>".repeat(64));
    check(deep.as_bytes(), &["XML-DEPTH"]);
    let many = format!("<CC315A>{}</CC315A>", "<a/>".repeat(1_000_000));
    check(many.as_bytes(), &["XML-ELEMENTS"]);
}

#[test]
fn latin_1_is_decoded_and_spans_stay_those_of_the_bytes() {
    let mut message = b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><CC315A><TRACONCO1><NamCO17>".to_vec();
    message.extend_from_slice(
        b"\xC5se S\xF8nner</NamCO17></TRACONCO1><ITI><CouOfRouCodITI1>NO</CouOfRouCodITI1></ITI></CC315A>",
    );
    let Some(Record::EntrySummary(record)) = records(&message, Format::EnsXml).pop() else { panic!() };
    assert_eq!(record.consignor.unwrap().name.as_deref(), Some("Åse Sønner"));
    let span = record.itinerary[0].span;
    assert_eq!(&message[span.start as usize..span.end() as usize], b"NO");
}

/// However much there is to remark on first, an error still refuses the message, and the list stays short.
#[test]
fn an_error_behind_many_warnings_still_refuses() {
    let check = |remarks: usize, rest: &str, code: &str| {
        let many = "<MesSenMES3>a</MesSenMES3>".repeat(remarks);
        let text = format!("<CC315A>{many}{rest}");
        let messages = read(text.as_bytes(), Format::EnsXml);
        assert_eq!(messages[0].records.len(), 0, "{remarks} remarks, then {rest}");
        let codes = messages[0].codes();
        assert!(codes.contains(&code) && codes.len() <= DIAGNOSTICS_MAX, "{}: {codes:?}", codes.len());
        assert!(remarks < 102 || codes.last() == Some(&"ENS-MORE"), "{remarks} remarks: {codes:?}");
    };
    let mass = "<HEAHEA><TotGroMasHEA307>-1</TotGroMasHEA307></HEAHEA>";
    for remarks in [99, 100, 101, 102, 300] {
        check(remarks, &format!("{mass}</CC315A>"), "ENS-MASS");
        check(remarks, &format!("{mass}<MesSenMES3>a</MesSenMES3></CC315A>"), "ENS-MASS");
        check(remarks, "</b>", "XML-SYNTAX");
    }
}
