//! Made-up company and place names: syllables that belong to nobody.

use crate::chance::Chance;

const HEADS: [&str; 32] = [
    "Bel", "Cor", "Dran", "Elv", "Fan", "Gor", "Hal", "Ist", "Jor", "Kel", "Lum", "Mar", "Nev", "Oth", "Pel",
    "Quor", "Ras", "Sel", "Tor", "Ulm", "Ven", "Wix", "Xan", "Yel", "Zor", "Bram", "Crist", "Dov", "Esk",
    "Fyr", "Glim", "Hest",
];
const MIDDLES: [&str; 20] = [
    "a", "e", "i", "o", "u", "ando", "eri", "imo", "oru", "ula", "ava", "essa", "ilo", "onda", "ura", "ade",
    "ethi", "inka", "ost", "ym",
];
const TAILS: [&str; 22] = [
    "bek", "cott", "dahl", "fell", "garth", "holm", "kett", "lin", "mond", "nar", "pex", "quist", "rin",
    "stane", "tav", "vane", "wick", "xo", "yard", "zen", "dor", "mire",
];

/// A word that could be a name and, as far as we know, is none.
pub(crate) fn word(chance: &mut Chance) -> String {
    let head = chance.pick(&HEADS).copied().unwrap_or("Bel");
    let middle = chance.pick(&MIDDLES).copied().unwrap_or("a");
    let tail = chance.pick(&TAILS).copied().unwrap_or("nar");
    format!("{head}{middle}{tail}")
}

/// A company's name with the trade it is in and the form its country uses.
pub(crate) fn company(chance: &mut Chance, hs_code: &str, country: &str, sells: bool) -> String {
    let trade = match (hs_code.get(..2).unwrap_or_default(), sells) {
        ("61" | "62" | "63" | "52" | "57", true) => "Textile Mills",
        ("61" | "62" | "63" | "52" | "57", false) => "Apparel",
        ("64" | "42", true) => "Footwear Works",
        ("64" | "42", false) => "Footwear",
        ("84" | "85", true) => "Electrical Manufacturing",
        ("84" | "85", false) => "Electronics",
        ("87" | "40", true) => "Vehicle Parts Factory",
        ("87" | "40", false) => "Wheels",
        ("94" | "44", true) => "Wood Industry",
        ("94" | "44", false) => "Home",
        ("02" | "03" | "04" | "08" | "09" | "10" | "16" | "18" | "20" | "22", true) => "Produce Export",
        ("02" | "03" | "04" | "08" | "09" | "10" | "16" | "18" | "20" | "22", false) => "Foods",
        (_, true) => "Industries",
        (_, false) => "Trading",
    };
    let form = match country {
        "GB" | "IE" | "NG" | "GH" | "KE" | "BD" | "LK" => "Ltd",
        "DE" => "GmbH",
        "US" | "PH" => "Inc",
        "IN" | "PK" | "ZA" | "SG" | "AU" => "Pty Ltd",
        "BR" | "PT" => "Ltda",
        "TR" => "AS",
        "AE" => "FZE",
        "MY" => "Sdn Bhd",
        "ID" => "PT",
        _ => "Co Ltd",
    };
    format!("{} {trade} {form}", word(chance))
}
