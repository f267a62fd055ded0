//! Many reasons, one score: a noisy-or, damped within each family of indicators, and monotone.

use crate::settings::{FusionSettings, RiskSettings};
use tidewaiter_model::reason::{Indicator, Reason};

/// Indicators that tend to fire together because they look at the same thing: a second one adds little.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Family {
    Identity,
    Route,
    DeclaredPlaces,
    Time,
    Declaration,
    Tampering,
    Value,
    Mass,
    Transit,
}

const fn family(indicator: Indicator) -> Family {
    match indicator {
        Indicator::ContainerNumber | Indicator::DuplicateNumber | Indicator::SwappedBox => Family::Identity,
        Indicator::RouteLoop
        | Indicator::RareRoute
        | Indicator::NewPair
        | Indicator::NeedlessTransshipment
        | Indicator::HighRiskPlace => Family::Route,
        Indicator::OriginNotOnRoute
        | Indicator::PlaceOfLoading
        | Indicator::PlaceOfDischarge
        | Indicator::CountriesOfRouting => Family::DeclaredPlaces,
        Indicator::LongDwell | Indicator::LegTime | Indicator::MessageGap => Family::Time,
        Indicator::LateDeclaration | Indicator::ChangedAfterLoading => Family::Declaration,
        Indicator::FullEmptyConflict
        | Indicator::SealChange
        | Indicator::GateOutOdd
        | Indicator::StuffingPlace => Family::Tampering,
        Indicator::ValuePerKilogram => Family::Value,
        Indicator::WeightAnomaly => Family::Mass,
        Indicator::TransitDiversion => Family::Transit,
    }
}

/// A number held between 0 and 1; 0 when it is none.
fn unit(number: f64) -> f64 {
    if number.is_finite() { number.clamp(0.0, 1.0) } else { 0.0 }
}

/// What a reason contributes by itself, 0 to 1: its weight times a part for having fired at all and a part that grows
/// with its strength.
pub fn contribution(reason: &Reason, settings: &RiskSettings) -> f64 {
    let FusionSettings { share_at_threshold, weight_otherwise, weights, .. } = &settings.fusion;
    let weight = weights.get(&reason.indicator).map_or(*weight_otherwise, |weight| {
        weight.variants.get(&reason.variant).copied().unwrap_or(weight.weight)
    });
    let floor = unit(*share_at_threshold);
    unit(weight) * (floor + (1.0 - floor) * unit(reason.strength))
}

/// The score of these reasons, 0 to 1, in whatever order they stand.
///
/// `1 − Π (1 − cᵢ·dᵏ)`, where `cᵢ` is a reason's [`contribution`] and `k` its place, from 0, among the reasons of its
/// family in falling order of contribution, `d` the damping. Adding a reason or raising a strength never lowers the
/// score: the k-th largest contribution of a family can only grow by it.
pub fn fuse(reasons: &[Reason], settings: &RiskSettings) -> f64 {
    let mut parts: Vec<(Family, f64)> =
        reasons.iter().map(|reason| (family(reason.indicator), contribution(reason, settings))).collect();
    parts.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.total_cmp(&a.1)));
    let damping = unit(settings.fusion.family_damping);
    let mut harmless = 1.0;
    for of_family in parts.chunk_by(|a, b| a.0 == b.0) {
        let mut damped = 1.0;
        for (_, contribution) in of_family {
            harmless *= 1.0 - contribution * damped;
            damped *= damping;
        }
    }
    unit(1.0 - harmless)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn reasons() -> impl Strategy<Value = Vec<Reason>> {
        let variant =
            prop::sample::select(vec!["", "low", "high", "same_country", "missing", "never_heard_of"]);
        let indicator = prop::sample::select(Indicator::ALL.to_vec());
        let reason =
            (indicator, variant, 0.0..=1.0f64).prop_map(|(code, variant, s)| Reason::new(code, variant, s));
        prop::collection::vec(reason, 0..12)
    }

    proptest! {
        #[test]
        fn a_further_reason_never_lowers_the_score(all in reasons(), drop in any::<prop::sample::Index>()) {
            prop_assume!(!all.is_empty());
            let settings = RiskSettings::default();
            let mut fewer = all.clone();
            fewer.remove(drop.index(all.len()));
            prop_assert!(fuse(&fewer, &settings) <= fuse(&all, &settings) + 1e-12);
        }

        #[test]
        fn a_stronger_reason_never_lowers_the_score(
            all in reasons(), which in any::<prop::sample::Index>(), more in 0.0..=1.0f64,
        ) {
            prop_assume!(!all.is_empty());
            let settings = RiskSettings::default();
            let mut stronger = all.clone();
            let reason = &mut stronger[which.index(all.len())];
            reason.strength = reason.strength.max(more);
            prop_assert!(fuse(&all, &settings) <= fuse(&stronger, &settings) + 1e-12);
        }

        #[test]
        fn order_does_not_matter(all in reasons(), by in any::<prop::sample::Index>()) {
            let settings = RiskSettings::default();
            let mut turned = all.clone();
            if !turned.is_empty() {
                let by = by.index(turned.len());
                turned.rotate_left(by);
                turned.reverse();
            }
            prop_assert_eq!(fuse(&all, &settings).to_bits(), fuse(&turned, &settings).to_bits());
            prop_assert!((0.0..=1.0).contains(&fuse(&all, &settings)));
        }
    }

    #[test]
    fn nothing_fired_is_no_risk_and_strength_counts() {
        let settings = RiskSettings::default();
        assert_eq!(fuse(&[], &settings), 0.0);
        let low = |strength| [Reason::new(Indicator::ValuePerKilogram, "low", strength)];
        assert!((fuse(&low(1.0), &settings) - 0.36).abs() < 1e-12);
        assert!((fuse(&low(0.0), &settings) - 0.36 * 0.25).abs() < 1e-12);
        assert_eq!(fuse(&low(f64::NAN), &settings), fuse(&low(0.0), &settings));
    }
}
