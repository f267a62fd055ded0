//! Regions of trade: the level above countries.

/// A region of trade by its place in [`REGIONS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Region(pub(crate) u8);

/// Regions as liner services serve them, each with its countries. Which country stands where matters little: a level
/// of smoothing counts only where the levels below know next to nothing.
const REGIONS: &[&str] = &[
    "AX BE DE DK EE FI FO GB GG IE IM IS JE LT LU LV NL NO PL RU SE SJ AT CH CZ HU SK BY",
    "AD AL BA BG CY DZ EG ES FR GE GI GR HR IL IT LB LY MA MC MD ME MK MT PS PT RO RS SI SM SY TN TR UA VA XK",
    "BJ BF CD CF CG CI CM CV EH GA GH GM GN GQ GW LR ML MR NE NG SH SL SN ST TD TG AO",
    "BI BW DJ ER ET KE KM LS MG MU MW MZ NA RE RW SC SD SO SS SZ TZ UG YT ZA ZM ZW",
    "AE BH IQ IR JO KW OM QA SA YE",
    "AF BD BT IN LK MV NP PK",
    "BN ID KH LA MM MY PH SG TH TL VN",
    "CN HK JP KG KP KR KZ MN MO TJ TM TW UZ AM AZ",
    "AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PW SB TK TO TV VU WF WS",
    "BM CA GL PM US",
    "AG AI AW BB BL BQ BS BZ CR CU CW DM DO GD GP GT HN HT JM KN KY LC MF MQ MS MX NI PA PR SV SX TC TT VC VG VI",
    "AR BO BR CL CO EC FK GF GY PE PY SR UY VE",
];

/// The region of a country; `None` of a code that no list holds.
pub(crate) fn region_of(country: &str) -> Option<Region> {
    if country.len() != 2 {
        return None;
    }
    let place = REGIONS.iter().position(|countries| countries.split(' ').any(|held| held == country))?;
    u8::try_from(place).ok().map(Region)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_with_a_seaport_has_one_region() {
        use tidewaiter_model::reference::{PlaceKind, Places};
        for place in Places::builtin().iter().filter(|place| place.kind == PlaceKind::Seaport) {
            let listed = REGIONS
                .iter()
                .filter(|countries| countries.split(' ').any(|held| held == place.country))
                .count();
            assert!(listed <= 1, "{} twice", place.country);
        }
        assert_eq!(region_of("CN"), region_of("KR"));
        assert_ne!(region_of("CN"), region_of("DE"));
        assert_eq!(region_of(""), None);
        assert_eq!(region_of("QQ"), None);
    }
}
