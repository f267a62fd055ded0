//! Whether two documents differ, after what is only written differently is made alike.

use crate::settings::Settings;
use std::collections::BTreeSet;
use tidewaiter_model::identifier::normal_container;
use tidewaiter_model::money::Money;
use tidewaiter_model::reference::Places;
use tidewaiter_risk::settings::MassSettings;

/// What one document says of one field.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Said {
    /// Texts, sorted; `whole` if the document speaks of the whole consignment, not of one box.
    List { texts: Vec<String>, whole: bool },
    /// Codes of which one may go deeper than the other.
    Codes(Vec<String>),
    /// Kilograms of the goods with their packing.
    DeclaredMass(f64),
    /// Kilograms of one box, with or without the box itself.
    ReportedMass(f64),
    /// A number of things.
    Count(u64),
    /// A place, by code or name.
    Place(String),
    /// A party.
    Party { identifier: Option<String>, name: Option<String> },
    /// Money.
    Value(Money),
}

impl Said {
    pub(super) fn codes(self) -> Said {
        match self {
            Said::List { texts, .. } => Said::Codes(texts),
            other => other,
        }
    }
}

/// Whether any two of these differ beyond what is tolerated.
pub(super) fn differ(said: &[Option<Said>], settings: &Settings, containers: usize) -> bool {
    let said: Vec<&Said> = said.iter().flatten().collect();
    said.iter()
        .enumerate()
        .any(|(at, one)| said.iter().skip(at + 1).any(|other| two_differ(one, other, settings, containers)))
}

fn two_differ(one: &Said, other: &Said, settings: &Settings, containers: usize) -> bool {
    match (one, other) {
        (Said::List { texts: a, whole: true }, Said::List { texts: b, whole: true }) => set(a) != set(b),
        (Said::List { texts: part, whole: false }, Said::List { texts: all, whole: true })
        | (Said::List { texts: all, whole: true }, Said::List { texts: part, whole: false }) => {
            !set(part).is_subset(&set(all))
        }
        (Said::Codes(a), Said::Codes(b)) => !covers(a, b) || !covers(b, a),
        (Said::DeclaredMass(a), Said::DeclaredMass(b)) => is_apart((a - b).abs(), *a, &settings.risk.mass),
        // Of several boxes each report weighs one: their sum is judged by WT-ANOM, not here.
        (Said::DeclaredMass(declared), Said::ReportedMass(reported))
        | (Said::ReportedMass(reported), Said::DeclaredMass(declared))
            if containers == 1 =>
        {
            let beyond = beyond_tare(reported - declared, settings.risk.mass.tare_kg);
            is_apart(beyond, *declared, &settings.risk.mass)
        }
        (Said::Count(a), Said::Count(b)) => a != b,
        (Said::Place(a), Said::Place(b)) => places_differ(a, b, settings.places()),
        (Said::Party { identifier: id_a, name: name_a }, Said::Party { identifier: id_b, name: name_b }) => {
            match (id_a, id_b, name_a, name_b) {
                (Some(a), Some(b), ..) => plain(a) != plain(b),
                (_, _, Some(a), Some(b)) => plain(a) != plain(b),
                _ => false,
            }
        }
        (Said::Value(a), Said::Value(b)) => a.currency == b.currency && a.amount != b.amount,
        _ => false,
    }
}

/// Numbers without blanks and dashes, in upper case.
fn set(texts: &[String]) -> BTreeSet<String> {
    texts.iter().map(|text| normal_container(text)).collect()
}

/// Letters and digits in upper case: what is left of a name when it is written another way.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// Whether each code of `a` begins one of `b` or goes deeper than one.
fn covers(a: &[String], b: &[String]) -> bool {
    a.iter()
        .all(|one| b.iter().any(|other| one.starts_with(other.as_str()) || other.starts_with(one.as_str())))
}

fn is_apart(difference: f64, declared: f64, settings: &MassSettings) -> bool {
    difference > settings.kilograms && difference / declared.max(1.0) > settings.share
}

/// How far a surplus is from what the box itself may weigh, or from nothing: reports weigh with or without the box.
fn beyond_tare(surplus: f64, (light, heavy): (f64, f64)) -> f64 {
    let with_box = if surplus < light { light - surplus } else { (surplus - heavy).max(0.0) };
    with_box.min(surplus.abs())
}

/// Places differ when both are known by code and lie in different port areas. Of a name nobody knows where it is.
fn places_differ(a: &str, b: &str, places: &Places) -> bool {
    let area = |text: &str| places.get(text.trim()).map(|place| place.area.clone());
    area(a).zip(area(b)).is_some_and(|(a, b)| a != b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(texts: &[&str], whole: bool) -> Said {
        Said::List { texts: texts.iter().map(|text| (*text).to_owned()).collect(), whole }
    }

    fn party(identifier: Option<&str>, name: &str) -> Said {
        Said::Party { identifier: identifier.map(str::to_owned), name: Some(name.to_owned()) }
    }

    #[test]
    fn what_is_only_written_differently_does_not_disagree() {
        let codes = |codes: &[&str]| texts(codes, true).codes();
        for (one, other, expected) in [
            (texts(&["msku 123456-5"], true), texts(&["MSKU1234565"], true), false),
            (texts(&["MSKU1234565"], true), texts(&["MSKU1234565", "MSKU7654321"], true), true),
            (texts(&["MSKU1234565", "MSKU7654321"], true), texts(&["MSKU7654321"], false), false),
            (texts(&["A1"], true), texts(&["A2"], false), true),
            (texts(&["A1"], false), texts(&["A2"], false), false),
            (codes(&["610910"]), codes(&["6109100010"]), false),
            (codes(&["610910"]), codes(&["620910"]), true),
            (codes(&["6109"]), codes(&["610910", "640110"]), true),
            (Said::DeclaredMass(10_000.0), Said::DeclaredMass(10_400.0), false),
            (Said::DeclaredMass(10_000.0), Said::DeclaredMass(12_000.0), true),
            (Said::DeclaredMass(10_000.0), Said::ReportedMass(13_900.0), false),
            (Said::DeclaredMass(10_000.0), Said::ReportedMass(10_100.0), false),
            (Said::DeclaredMass(10_000.0), Said::ReportedMass(18_000.0), true),
            (Said::Place("CNSHG".to_owned()), Said::Place("NLRTM".to_owned()), true),
            (Said::Place("CNSHG".to_owned()), Said::Place("Shanghai".to_owned()), false),
            (party(Some("GB1"), "Acme"), party(Some("GB1"), "Acme Ltd"), false),
            (party(None, "ACME, Ltd."), party(Some("GB1"), "Acme Ltd"), false),
            (party(None, "Acme"), party(None, "Other"), true),
        ] {
            let settings = Settings::default();
            let found = differ(&[Some(one.clone()), None, Some(other.clone())], &settings, 1);
            assert_eq!(found, expected, "{one:?} and {other:?}");
            let turned = differ(&[Some(other.clone()), Some(one.clone())], &settings, 1);
            assert_eq!(turned, expected, "{other:?} and {one:?}");
        }
        let settings = Settings::default();
        let masses = [Some(Said::DeclaredMass(40_000.0)), Some(Said::ReportedMass(20_000.0))];
        assert!(!differ(&masses, &settings, 2));
    }
}
