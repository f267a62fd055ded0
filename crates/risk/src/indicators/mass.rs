//! WT-ANOM, its declared part: mass before arrival, at import, and as verified on the way.

use super::{Case, Findings};
use tidewaiter_model::event::FullEmpty;
use tidewaiter_model::provenance::{ByteSpan, MessageRef};
use tidewaiter_model::reason::{Indicator, Param, Reason};
use tidewaiter_trips::{BelievedEvent, Trip};

const INDICATOR: Indicator = Indicator::WeightAnomaly;

/// A mass that somebody stated, and where.
struct Stated {
    kilograms: f64,
    role: &'static str,
    at: Option<(MessageRef, Option<ByteSpan>)>,
}

pub(super) fn check(case: &Case<'_, '_>, findings: &mut Findings) {
    let entry = entry_mass(case);
    let import = import_mass(case);
    let verified = verified_mass(case);
    let mut judged = false;
    if let (Some(entry), Some(import)) = (&entry, &import) {
        judged = true;
        let difference = (entry.kilograms - import.kilograms).abs();
        fire(case, findings, "declarations_differ", entry, import, difference, 1.0);
    }
    if let (Some(declared), Some((verified, boxes, sure))) = (entry.as_ref().or(import.as_ref()), &verified) {
        judged = true;
        let difference =
            beyond_tare(verified.kilograms - declared.kilograms, *boxes, case.settings.mass.tare_kg);
        fire(case, findings, "verified_differs", declared, verified, difference, *sure);
    }
    if !judged {
        findings.lack(INDICATOR, "no_second_mass");
    }
}

/// How far a surplus is from what the boxes themselves may weigh. Some carriers report the goods' mass, some the
/// verified gross mass with the box: both are given the benefit of the doubt.
fn beyond_tare(surplus: f64, boxes: f64, (light, heavy): (f64, f64)) -> f64 {
    let (light, heavy) = (light * boxes, heavy * boxes);
    let with_box = if surplus < light { light - surplus } else { (surplus - heavy).max(0.0) };
    with_box.min(surplus.abs())
}

fn fire(
    case: &Case<'_, '_>,
    findings: &mut Findings,
    variant: &str,
    declared: &Stated,
    other: &Stated,
    difference: f64,
    sure: f64,
) {
    let settings = &case.settings.mass;
    let share = difference / declared.kilograms.max(1.0);
    if difference <= settings.kilograms || share <= settings.share {
        return;
    }
    let strength = (share - settings.share) / (settings.share_full - settings.share).max(f64::MIN_POSITIVE);
    let mut reason = Reason::new(INDICATOR, variant, strength.clamp(0.0, 1.0) * sure)
        .with("value", Param::MassKg(other.kilograms))
        .with("declared", Param::MassKg(declared.kilograms))
        .with("difference", Param::MassKg(difference))
        .with("share", Param::Share(share))
        .with("threshold", Param::MassKg(settings.kilograms.max(settings.share * declared.kilograms)));
    for stated in [declared, other] {
        if let Some((message, span)) = stated.at {
            reason = reason.shown_at(stated.role, message, span);
        }
    }
    findings.fire(reason);
}

/// Gross mass of the items of the entry summary; `None` unless every item states one.
fn entry_mass(case: &Case<'_, '_>) -> Option<Stated> {
    let items = &case.assembled.items;
    let kilograms =
        items.iter().map(|item| Some(item.item.gross_mass_kg.as_ref()?.value)).sum::<Option<f64>>()?;
    let first = items.first()?;
    let span = first.item.gross_mass_kg.as_ref().map(|mass| mass.span);
    (kilograms > 0.0).then_some(Stated {
        kilograms,
        role: "entry_gross_mass",
        at: Some((first.message, span)),
    })
}

/// Gross mass of the import declarations' items; `None` unless every item states one.
fn import_mass(case: &Case<'_, '_>) -> Option<Stated> {
    let declarations = &case.assembled.declarations;
    let kilograms = declarations.iter().map(|kept| kept.declaration.gross_mass_kg).sum::<Option<f64>>()?;
    let first = declarations.first()?;
    let at = Some((first.provenance.message, None));
    (kilograms > 0.0).then_some(Stated { kilograms, role: "import_gross_mass", at })
}

/// Mass of all boxes as reported on the way, how many boxes, and how sure the trips are. `None` unless every declared
/// box has a trip of its own with a mass: in a shared box nobody knows whose the kilograms are.
fn verified_mass(case: &Case<'_, '_>) -> Option<(Stated, f64, f64)> {
    let assembled = case.assembled;
    let all = assembled.trips.len() == assembled.consignment.containers.len();
    if assembled.trips.is_empty() || !all || assembled.trip_shared.iter().any(|shared| *shared) {
        return None;
    }
    let weighed: Vec<(f64, &BelievedEvent)> =
        assembled.trips.iter().map(|trip| weighed(trip)).collect::<Option<Vec<_>>>()?;
    let kilograms = weighed.iter().map(|(mass, _)| mass).sum();
    let at = weighed.first().and_then(|(_, event)| Some((*event.messages.first()?, None)));
    let sure = case.trips().map(|(_, sure)| sure).fold(1.0, f64::min);
    Some((Stated { kilograms, role: "reported_gross_mass", at }, weighed.len() as f64, sure))
}

/// The middle one of the laden masses reported of a trip, and its event.
fn weighed(trip: &Trip) -> Option<(f64, &BelievedEvent)> {
    let laden =
        trip.events.iter().filter(|event| event.believed && event.full_empty != Some(FullEmpty::Empty));
    let mut masses: Vec<(f64, &BelievedEvent)> =
        laden.filter_map(|event| Some((event.gross_mass_kg.filter(|mass| *mass > 0.0)?, event))).collect();
    masses.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.time.cmp(&b.1.time)));
    masses.get(masses.len() / 2).copied()
}
