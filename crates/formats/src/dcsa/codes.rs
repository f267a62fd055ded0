//! What the codes and words of both dialects mean.

use tidewaiter_model::event::{Classifier, EventCode, FullEmpty};

/// Codes of 2.2 and 3.0 and the words of newer 3.x schemas, with what they mean to us.
///
/// Selection for inspection or scanning is a customs order, not an inspection that took place; release, availability,
/// border crossings, doors, geofences and temperatures are kept as `OTHR`.
const EVENTS: &[(&[&str], EventCode)] = &[
    (&["LOAD", "LOADED"], EventCode::Loaded),
    (&["DISC", "DISCHARGED"], EventCode::Discharged),
    (&["GTIN", "GATED_IN", "GATE_IN"], EventCode::GateIn),
    (&["GTOT", "GATED_OUT", "GATE_OUT"], EventCode::GateOut),
    (&["STUF", "STUFFED"], EventCode::Stuffed),
    (&["STRP", "STRIPPED"], EventCode::Stripped),
    (&["PICK", "PICKED_UP", "PICK_UP", "PICKUP"], EventCode::PickedUp),
    (&["DROP", "DROPPED_OFF", "DROP_OFF", "DROPPED"], EventCode::Returned),
    (&["INSP", "INSPECTED", "CUSTOMS_INSPECTED"], EventCode::Inspected),
    (&["RSEA", "RESEALED"], EventCode::Resealed),
    (&["ARRI", "ARRIVED"], EventCode::Arrived),
    (&["DEPA", "DEPARTED"], EventCode::Departed),
    (&["MOVE", "MOVED", "INTRA_TERMINAL_MOVE"], EventCode::Moved),
    (&["REPR", "REPAIRED"], EventCode::Repaired),
    (&["BOOK", "BOOKED"], EventCode::Booked),
    (
        &[
            "OTHR",
            "RMVD",
            "REMOVED",
            "SEAL_REMOVED",
            "AVPU",
            "AVAILABLE_FOR_PICK_UP",
            "AVDO",
            "AVAILABLE_FOR_DROP_OFF",
            "CROS",
            "CROSSED",
            "CUSI",
            "CUSTOMS_SELECTED_FOR_INSPECTION",
            "CUSS",
            "CUSTOMS_SELECTED_FOR_SCAN",
            "CUSR",
            "CUSTOMS_RELEASED",
            "DETC",
            "DETECTED",
            "MEAS",
            "MEASURED",
            "ADJU",
            "ADJUSTED",
            "DRO",
            "DOOR_OPENED",
            "DRC",
            "DOOR_CLOSED",
            "LOC",
            "LOCATION_UPDATE",
            "GEOFENCE_EXIT",
            "GEOFENCE_ENTRY",
            "GEOFENCE_ENTER",
        ],
        EventCode::Other,
    ),
];

/// Statuses of a document in a shipment event, 2.2 and 3.0. Only a confirmed booking is an event of ours.
const DOCUMENT_STATUSES: &[&str] = &[
    "AMCF",
    "AMCN",
    "AMDC",
    "AMPR",
    "AMRE",
    "APPR",
    "CACF",
    "CADC",
    "CANC",
    "CARE",
    "CMPL",
    "CONF",
    "DECL",
    "DRFT",
    "HOLD",
    "ISSU",
    "PENA",
    "PENC",
    "PENM",
    "PENU",
    "PSAM",
    "PSDL",
    "RECE",
    "REJE",
    "RELS",
    "REQS",
    "SUAM",
    "SUBM",
    "SUDL",
    "SURR",
    "UPCF",
    "UPCN",
    "UPDC",
    "UPDT",
    "UPRE",
    "VOID",
    "CONFIRMED",
    "RECEIVED",
    "DRAFTED",
    "APPROVED",
    "ISSUED",
    "SURRENDERED",
    "SUBMITTED",
    "REJECTED",
    "CANCELLED",
    "COMPLETED",
    "DECLINED",
    "ON_HOLD",
    "RELEASED",
    "REQUESTED",
    "VOIDED",
];

fn word(text: &str) -> String {
    text.to_ascii_uppercase().replace([' ', '-'], "_")
}

/// What an equipment, transport, IoT or reefer event says happened; `None` for an unknown word.
pub(crate) fn event_code(text: &str) -> Option<EventCode> {
    let word = word(text);
    EVENTS.iter().find(|(words, _)| words.contains(&word.as_str())).map(|(_, code)| *code)
}

/// What a shipment event says, given the type of the document it is about.
pub(crate) fn shipment_code(status: &str, document_type: Option<&str>) -> Option<EventCode> {
    let status = word(status);
    let known = DOCUMENT_STATUSES.contains(&status.as_str());
    let confirmed = matches!(status.as_str(), "CONF" | "CONFIRMED");
    let booking = document_type.is_some_and(|kind| matches!(word(kind).as_str(), "BKG" | "BOOKING"));
    known.then_some(if confirmed && booking { EventCode::Booked } else { EventCode::Other })
}

/// Actual, estimated, planned or requested.
pub(crate) fn classifier(text: &str) -> Option<Classifier> {
    match word(text).as_str() {
        "ACT" | "ACTUAL" => Some(Classifier::Actual),
        "EST" | "ESTIMATED" => Some(Classifier::Estimated),
        "PLN" | "PLANNED" => Some(Classifier::Planned),
        "REQ" | "REQUESTED" => Some(Classifier::Requested),
        _ => None,
    }
}

/// Laden or empty.
pub(crate) fn full_empty(text: &str) -> Option<FullEmpty> {
    FullEmpty::from_code(word(text).as_bytes())
}
