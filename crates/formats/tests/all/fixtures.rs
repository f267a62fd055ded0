//! Hand-written messages and a way to read them.

use tidewaiter_formats::{DIAGNOSTICS_MAX, Detected, Format, Identity, Mapping, ReadMessage, Reader};
use tidewaiter_model::diagnostic::Severity;
use tidewaiter_model::event::OwnedStatusEvent;
use tidewaiter_model::record::Record;

/// A message that owns its bytes, so that it outlives its block.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Owned {
    pub(crate) start: u64,
    pub(crate) len: u64,
    pub(crate) bytes: Vec<u8>,
    pub(crate) identity: Option<(String, String)>,
    /// The record and those behind it, as text.
    pub(crate) records: Vec<String>,
    pub(crate) received: Option<String>,
    pub(crate) event_time: Option<String>,
    pub(crate) diagnostics: Vec<tidewaiter_model::diagnostic::Diagnostic>,
}

impl Owned {
    fn of(message: &ReadMessage<'_>) -> Owned {
        Owned {
            start: message.span.start,
            len: message.span.len,
            bytes: message.bytes.to_vec(),
            identity: message
                .identity
                .as_ref()
                .map(|Identity { source, id }| (source.to_string(), id.to_string())),
            records: message.record.iter().chain(&message.more).map(|record| format!("{record:?}")).collect(),
            received: message.received.map(|time| time.to_string()),
            event_time: message.event_time.map(|time| time.to_string()),
            diagnostics: message.diagnostics.clone(),
        }
    }

    pub(crate) fn codes(&self) -> Vec<&str> {
        self.diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect()
    }
}

pub(crate) fn detected(format: Format) -> Detected {
    Detected { format, mapping: (format == Format::DeclarationCsv).then_some(0) }
}

/// Reads with blocks cut at `cuts` (ascending, taken modulo the length), checking what must always hold.
pub(crate) fn read_in_blocks(
    input: &[u8],
    detected: &Detected,
    mappings: &[Mapping],
    cuts: &[usize],
    sink: &mut dyn FnMut(&ReadMessage<'_>),
) {
    let mut reader = Reader::new(detected, mappings, "test");
    let mut ends: Vec<usize> = cuts.iter().map(|cut| cut % (input.len() + 1)).collect();
    ends.push(input.len());
    ends.sort_unstable();
    let (mut consumed, mut last_end) = (0, 0_u64);
    for (number, end) in ends.iter().enumerate() {
        let at_end = number + 1 == ends.len();
        let block = &input[consumed..*end];
        let offset = consumed as u64;
        consumed += reader.read(block, offset, at_end, &mut |message| {
            assert!(
                message.span.start >= last_end,
                "messages do not overlap: {:?} after {last_end}",
                message.span
            );
            assert!(message.span.end() <= input.len() as u64, "{:?} is inside the input", message.span);
            last_end = message.span.end();
            if !message.bytes.is_empty() {
                let place = message.span.start as usize..message.span.end() as usize;
                assert_eq!(message.bytes, &input[place], "bytes are those of the span");
            }
            for diagnostic in &message.diagnostics {
                assert!(
                    diagnostic.span.end() <= message.span.len,
                    "{diagnostic:?} within {:?}",
                    message.span
                );
            }
            let refused = message.diagnostics.iter().any(|said| said.severity == Severity::Error);
            assert_eq!(message.record.is_none(), refused, "{:?}", message.diagnostics);
            assert!(message.diagnostics.len() <= DIAGNOSTICS_MAX, "{} findings", message.diagnostics.len());
            assert!(message.more.is_empty() || message.record.is_some());
            sink(&message);
        });
        assert!(consumed <= *end);
    }
    assert_eq!(consumed, input.len(), "all bytes are consumed at the end");
}

pub(crate) fn read_with_cuts(input: &[u8], detected: &Detected, cuts: &[usize]) -> Vec<Owned> {
    let mut messages = Vec::new();
    let mappings = Mapping::builtin();
    read_in_blocks(input, detected, &mappings, cuts, &mut |message| messages.push(Owned::of(message)));
    messages
}

pub(crate) fn read(input: &[u8], format: Format) -> Vec<Owned> {
    read_with_cuts(input, &detected(format), &[])
}

/// All records of an input.
pub(crate) fn records(input: &[u8], format: Format) -> Vec<Record<'static>> {
    let mut records = Vec::new();
    read_in_blocks(input, &detected(format), &Mapping::builtin(), &[], &mut |message| {
        records.extend(message.record.iter().chain(&message.more).map(owned));
    });
    records
}

fn owned(record: &Record<'_>) -> Record<'static> {
    match record {
        Record::Status(event) => Record::Status(owned_event(event)),
        Record::EntrySummary(record) => Record::EntrySummary(record.clone()),
        Record::Declaration(record) => Record::Declaration(record.clone()),
        Record::Stow(record) => Record::Stow(record.clone()),
        Record::Manifest(record) => Record::Manifest(record.clone()),
        Record::VesselReport(record) => Record::VesselReport(record.clone()),
        Record::Traveller(record) => Record::Traveller(record.clone()),
    }
}

fn owned_event(event: &tidewaiter_model::event::StatusEvent<'_>) -> OwnedStatusEvent {
    let own = |text: &std::borrow::Cow<'_, str>| std::borrow::Cow::Owned(text.to_string());
    tidewaiter_model::event::StatusEvent {
        message_id: own(&event.message_id),
        container: own(&event.container),
        location: own(&event.location),
        source: own(&event.source),
        vessel_imo: event.vessel_imo.as_ref().map(own),
        voyage: event.voyage.as_ref().map(own),
        seal: event.seal.as_ref().map(own),
        size_type: event.size_type.as_ref().map(own),
        carrier: event.carrier.as_ref().map(own),
        transport_document: event.transport_document.as_ref().map(own),
        ..OwnedStatusEvent {
            message_id: "".into(),
            container: "".into(),
            location: "".into(),
            source: "".into(),
            vessel_imo: None,
            voyage: None,
            seal: None,
            size_type: None,
            carrier: None,
            transport_document: None,
            event: event.event,
            event_time: event.event_time,
            full_empty: event.full_empty,
            gross_mass_kg: event.gross_mass_kg,
            classifier: event.classifier,
            created: event.created,
            received: event.received,
        }
    }
}

pub(crate) const STATUS: &str =
    "message_id,container,event,event_time,location,full_empty,seal,gross_mass_kg,source,\
classifier,created_time,received_time,extra
m1,CSQU3054383,LOAD,2026-03-01T14:30:00+01:00,CNSHG,LADEN,S1,21500.5,MAEU,,2026-03-01T15:00:00Z,,x
m2,\"MSTI6415664\",DISC,2026-03-20T00:00:00Z,NLRTM,,\"a \"\"b\"\",
c\",,MAEU,EST,2026-03-02T00:00:00Z,2026-03-02T01:00:00Z,y

m3,OOLU8757889,XXXX,yesterday,,FULL,,-5,MAEU,,,,z
";

pub(crate) const DECLARATION: &str =
    "declaration_id,item_number,accepted,hs_code,value,currency,net_mass_kg,containers,note
D1,1,2026-03-01T00:00:00Z,090111,1000.50,USD,100.5,CSQU3054383;OOLU8757889,\"two
lines\"
D2,x,2026-03-01,0901.11,abc,USD,-1,,
";

pub(crate) const DCSA_V2: &str = r#"[
  {"eventID": "a1", "eventCreatedDateTime": "2026-01-09T14:12:56Z", "eventType": "EQUIPMENT",
   "eventClassifierCode": "ACT", "eventDateTime": "2026-01-09T14:12:56+01:00", "equipmentEventTypeCode": "LOAD",
   "equipmentReference": "CSQU3054383", "ISOEquipmentCode": "22G1", "emptyIndicatorCode": "LADEN",
   "transportCall": {"exportVoyageNumber": "12E", "importVoyageNumber": "12W", "UNLocationCode": "CNSHG",
     "vessel": {"vesselIMONumber": 9321483, "vesselOperatorCarrierCode": "MAEU"}},
   "documentReferences": [{"documentReferenceType": "BKG", "documentReferenceValue": "B1"},
                          {"documentReferenceType": "TRD", "documentReferenceValue": "T1"}],
   "seals": [{"sealNumber": "S,\"1\"", "sealSource": "CUS"}]},
  {"eventID": "a2", "eventCreatedDateTime": "2026-01-09T14:12:56Z", "eventType": "TRANSPORT",
   "eventClassifierCode": "EST", "eventDateTime": "2026-02-09T14:12:56Z", "transportEventTypeCode": "ARRI",
   "transportCall": {"exportVoyageNumber": "12E", "importVoyageNumber": "12W", "location": {"UNLocationCode": "NLRTM"},
     "vessel": {"vesselIMONumber": "9321483", "vesselOperatorCarrierCode": "MAEU"}},
   "references": [{"referenceType": "EQ", "referenceValue": "CSQU3054383"},
                  {"referenceType": "EQ", "referenceValue": "OOLU8757889"},
                  {"referenceType": "FF", "referenceValue": "x"}]},
  {"eventID": "a3", "eventType": "SHIPMENT", "eventClassifierCode": "ACT", "eventDateTime": "2026-01-01T00:00:00Z",
   "shipmentEventTypeCode": "DRFT", "documentID": "B1", "documentTypeCode": "BKG"},
  17
]
"#;

pub(crate) const DCSA_V3: &str = r#"{"feedbackElements": [{"severity": "INFO"}], "events": [
  {"eventRouting": {"originatingParty": {"partyCode": "EXCO"}}, "eventID": "b1",
   "eventDateTime": "2026-01-20T14:15:00Z", "eventUpdatedDateTime": "2026-01-20T14:20:00Z",
   "eventLocation": {"UNLocationCode": "NLRTM"},
   "eventClassification": {"eventTypeCode": "EQUIPMENT", "eventClassifierCode": "ACT",
     "equipmentEventTypeCode": "CUSTOMS_SELECTED_FOR_INSPECTION"},
   "equipmentDetails": {"equipmentReference": "CSQU3054383", "ISOEquipmentCode": "22GP",
     "emptyIndicatorCode": "LADEN", "seals": [{"number": "V1"}]}},
  {"eventRouting": {"originatingParty": {"partyCode": "EXCO"}}, "eventID": "b2",
   "eventDateTime": "2026-01-20T14:15:00Z",
   "eventClassification": {"eventTypeCode": "IOT", "eventClassifierCode": "ACT", "iotEventTypeCode": "DETC"},
   "equipmentDetails": {"equipmentReference": "CSQU3054383"}, "iotDetails": {"iotEventCode": "SPLASH"}}
], "next": null}
"#;

pub(crate) const ENS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!-- says: expected result is an error -->
<q:CC315A xmlns:q="urn:x" version="7">
  <MesSenMES3>GB&amp;1</MesSenMES3>
  <MesRecMES6>GBCD1234</MesRecMES6>
  <DatOfPreMES9>260301</DatOfPreMES9>
  <TimOfPreMES10>2359</TimOfPreMES10>
  <PriMES15>A</PriMES15>
  <MesIdeMES19>ABCD1234</MesIdeMES19>
  <MesTypMES20>CC315A</MesTypMES20>
  <HEAHEA>
    <RefNumHEA4>L<!-- x -->RN1</RefNumHEA4>
    <TraModAtBorHEA76>1</TraModAtBorHEA76>
    <IdeOfMeaOfTraCroHEA85>9321483</IdeOfMeaOfTraCroHEA85>
    <TotNumOfIteHEA305>1</TotNumOfIteHEA305>
    <TotGroMasHEA307> 1000.5 </TotGroMasHEA307>
    <PlaLoaGOOITE334>CNSHG</PlaLoaGOOITE334>
    <DecDatTimHEA114>202603010000</DecDatTimHEA114>
    <NewThing1>kept</NewThing1>
  </HEAHEA>
  <TRACONCO1><NamCO17>Åse &lt;&amp;&gt; Sønner</NamCO17><CouCO125>NO</CouCO125></TRACONCO1>
  <GOOITEGDS>
    <IteNumGDS7>1</IteNumGDS7>
    <GroMasGDS46>abc</GroMasGDS46>
    <PRODOCDC2><DocTypDC21>N705</DocTypDC21><DocRefDC23>BL1</DocRefDC23></PRODOCDC2>
    <COMCODGODITM><ComNomCMD1>090111</ComNomCMD1></COMCODGODITM>
    <CONNR2><ConNumNR21>CSQU3054383</ConNumNR21></CONNR2>
    <PACGS2><KinOfPacGS23>BX</KinOfPacGS23><NumOfPacGS24>10</NumOfPacGS24></PACGS2>
  </GOOITEGDS>
  <ITI><CouOfRouCodITI1>CN</CouOfRouCodITI1></ITI>
  <ITI><CouOfRouCodITI1>GB</CouOfRouCodITI1></ITI>
  <SEAID529><SeaIdSEAID530><![CDATA[S<1]]></SeaIdSEAID530></SEAID529>
  <CUSOFFFENT730><RefNumCUSOFFFENT731>GB000060</RefNumCUSOFFFENT731>
    <ExpDatOfArrFIRENT733>202603200600</ExpDatOfArrFIRENT733></CUSOFFFENT730>
</q:CC315A>
"#;

/// Two dialects: ports 9 and 11, a call sign, a cell behind the container; ports 6 and 12, an IMO number, a cell before it.
pub(crate) const COARRI: &str = "UNA:+.? '
UNB+UNOC:3+TERM?+INAL:ZZ+LINE+260311:0430+IC77'
UNH+1+COARRI:D:95B:UN:ITG13'
BGM+44+DOC1+9'
TDT+20+031W+1+13+COS:172:20+++3ERX3:103::STELLA'
LOC+11+ESALG:139:6'
NAD+CF+CMA:160:20'
EQD+CN+CSQU3054383+45G1:102:5++3+5'
RFF+BM:BL1'
DTM+203:202603110412:203'
LOC+9+CNSHG:139:6'
LOC+147+0380886::5'
MEA+AAE+VGM+KGM:21500,5'
SEL+S?'1+CA'
EQD+CN+OOLU 875788 9+22G1:102:5++3+4'
DTM+203:202603110415:203'
MEA+WT++LBR:1000'
CNT+16:2'
UNT+17+1'
UNH+2+COARRI:D:00B:UN'
BGM+46+DOC2+9'
TDT+20+032E+1++MSC:172:20+++9321483:146::STELLA'
LOC+6+ESALG'
NAD+CA+MSC'
LOC+147+0100112'
EQD+CN+MSKU1234565+22G1+++5'
DTM+203:202603120900:203'
LOC+12+GRPIR'
UNT+10+2'
UNZ+2+IC77'
";

/// A group, a release character of its own, lines cut inside segments, no UNT, a wrong count.
pub(crate) const CODECO: &str =
    "UNA~|.^ #UNB|UNOA~1|DEPOT|LINE|260311~0430|7#UNG|CODECO|A|B|260311~0430|3|UN|D~95B#
UNH|1|CODECO~D~95B~UN#BGM|34|G1|9#NAD|CA|MS
CU#EQD|CN|CSQU3054383|22G1~102~5||2|5#DTM|7~202603110412~203#LOC|165|DEHAM~139~6#CNT|16~1#UN
H|2|CODECO~D~95B~UN#BGM|36|G^#2|9#NAD|CF|ONE#EQD|CN|OOLU8757889|45G1#DTM|7~20260311~102#LOC|165|DEHAM#UNT|9|2#
UNE|2|3#UNZ|1|7#
";

pub(crate) const BAPLIE: &str = "UNB+UNOA:2+LINE+PORT+260311:0430+B1'UNH+1+BAPLIE:D:95B:UN:SMDG22'BGM++PLAN1+9'\
DTM+137:2603110400:201'TDT+20+031W+++CMA:172:20+++9321483:146::STELLA'LOC+5+CNSHG:139:6'LOC+61+ESALG:139:6'\
DTM+133:2603010400:201'LOC+147+0380886::5'MEA+VGM++KGM:21500'LOC+9+CNSHG'LOC+11+ESALG'RFF+BM:BL1'\
EQD+CN+CSQU3054383+45G1+++5'NAD+CA+CMA:172:20'DGS+IMD+3+1993'LOC+147+0380888::5'MEA+WT++KGM:2200'LOC+9+CNSHG'\
LOC+11+NLRTM'RFF+BM:1'EQD+CN+OOLU8757889+22G1+++4'NAD+CA+CMA:172:20'UNT+23+1'UNZ+1+B1'";

pub(crate) const CUSCAR: &str = "UNB+UNOC:3+CARRIER+CUSTOMS+260311:0430+M1'UNH+1+CUSCAR:D:95B:UN'BGM+85+MAN1+9'\
DTM+137:202603110430:203'RFF+SS:A1'NAD+MS+CARRIER'TDT+20+031W+1++CMA:172:20+++9321483:146::STELLA'LOC+60+ESALG'\
DTM+132:202603200600:203'EQD+CN+CSQU3054383+45G1:102:5++3+5'SEL+S1+CA'CNI+1+BL1'RFF+BM:BL1'CNT+7:21000:KGM'\
LOC+9+CNSHG'LOC+11+ESALG'NAD+CZ+++SHENZHEN BRIGHT LTD+1 ROAD+SHENZHEN++518000+CN'NAD+CN+ESB123++ALMACEN S.A.'\
GID+1+10:CT'FTX+AAA+++COFFEE:ROASTED'MEA+AAE+G+KGM:21000'SGP+CSQU3054383+10'PCI+24+A/B'CST++090121'UNT+23+1'\
UNZ+1+M1'";

pub(crate) const PAXLST: &str = "UNB+UNOA:4+AIR+BORDER+260311:0430+P1'UNH+PAX1+PAXLST:D:05B:UN:IATA'BGM+745'\
NAD+MS+++HELP DESK'COM+123:TE'TDT+20+XX123'LOC+125+VIE'DTM+189:2603111100:201'LOC+87+FNA'DTM+232:2603111900:201'\
NAD+FL+++DOE:JANE:ANN'ATT+2++F'DTM+329:851015'LOC+178+VIE'LOC+179+FNA'NAT+2+AUT'RFF+AVF:ABC123'DOC+P:110:111+P123'\
DTM+36:300531'LOC+91+AUT'NAD+FM+++ROE:RICHARD'ATT+2++M'DTM+329:490101'CNT+42:2'UNT+24+PAX1'UNZ+1+P1'";

/// Every fixture with its format.
pub(crate) const ALL: &[(&str, Format)] = &[
    (STATUS, Format::StatusCsv),
    (DECLARATION, Format::DeclarationCsv),
    (DCSA_V2, Format::DcsaJson),
    (DCSA_V3, Format::DcsaJson),
    (ENS, Format::EnsXml),
    (COARRI, Format::Edifact),
    (CODECO, Format::Edifact),
    (BAPLIE, Format::Edifact),
    (CUSCAR, Format::Edifact),
    (PAXLST, Format::Edifact),
];
