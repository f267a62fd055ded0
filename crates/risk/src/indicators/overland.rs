//! Which seaports' countries goods of an origin commonly reach by land: an allowance, not geography.

/// Countries of origin, each with the countries over whose ports its goods usually go.
///
/// Landlocked countries, and a few with a port whose trade crosses a land border as a rule. Drawn from the corridors
/// named by the UN list of landlocked developing countries and their transit states, and from common knowledge of
/// European hinterlands. Sorted.
const GATEWAYS: &[(&str, &[&str])] = &[
    ("AF", &["IR", "PK"]),
    ("AM", &["GE", "IR"]),
    ("AZ", &["GE", "IR", "RU"]),
    ("BA", &["HR", "ME", "SI"]),
    ("BF", &["BJ", "CI", "GH", "TG"]),
    ("BI", &["KE", "TZ"]),
    ("BO", &["AR", "CL", "PE"]),
    ("BT", &["BD", "IN"]),
    ("BW", &["MZ", "NA", "ZA"]),
    ("BY", &["LT", "LV", "PL", "RU"]),
    ("CD", &["AO", "TZ", "ZA"]),
    ("CF", &["CM"]),
    ("CH", &["BE", "DE", "FR", "IT", "NL"]),
    ("CN", &["HK", "MO"]),
    ("ET", &["DJ", "KE"]),
    ("GB", &["IE"]),
    ("HK", &["CN"]),
    ("IE", &["GB"]),
    ("KG", &["CN", "GE", "IR", "RU"]),
    ("KZ", &["CN", "GE", "LV", "RU"]),
    ("LA", &["TH", "VN"]),
    ("LI", &["BE", "DE", "FR", "IT", "NL"]),
    ("LS", &["ZA"]),
    ("MD", &["RO", "UA"]),
    ("MK", &["AL", "BG", "GR"]),
    ("ML", &["CI", "GN", "SN"]),
    ("MN", &["CN", "RU"]),
    ("MO", &["CN", "HK"]),
    ("MW", &["MZ", "TZ", "ZA"]),
    ("MX", &["US"]),
    ("MY", &["SG"]),
    ("NE", &["BJ", "NG", "TG"]),
    ("NO", &["SE"]),
    ("NP", &["IN"]),
    ("PS", &["IL", "JO"]),
    ("PY", &["AR", "BR", "UY"]),
    ("RS", &["BG", "GR", "HR", "ME", "RO", "SI"]),
    ("RW", &["KE", "TZ"]),
    ("SM", &["IT"]),
    ("SS", &["KE", "SD"]),
    ("SZ", &["MZ", "ZA"]),
    ("TD", &["CM"]),
    ("TJ", &["CN", "IR", "RU"]),
    ("TM", &["GE", "IR", "RU"]),
    ("UA", &["PL", "RO"]),
    ("UG", &["KE", "TZ"]),
    ("UZ", &["CN", "GE", "IR", "RU"]),
    ("XK", &["AL", "GR", "ME"]),
    ("ZM", &["MZ", "NA", "TZ", "ZA"]),
    ("ZW", &["MZ", "ZA"]),
    ("CA", &["US"]),
];

/// The European Union: one customs territory, so goods of any member leave over any member's port. Sorted.
const EUROPEAN_UNION: &[&str] = &[
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
    "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Whether the country is a member of the European Union's customs territory; `EU` itself counts, `EL` is Greece.
pub(super) fn in_european_union(country: &str) -> bool {
    matches!(country, "EU" | "EL") || EUROPEAN_UNION.contains(&country)
}

/// Whether goods of `origin` commonly reach a port of `country` by land.
pub(super) fn reached_overland(origin: &str, country: &str) -> bool {
    origin == country
        || (in_european_union(origin) && in_european_union(country))
        || GATEWAYS.iter().any(|(from, ports)| *from == origin && ports.contains(&country))
}
