use super::*;
use proptest::prelude::*;

#[test]
fn faults_name_their_bytes_and_the_nearest_word() {
    for (text, code, span, nearest) in [
        ("orgin:CN", "unknown_key", (0, 5), "origin"),
        ("lane:rde", "bad_value", (5, 8), "red"),
        ("lane:red state:fre", "bad_value", (15, 18), "free"),
        ("origin:China", "bad_value", (7, 12), ""),
        ("reason:RT-TX", "bad_value", (7, 12), "RT-TS"),
        ("value>lots", "bad_value", (6, 10), ""),
        ("arrives<2026-13-01", "bad_value", (8, 18), ""),
        ("goods:\"cotton", "unclosed_quote", (6, 13), ""),
        ("origin:", "missing_value", (7, 7), ""),
        ("origin:CN,", "missing_value", (10, 10), ""),
        ("lane>red", "bad_operator", (4, 5), ""),
        ("value>1,2", "bad_value", (0, 9), ""),
    ] {
        let faults = parse(text).expect_err(text);
        let fault = faults.first().unwrap();
        assert_eq!((fault.code, (fault.start, fault.end)), (code, span), "{text}: {faults:?}");
        assert_eq!(fault.params.get("nearest").map_or("", String::as_str), nearest, "{text}");
    }
    let long = "a".repeat(FILTER_BYTES_MAX + 1);
    assert_eq!(parse(&long).unwrap_err()[0].code, "too_long");
    let many = "a ".repeat(TERMS_MAX + 1);
    assert_eq!(parse(&many).unwrap_err()[0].code, "too_many_terms");
}

#[test]
fn filters_as_typed_and_as_written_back() {
    for (typed, written) in [
        ("", ""),
        ("  origin:cn   -lane:GREEN ", "origin:CN -lane:green"),
        ("value>50k at_stake>=1.5m", "value>50000 at_stake>=1500000"),
        ("consignee:\"acme \\\"x\\\" trading\"", "consignee:\"ACME \\\"X\\\" TRADING\""),
        (
            "arrives<2026-06-03 decided>=-30d deadline:today",
            "arrives<2026-06-03 decided>=-30d deadline:today",
        ),
        ("msku123 \"two words\" -x", "MSKU123 \"TWO WORDS\" -X"),
        ("overdue:true hs:6109,6110", "overdue:yes hs:6109,6110"),
        ("12:30", "\"12:30\""),
        ("arrives>=2026-06-03T10:00:00Z", "arrives>=2026-06-03T10:00:00Z"),
    ] {
        let filter = parse(typed).unwrap_or_else(|faults| panic!("{typed}: {faults:?}"));
        assert_eq!(filter.to_string(), written, "{typed}");
        assert_eq!(parse(written).as_ref(), Ok(&filter), "{typed}");
    }
}

#[test]
fn every_example_reads_and_every_choice_too() {
    for key in KEYS {
        let filter = parse(key.example).unwrap_or_else(|faults| panic!("{}: {faults:?}", key.example));
        assert!(matches!(&filter.terms[0].test, Test::Field { key: found, .. } if found.name == key.name));
        for choice in key.choices() {
            assert!(parse(&format!("{}:{choice}", key.name)).is_ok(), "{} {choice}", key.name);
        }
    }
}

/// Texts that are more like filters than chance would make them.
fn likely() -> impl Strategy<Value = String> {
    let name = prop::sample::select(KEYS.iter().map(|key| key.name).collect::<Vec<_>>());
    let op = prop::sample::select(vec![":", ">", ">=", "<", "<=", "="]);
    let value = prop_oneof![
        "[A-Za-z0-9.\\-+]{1,12}",
        "\"[^\"\\\\]{0,8}\"",
        Just("red".to_owned()),
        Just("CN".to_owned()),
        Just("-3d".to_owned()),
        Just("RT-TS".to_owned()),
        Just("2026-06-01".to_owned()),
        "-?[0-9]{1,9}(\\.[0-9]{1,4})?[km]?",
    ];
    let term = prop_oneof![
        (prop::bool::ANY, name, op, prop::collection::vec(value, 1..3)).prop_map(
            |(not, name, op, values)| {
                format!("{}{name}{op}{}", if not { "-" } else { "" }, values.join(","))
            }
        ),
        "[^ ]{0,6}",
        "\"\\PC{0,8}\"",
    ];
    prop::collection::vec(term, 0..5).prop_map(|terms| terms.join(" "))
}

proptest! {
    #[test]
    fn any_text_is_read_or_faulted_within_itself(text in "\\PC{0,60}|[ -~\"\\\\,:<>=]{0,40}") {
        if let Err(faults) = parse(&text) {
            prop_assert!(!faults.is_empty());
            for fault in faults {
                prop_assert!(fault.start <= fault.end && fault.end <= text.chars().count());
            }
        }
    }

    #[test]
    fn what_is_written_reads_as_the_same_filter(text in prop_oneof![likely(), "\\PC{0,40}".prop_map(|t| t)]) {
        if let Ok(filter) = parse(&text) {
            let written = filter.to_string();
            prop_assert_eq!(parse(&written), Ok(filter), "{}", written);
            prop_assert_eq!(parse(&written).unwrap().to_string(), written);
        }
    }
}
