//! The reference tables against facts known from elsewhere.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use tidewaiter_model::reference::{
    HsEdition, PlaceKind, Places, SeaNetwork, country, great_circle_nm, hs_code, hs_codes,
};

const KM_PER_NM: f64 = 1.852;

/// Ports, `code,latitude,longitude`, from general knowledge and not from the packages the places come from.
fn container_ports() -> impl Iterator<Item = (&'static str, (f64, f64))> {
    include_str!("../../tables/container_ports.csv").lines().skip(1).map(|line| {
        let mut fields = line.split(',');
        let code = fields.next().unwrap();
        let mut number = || fields.next().unwrap().parse::<f64>().unwrap();
        (code, (number(), number()))
    })
}

#[test]
fn container_ports_are_where_they_are() {
    let places = Places::builtin();
    let mut wrong = Vec::new();
    for (code, expected) in container_ports() {
        let Some(place) = places.get(code) else {
            wrong.push(format!("{code} missing"));
            continue;
        };
        if place.kind != PlaceKind::Seaport {
            wrong.push(format!("{code} is {:?}", place.kind));
        }
        match place.position() {
            None => wrong.push(format!("{code} has no position")),
            Some(position) => {
                let apart_km = great_circle_nm(position, expected) * KM_PER_NM;
                if apart_km > 50.0 {
                    wrong.push(format!("{code} {} is {apart_km:.0} km off, {}", place.name, place.source));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(container_ports().count() >= 300);
}

#[test]
fn container_ports_reach_each_other_by_sea() {
    let sea = SeaNetwork::builtin();
    let places = Places::builtin();
    let rotterdam = places.area_position("NLRTM").unwrap();
    for (code, _) in container_ports() {
        let position = places.area_position(code).unwrap();
        assert!(sea.distance_nm(rotterdam, position).is_some(), "{code}");
    }
}

#[test]
fn codes_of_terminals_airports_and_depots_have_their_ports_area() {
    let places = Places::builtin();
    for (code, expected) in [
        ("CNSHA", "CNSHG"),
        ("CNSGH", "CNSHG"),
        ("CNYSA", "CNSHG"),
        ("CNSHG", "CNSHG"),
        ("CNYTN", "CNSZX"),
        ("CNSHK", "CNSZX"),
        ("CNCWN", "CNSZX"),
        ("CNTAO", "CNQDG"),
        ("CNNGB", "CNNBG"),
        ("NLMSV", "NLRTM"),
        ("BEDEL", "BEANR"),
        ("USLGB", "USLAX"),
        ("USEWR", "USNYC"),
        ("EGPSE", "EGPSD"),
        ("KRBNP", "KRPUS"),
        ("SGPPT", "SGSIN"),
        ("JPNRT", "JPTYO"),
        ("DEDUI", "DEDUI"),
        ("INTKD", "INTKD"),
        ("ZZZZZ", "ZZZZZ"),
        ("", ""),
    ] {
        assert_eq!(places.area_of(code), expected, "{code}");
    }
    for place in places.iter() {
        assert_eq!(places.area_of(&place.area), place.area, "an area is its own area: {}", place.code);
    }
}

#[test]
fn kinds_countries_and_hubs() {
    let places = Places::builtin();
    for (code, kind) in [
        ("CNSHA", PlaceKind::Airport),
        ("INTKD", PlaceKind::InlandDepot),
        ("KENBO", PlaceKind::InlandDepot),
        ("DEDUI", PlaceKind::InlandDepot),
        ("USMEM", PlaceKind::RailTerminal),
        ("AESZE", PlaceKind::FreeZone),
        ("AEJEA", PlaceKind::Seaport),
    ] {
        assert_eq!(places.get(code).unwrap().kind, kind, "{code}");
    }
    assert_eq!(places.country_of("NLRTM"), Some("NL"));
    assert_eq!(places.country_of("NLZZ9"), Some("NL"));
    assert_eq!(places.country_of("nl"), None);
    assert!(places.is_hub("SGSIN") && places.is_hub("EGPSE") && !places.is_hub("USSEA"));
    assert!(places.is_free_zone("AEJEA") && places.is_free_zone("AESZE") && !places.is_free_zone("USSEA"));
    for line in include_str!("../../tables/hubs.csv").lines().skip(1) {
        let hub = line.split(',').next().unwrap();
        assert_eq!(places.area_of(hub), hub, "a hub is an area");
    }
    for place in places.iter() {
        assert!(country(&place.country).is_some(), "{} has the country {}", place.code, place.country);
    }
}

#[test]
fn the_users_file_extends_and_replaces() {
    let file = "area,location,latitude,longitude,kind,name,country\n\
                NLRTM,NLQQ9,51.9,4.2,seaport,\"Terminal, new\",NL\n\
                CNSHA,CNNEW,,,,,\n\
                USLGB,USLGB,,,,,\n";
    let (places, diagnostics) = Places::builtin().extended(file);
    assert_eq!(diagnostics, []);
    let terminal = places.get("NLQQ9").unwrap();
    assert_eq!((terminal.name.as_str(), terminal.area.as_str()), ("Terminal, new", "NLRTM"));
    assert_eq!(terminal.source, "code:X area:X coord:X country:X kind:X name:X");
    assert_eq!(places.area_of("CNNEW"), "CNSHG", "an area that is no main port leads on to it");
    assert_eq!(places.area_of("USLGB"), "USLGB", "the user may part what the table groups");
    assert_eq!(Places::builtin().area_of("USLGB"), "USLAX");
}

#[test]
fn what_is_wrong_in_the_users_file_is_said() {
    let check = |file: &str, expected: &[&str]| {
        let (_, diagnostics) = Places::builtin().extended(file);
        let codes: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect();
        assert_eq!(codes, expected, "{file:?}");
        for diagnostic in &diagnostics {
            let (start, end) = (diagnostic.span.start as usize, diagnostic.span.end() as usize);
            assert!(file.get(start..end).is_some(), "{diagnostic:?} points outside {file:?}");
            assert!(!diagnostic.expected.is_empty());
        }
    };
    check("", &[]);
    check("location,area\nAAAAA,BBBBB\n", &[]);
    check("name\nx\n", &["AREA-HEADER"]);
    check("location,area,colour\nAAAAA,BBBBB,red\n", &["AREA-HEADER"]);
    check("location,area\n,BBBBB\nAAAAA,\n", &["AREA-LOCATION", "AREA-AREA"]);
    check("location,area\nAAAAA,BBBBB\nAAAAA,CCCCC\n", &["AREA-TWICE"]);
    check(
        "location,area,latitude,longitude\nAAAAA,BBBBB,91,0\nAAAAB,BBBBB,NaN,0\nAAAAC,BBBBB,,1\n",
        &["AREA-POSITION"; 3],
    );
    check("location,area,country,kind\nAAAAA,BBBBB,Netherlands,harbour\n", &["AREA-COUNTRY", "AREA-KIND"]);
    check("location,area\n\"AAAAA,BBBBB\n", &["AREA-QUOTE"]);
}

#[test]
fn areas_that_lead_in_a_circle_stop() {
    let (places, _) = Places::builtin().extended("location,area\nQQAAA,QQBBB\nQQBBB,QQAAA\n");
    assert_eq!(places.area_of("QQAAA"), "QQAAA");
    assert_eq!(places.area_of("QQBBB"), "QQBBB");
}

#[test]
fn an_area_without_position_borrows_one() {
    let (places, _) = Places::builtin().extended("location,area,latitude,longitude\nQQAAA,QQPRT,1.5,2.5\n");
    assert_eq!(places.area_position("QQPRT"), Some((1.5, 2.5)));
    assert_eq!(places.area_position("QQAAA"), Some((1.5, 2.5)));
    assert_eq!(places.area_position("QQZZZ"), None);
}

#[test]
fn declared_codes_of_2020_stand_in_the_2017_edition() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/declarations/df_syn_train_eng.csv");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: ../shared/data is not here");
        return;
    };
    let mut lines = text.lines();
    let column = lines.next().unwrap().split(',').position(|name| name == "HS6 Code").unwrap();
    let mut unknown: Vec<String> = lines
        .filter_map(|line| line.split(',').nth(column))
        .map(|code| format!("{code:0>6}"))
        .filter(|code| !hs_code(code).is_some_and(|code| code.is_in(HsEdition::Hs2017)))
        .collect();
    unknown.sort();
    unknown.dedup();
    assert!(unknown.is_empty(), "{unknown:?}");
    assert!(hs_codes().len() > 5_600);
}

#[test]
fn published_distances_are_met() {
    let (places, sea) = (Places::builtin(), SeaNetwork::builtin());
    let mut errors = Vec::new();
    for line in include_str!("../../tables/published_distances.csv").lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let published_nm: f64 = fields[2].parse().unwrap();
        let position = |code| places.area_position(code).unwrap();
        let there = sea.route(position(fields[0]), position(fields[1])).unwrap();
        let error = (there.distance_nm / published_nm - 1.0).abs();
        assert!(error < 0.06, "{line}: {:.0}", there.distance_nm);
        for canal in ["Suez", "Panama"] {
            assert_eq!(there.passages.contains(&canal), fields[3] == canal, "{line}: {:?}", there.passages);
        }
        errors.push(error);
    }
    let mean = errors.iter().sum::<f64>() / errors.len() as f64;
    assert!(errors.len() >= 40 && mean < 0.03, "{} pairs, mean error {:.2} %", errors.len(), mean * 100.0);
}

#[test]
fn passages_stand_in_the_order_they_are_sailed() {
    let (places, sea) = (Places::builtin(), SeaNetwork::builtin());
    let check = |from: &str, to: &str, expected: &[&str]| {
        let position = |code| places.area_position(code).unwrap();
        let there = sea.route(position(from), position(to)).unwrap();
        assert_eq!(there.passages, expected, "{from} {to} {:.0}", there.distance_nm);
    };
    check("SGSIN", "NLRTM", &["Malacca", "Bab el-Mandeb", "Suez", "Gibraltar"]);
    check("NLRTM", "SGSIN", &["Gibraltar", "Suez", "Bab el-Mandeb", "Malacca"]);
    check("PABLB", "USLAX", &[]);
    check("PABLB", "PAMIT", &["Panama"]);
    check("EGPSD", "GRPIR", &[]);
    check("CNSHG", "USLAX", &[]);
    check("UAODS", "GRPIR", &["Bosporus", "Dardanelles"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_file_is_read(rows in prop::collection::vec("[A-Z,\"\r\n0-9.é-]{0,30}", 0..20)) {
        let file = format!("location,area,latitude,longitude,country,kind,name\n{}", rows.join("\n"));
        let (changes, diagnostics) = Places::builtin().extended(&file);
        for diagnostic in diagnostics {
            prop_assert!(file.get(diagnostic.span.start as usize..diagnostic.span.end() as usize).is_some());
        }
        prop_assert!(changes.get("NLRTM").is_some());
    }
}

proptest! {
    #[test]
    fn any_code_has_an_area(code in ".*") {
        let places = Places::builtin();
        let area = places.area_of(&code);
        prop_assert_eq!(places.area_of(area), area);
        places.country_of(&code);
        places.area_position(&code);
        places.is_hub(&code);
    }

    #[test]
    fn any_coordinates_are_taken(a in any::<f64>(), b in any::<f64>(), c in any::<f64>(), d in any::<f64>()) {
        SeaNetwork::builtin().route((a, b), (c, d));
        great_circle_nm((a, b), (c, d));
    }

    #[test]
    fn a_way_is_never_shorter_than_straight_and_the_same_back(
        a in -60.0..70.0f64, b in -180.0..180.0f64, c in -60.0..70.0f64, d in -180.0..180.0f64
    ) {
        let sea = SeaNetwork::builtin();
        let there = sea.distance_nm((a, b), (c, d));
        prop_assert_eq!(there, sea.distance_nm((c, d), (a, b)));
        if let Some(nm) = there {
            prop_assert!(nm >= great_circle_nm((a, b), (c, d)) - 1e-9);
        }
    }
}
