//! Goods: HS code, what they cost and weigh, where they come from, what is due on them.

/// A kind of goods. Prices and masses are rough figures of the trade, made up for this world.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Goods {
    /// HS code, six digits, the same in the 2017 and 2022 editions.
    pub hs_code: &'static str,
    pub description: &'static str,
    /// Median customs value in pounds sterling per kilogram of net mass.
    pub price_per_kg: f64,
    /// Spread of the price between traders, as standard deviation of its logarithm.
    pub price_sigma: f64,
    /// Usual net mass in a 40-foot container.
    pub net_mass_kg: f64,
    /// Net mass of one package.
    pub package_kg: f64,
    /// Kind of package, UN/ECE Recommendation 21.
    pub package: &'static str,
    /// Duty and value added tax together.
    pub tax_rate_percent: f64,
    /// Additional duty in percent on goods of these origins; empty if none.
    pub additional_duty: (&'static str, f64),
    /// Countries that export it.
    pub origins: &'static str,
}

#[rustfmt::skip]
macro_rules! goods {
    ($($code:literal $text:literal $price:literal $sigma:literal $mass:literal $package_kg:literal $package:literal $rate:literal ($from:literal $extra:literal) $origins:literal;)+) => {
        /// Every kind of goods in the world.
        pub(crate) const GOODS: &[Goods] = &[$(Goods { hs_code: $code, description: $text, price_per_kg: $price,
            price_sigma: $sigma, net_mass_kg: $mass, package_kg: $package_kg, package: $package,
            tax_rate_percent: $rate, additional_duty: ($from, $extra), origins: $origins }),+];
    };
}

#[rustfmt::skip]
goods! {
    "610910" "cotton t-shirts, knitted" 11.0 0.22 9500.0 12.0 "CT" 32.0 ("" 0.0) "CN BD IN TR VN PK";
    "620342" "men's cotton trousers" 14.0 0.22 10500.0 14.0 "CT" 32.0 ("" 0.0) "CN BD PK TR VN EG";
    "611030" "pullovers of man-made fibres" 13.0 0.22 9000.0 11.0 "CT" 32.0 ("" 0.0) "CN BD VN TR ID";
    "630260" "cotton terry towels" 6.5 0.18 12000.0 18.0 "CT" 32.0 ("" 0.0) "IN PK TR CN EG";
    "640411" "sports footwear, textile uppers" 16.0 0.25 7800.0 10.0 "CT" 36.0 ("CN" 16.5) "CN VN ID KH";
    "640399" "leather footwear" 22.0 0.25 8200.0 11.0 "CT" 28.0 ("CN" 16.5) "CN VN IN IT ES BR";
    "420292" "bags of plastic sheeting or textile" 9.5 0.25 8500.0 12.0 "CT" 23.0 ("" 0.0) "CN VN IN ID";
    "950300" "toys" 8.5 0.28 7500.0 9.0 "CT" 20.0 ("" 0.0) "CN VN ID TH";
    "940360" "wooden furniture" 3.2 0.22 9800.0 32.0 "CT" 20.0 ("" 0.0) "CN VN ID MY PL";
    "940161" "upholstered seats, wooden frame" 4.4 0.20 6500.0 30.0 "CT" 20.0 ("" 0.0) "CN VN MY PL TR";
    "871160" "electric bicycles" 15.0 0.20 8800.0 26.0 "CT" 26.0 ("CN" 62.0) "CN TW VN";
    "871200" "bicycles" 7.5 0.20 8000.0 17.0 "CT" 34.0 ("CN" 48.5) "CN TW KH BD";
    "690721" "ceramic tiles" 0.55 0.16 25500.0 1250.0 "PX" 25.0 ("CN" 36.5) "CN IN TR ES IT AE";
    "732393" "stainless steel kitchenware" 6.8 0.20 13500.0 15.0 "CT" 22.0 ("CN" 27.0) "CN IN VN TR";
    "730719" "cast iron pipe fittings" 2.6 0.16 24500.0 900.0 "PX" 24.0 ("CN" 57.8) "CN IN TH TR";
    "391990" "self-adhesive plastic film" 3.9 0.18 19500.0 650.0 "PX" 27.0 ("CN" 20.0) "CN IN TR KR";
    "392410" "plastic tableware" 3.6 0.22 9500.0 9.0 "CT" 26.0 ("" 0.0) "CN TH VN TR";
    "392690" "articles of plastics" 4.8 0.28 10500.0 12.0 "CT" 26.0 ("" 0.0) "CN TW KR TR IN";
    "847130" "portable computers" 95.0 0.22 8500.0 6.0 "CT" 20.0 ("" 0.0) "CN TW VN";
    "852872" "television sets" 17.0 0.18 9200.0 18.0 "CT" 34.0 ("" 0.0) "CN TR VN MX";
    "850440" "static converters, power supplies" 19.0 0.25 13000.0 10.0 "CT" 20.0 ("" 0.0) "CN TW VN IN SG";
    "841510" "air conditioners, wall or window" 6.5 0.16 11500.0 38.0 "CT" 22.0 ("" 0.0) "CN TH MY";
    "841810" "refrigerator-freezers" 4.2 0.15 9800.0 75.0 "CT" 22.0 ("" 0.0) "CN TR TH KR";
    "850811" "vacuum cleaners" 9.0 0.20 9300.0 7.0 "CT" 20.0 ("" 0.0) "CN MY VN";
    "870899" "parts for motor vehicles" 6.0 0.28 15500.0 22.0 "CT" 23.0 ("" 0.0) "CN IN JP KR US TR MX TH";
    "401110" "new pneumatic tyres for cars" 3.7 0.16 14500.0 10.0 "PK" 24.0 ("CN" 22.0) "CN TH VN KR TR ID RS";
    "700719" "toughened safety glass" 1.4 0.18 22500.0 850.0 "PX" 22.0 ("CN" 24.0) "CN TR MY EG";
    "850720" "lead-acid accumulators" 2.7 0.16 23500.0 750.0 "PX" 23.0 ("" 0.0) "CN VN KR IN";
    "441231" "plywood with tropical outer ply" 1.1 0.16 24000.0 1400.0 "PX" 29.0 ("" 0.0) "ID MY BR GH";
    "480256" "uncoated paper in sheets" 0.95 0.12 24500.0 700.0 "PX" 20.0 ("" 0.0) "ID TH PT BR CN";
    "520942" "denim" 5.2 0.16 20500.0 180.0 "BL" 28.0 ("" 0.0) "TR PK IN CN EG BD";
    "570242" "carpets, man-made pile" 5.5 0.22 15500.0 24.0 "RO" 28.0 ("" 0.0) "TR EG IN CN";
    "711719" "imitation jewellery" 38.0 0.35 7200.0 8.0 "CT" 24.0 ("" 0.0) "CN IN TH";
    "330499" "beauty preparations" 13.0 0.30 12500.0 9.0 "CT" 20.0 ("" 0.0) "US KR CN FR TH SG";
    "240220" "cigarettes" 26.0 0.15 10500.0 12.0 "CT" 77.6 ("" 0.0) "AE TR KR ID";
    "220421" "wine in bottles" 4.1 0.25 16500.0 9.0 "CT" 30.0 ("" 0.0) "CL ZA AR AU NZ ES US";
    "090111" "coffee, not roasted" 3.6 0.14 20500.0 60.0 "BG" 0.0 ("" 0.0) "BR CO VN KE TZ ID PE";
    "090240" "black tea" 2.9 0.15 21500.0 50.0 "BG" 0.0 ("" 0.0) "KE IN LK CN TZ";
    "100630" "rice, milled" 0.95 0.14 25500.0 25.0 "BG" 8.0 ("" 0.0) "IN PK TH";
    "030617" "frozen shrimps" 8.2 0.16 22500.0 10.0 "CT" 12.0 ("" 0.0) "VN IN EC BD TH ID";
    "160414" "prepared tuna" 4.6 0.14 21500.0 10.0 "CT" 20.0 ("" 0.0) "TH EC PH ID GH CI";
    "080510" "oranges" 0.75 0.14 23500.0 15.0 "CT" 4.0 ("" 0.0) "ZA EG MA AR ES";
    "080610" "grapes" 2.2 0.18 19500.0 8.0 "CT" 8.0 ("" 0.0) "ZA CL PE IN BR";
    "080390" "bananas" 0.72 0.12 20500.0 18.0 "CT" 16.0 ("" 0.0) "EC CO CI GH";
    "180100" "cocoa beans" 3.1 0.15 24500.0 64.0 "BG" 0.0 ("" 0.0) "CI GH EC NG";
    "200290" "tomato paste" 1.0 0.14 24000.0 230.0 "DR" 20.0 ("CN" 18.0) "CN TR IT EG";
    "040900" "natural honey" 2.4 0.22 22500.0 290.0 "DR" 16.0 ("" 0.0) "CN AR MX VN TR NZ";
    "020230" "frozen boneless beef" 5.6 0.14 24500.0 22.0 "CT" 12.0 ("" 0.0) "BR AU AR NZ";
    "020442" "frozen lamb cuts" 6.3 0.14 23500.0 20.0 "CT" 0.0 ("" 0.0) "NZ AU";
    "470329" "chemical wood pulp" 0.62 0.08 25500.0 250.0 "BL" 0.0 ("" 0.0) "BR CL SE";
    "390120" "polyethylene in primary forms" 1.2 0.10 24750.0 25.0 "BG" 26.5 ("" 0.0) "SA US KR AE SG";
    "382499" "chemical preparations" 2.9 0.30 20500.0 200.0 "DR" 26.0 ("" 0.0) "US CN IN KR JP SG";
    "842951" "front-end shovel loaders" 6.0 0.20 15500.0 5200.0 "NE" 20.0 ("" 0.0) "JP KR CN US";
    "440712" "sawn coniferous wood" 0.55 0.12 24500.0 1600.0 "PX" 20.0 ("" 0.0) "SE PL CL CA";
}

impl Goods {
    pub(crate) fn comes_from(&self, country: &str) -> bool {
        self.origins.split(' ').any(|origin| origin == country)
    }

    /// Duty and tax in percent for an origin.
    pub(crate) fn rate_percent(&self, origin: &str) -> f64 {
        let (country, extra) = self.additional_duty;
        self.tax_rate_percent + if country == origin && !country.is_empty() { extra * 1.2 } else { 0.0 }
    }

    /// Whether this origin pays more than others.
    pub(crate) fn is_burdened(&self, origin: &str) -> bool {
        self.additional_duty.0 == origin && !origin.is_empty()
    }
}

/// Kinds of goods that a country exports.
pub(crate) fn goods_of(country: &str) -> Vec<usize> {
    (0..GOODS.len()).filter(|number| GOODS[*number].comes_from(country)).collect()
}

/// The kind with this HS code.
pub(crate) fn find(hs_code: &str) -> Option<usize> {
    GOODS.iter().position(|goods| goods.hs_code == hs_code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use tidewaiter_model::reference::{country, hs_code};

    #[test]
    fn codes_and_countries_exist() {
        let mut codes = BTreeSet::new();
        for goods in GOODS {
            let known = hs_code(goods.hs_code);
            assert!(known.is_some_and(|code| code.in_2017 && code.in_2022), "{}", goods.hs_code);
            assert!(codes.insert(goods.hs_code), "{} twice", goods.hs_code);
            for origin in goods.origins.split(' ') {
                assert!(country(origin).is_some(), "{origin}");
            }
        }
    }
}
