//! Code lists that decide what a segment feeds. Facts of UN/EDIFACT and of the guidelines of SMDG and ITIGG.

use tidewaiter_model::event::EventCode;

/// What a place of a LOC segment is to a container (3227).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PlaceRole {
    /// Port of loading: 9, or in other dialects 5 or 6.
    Loading,
    /// Port of discharge: 11, or in other dialects 61 or 12.
    Discharge,
    /// Where the reported activity happened: 165, 175, 14, 89.
    Activity,
    /// Where goods or container go in the end: 7, 83, 8.
    Delivery,
    /// Where the carrier takes them over: 88, 10, 1.
    Receipt,
    /// The cell in the vessel: 147.
    Cell,
    /// Anything else.
    Other,
}

pub(crate) fn place_role(qualifier: &str) -> PlaceRole {
    match qualifier {
        "9" | "5" | "6" | "76" => PlaceRole::Loading,
        "11" | "61" | "12" | "80" => PlaceRole::Discharge,
        "165" | "175" | "14" | "89" | "164" => PlaceRole::Activity,
        "7" | "83" | "8" | "20" => PlaceRole::Delivery,
        "88" | "10" | "1" => PlaceRole::Receipt,
        "147" => PlaceRole::Cell,
        _ => PlaceRole::Other,
    }
}

/// How much a qualifier of the standard's own pair for loading and discharge counts against the pairs that stand in
/// for it: a message that has both means the pair 9 and 11.
pub(crate) fn place_rank(qualifier: &str) -> u8 {
    match qualifier {
        "9" | "11" | "165" => 3,
        "6" | "12" | "175" => 2,
        _ => 1,
    }
}

/// Which mass a MEA segment gives, by its first two elements (6311 and 6313). Higher ranks count more.
pub(crate) fn mass_rank(purpose: &str, dimension: &str) -> Option<u8> {
    Some(match (purpose, dimension) {
        ("VGM", _) | (_, "VGM") => 5,
        ("AAE" | "AAI" | "WT", "G" | "AAB" | "AAD") | ("G" | "AAB", _) => 4,
        ("AAE" | "WT", "EGW" | "AET" | "WT") | ("EGW", _) => 3,
        // A bare weight is the gross one.
        ("WT", "") | ("AAE" | "AAI", "") => 2,
        _ => return None,
    })
}

/// Kilograms in one of a unit (6411).
pub(crate) fn kilograms_in(unit: &str) -> Option<f64> {
    Some(match unit {
        "KGM" | "KG" | "K" | "" => 1.0,
        "TNE" | "TON" => 1_000.0,
        "LBR" | "LBS" => 0.453_592_37,
        "GRM" => 0.001,
        _ => return None,
    })
}

/// How much a date counts as that of the reported event (2005); `None` when it is none.
pub(crate) fn event_date_rank(qualifier: &str) -> Option<u8> {
    Some(match qualifier {
        // Execution, effective date, status change, activity, positioning.
        "203" | "7" | "334" => 9,
        "181" | "182" | "200" | "310" => 8,
        // Actual arrival and departure.
        "178" | "186" => 6,
        // Arrival and departure, expected.
        "132" | "133" => 4,
        "137" => 1,
        _ => return None,
    })
}

/// What a COARRI or COPRAR is about, by the name of its document (1001).
pub(crate) fn handling_of(document: &str) -> Option<EventCode> {
    Some(match document {
        "44" | "43" | "117" | "119" | "98D" => EventCode::Discharged,
        "46" | "45" | "118" | "121" | "122" => EventCode::Loaded,
        _ => return None,
    })
}

/// What a CODECO is about, by the name of its document.
pub(crate) fn gate_of(document: &str) -> Option<EventCode> {
    Some(match document {
        "34" => EventCode::GateIn,
        "36" => EventCode::GateOut,
        _ => return None,
    })
}

/// A status of IFTSTA: UN/ECE Recommendation 24 in numbers, X12 and DCSA in letters.
pub(crate) fn status_of(code: &str) -> EventCode {
    if code.len() == 4
        && let Some(event) = EventCode::from_code(code.as_bytes())
    {
        return event;
    }
    match code {
        "1" | "VA" => EventCode::Arrived,
        "24" | "VD" => EventCode::Departed,
        "6" => EventCode::Booked,
        "13" | "EE" => EventCode::PickedUp,
        "28" | "TM" => EventCode::Stripped,
        "29" | "59" | "UV" => EventCode::Discharged,
        "48" | "79" | "AE" => EventCode::Loaded,
        "30" | "97" => EventCode::Inspected,
        "32" | "33" | "34" => EventCode::Repaired,
        "67" => EventCode::Moved,
        "74" | "98" | "I" => EventCode::GateIn,
        "99" | "OA" => EventCode::GateOut,
        "80" | "82" | "RD" => EventCode::Returned,
        "83" => EventCode::Resealed,
        "93" | "94" => EventCode::Stuffed,
        _ => EventCode::Other,
    }
}

/// Whether an event is one of a vessel: by road or rail it is something else.
pub(crate) fn needs_vessel(event: EventCode) -> bool {
    matches!(event, EventCode::Loaded | EventCode::Discharged | EventCode::Arrived | EventCode::Departed)
}

/// Whether a mode of transport (8067) is by water; one that is not said may be.
pub(crate) fn by_water(mode: &str) -> bool {
    matches!(mode, "" | "1" | "10" | "11" | "8" | "80" | "0")
}
