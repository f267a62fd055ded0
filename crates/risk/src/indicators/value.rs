//! VL-KG: value per kilogram against the history of the HS code and origin.

use super::{Case, Findings};
use crate::history::{Compared, unit_value};
use tidewaiter_model::assessment::KeptDeclaration;
use tidewaiter_model::reason::{Indicator, Param, Reason};

const INDICATOR: Indicator = Indicator::ValuePerKilogram;

pub(super) fn check(case: &Case<'_, '_>, findings: &mut Findings) {
    if case.assembled.declarations.is_empty() {
        return findings.lack(INDICATOR, "no_declaration");
    }
    let (mut declared, mut judged) = (false, false);
    for kept in &case.assembled.declarations {
        declared |= unit_value(&kept.declaration).is_some();
        let Some(compared) = case.history.compare_value(&kept.declaration, case.settings) else { continue };
        judged = true;
        if let Some(reason) = reason(case, kept, &compared) {
            findings.fire(reason);
        }
    }
    if !judged {
        findings.lack(INDICATOR, if declared { "no_history" } else { "no_value_or_mass" });
    }
}

fn reason(case: &Case<'_, '_>, kept: &KeptDeclaration, compared: &Compared) -> Option<Reason> {
    let settings = &case.settings.value;
    let ratio = compared.value / compared.median;
    let variant = if compared.deviations <= -settings.deviations && ratio <= settings.ratio_low_max {
        "low"
    } else if compared.deviations >= settings.deviations && ratio >= settings.ratio_high_min {
        "high"
    } else {
        return None;
    };
    let beyond = compared.deviations.abs() - settings.deviations;
    let strength = beyond / (settings.deviations_full - settings.deviations).max(f64::MIN_POSITIVE);
    let declaration = &kept.declaration;
    let code = declaration.hs_code.as_deref().and_then(|code| code.get(..compared.population.digits()));
    let mut reason = Reason::new(INDICATOR, variant, strength)
        .with("value", Param::AmountPerKg(compared.value))
        .with("median", Param::AmountPerKg(compared.median))
        .with("ratio", Param::Number(ratio))
        .with("deviations", Param::Number(compared.deviations))
        .with("threshold", Param::Number(settings.deviations))
        .with("population", Param::Text(compared.population.as_str().to_owned()))
        .with("samples", Param::Count(u64::from(compared.samples)))
        .shown_by("declared_value", kept.provenance.message);
    if let Some(code) = code {
        reason = reason.with("hs_code", Param::HsCode(code.to_owned()));
    }
    // Told of the item itself; `population` says whether the origin was compared too.
    let origin = declaration.country_origin.as_deref().filter(|origin| !origin.trim().is_empty());
    reason = reason
        .with("origin", origin.map_or(Param::Text("?".to_owned()), |code| Param::Country(code.to_owned())));
    if let Some(value) = &declaration.value {
        reason = reason.with("currency", Param::Text(value.currency.clone()));
    }
    Some(reason)
}
