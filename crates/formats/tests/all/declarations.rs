//! Import declarations.

use crate::fixtures::{DECLARATION, read, read_in_blocks};
use tidewaiter_formats::{Detected, Format, Mapping};
use tidewaiter_model::record::Record;

#[test]
fn the_fixture_reads() {
    let messages = read(DECLARATION.as_bytes(), Format::DeclarationCsv);
    assert_eq!(messages.len(), 2);
    assert_eq!(messages[0].identity, Some(("declarations".into(), "D1/1".into())));
    for part in [
        "hs_code: Some(\"090111\")",
        "amount: 1000.50",
        "\"CSQU3054383\", \"OOLU8757889\"",
        "\"note\": \"two\\nlines\"",
    ] {
        assert!(messages[0].records[0].contains(part), "{part} in {}", messages[0].records[0]);
    }
    assert_eq!(messages[1].codes(), ["DECL-NUMBER", "DECL-TIME", "DECL-VALUE", "DECL-MASS"]);
}

/// Another administration's layout needs a mapping file and no code.
#[test]
fn a_foreign_layout_reads() {
    let mapping = r#"
        name = "elsewhere"
        separator = ";"
        encoding = "latin-1"
        decimal_comma = true
        date_formats = ["%d.%m.%Y", "%d.%m.%y"]
        utc_offset = "+01:00"
        currency = "EUR"
        hs_digits = 8
        [columns]
        "Zollnummer" = "declaration_id"
        "Pos" = "item_number"
        "Annahme" = "accepted"
        "Ware" = "hs_code"
        "Masse" = "gross_mass_kg"
        "Wert" = "value"
        "Box 1" = "containers"
        "Box 2" = "containers"
        "Empfänger" = "importer_name"
        [constants]
        office = "DE004851"
        [outcome]
        irregular = "Befund"
        true_values = ["ja"]
        false_values = ["nein"]
        known = "Befund am"
    "#;
    let mappings = [Mapping::from_toml(mapping).unwrap()];
    let text = b"Zollnummer;Pos;Annahme;Ware;Masse;Wert;Box 1;Box 2;Empf\xE4nger;Befund;Befund am\n\
                 A1;2;01.03.2026;101.21;1.234,5;99,95;CSQU3054383;OOLU8757889;M\xFCller;ja;05.03.26\n\
                 A1;3;01.03.2026;x;1;1;;;\xE4\xE4;nein;\n";
    let detected = tidewaiter_formats::detect(text, &mappings).unwrap();
    assert_eq!(detected, Detected { format: Format::DeclarationCsv, mapping: Some(0) });
    let mut found = Vec::new();
    read_in_blocks(text, &detected, &mappings, &[], &mut |message| {
        if let Some(Record::Declaration(record)) = &message.record {
            found.push((**record).clone());
        } else {
            let codes: Vec<_> = message.diagnostics.iter().map(|said| said.code.clone()).collect();
            assert_eq!(codes, ["DECL-HS", "DECL-REQUIRED"]);
        }
    });
    let record = &found[0];
    assert_eq!((record.declaration_id.as_str(), record.item_number), ("A1", 2));
    assert_eq!(record.accepted.to_string(), "2026-02-28T23:00:00Z");
    assert_eq!(record.hs_code.as_deref(), Some("00010121"));
    assert_eq!((record.gross_mass_kg, record.office.as_deref()), (Some(1234.5), Some("DE004851")));
    assert_eq!(
        record.value.as_ref().map(|value| (value.amount.to_string(), value.currency.clone())),
        Some(("99.95".into(), "EUR".into()))
    );
    assert_eq!(record.containers, ["CSQU3054383", "OOLU8757889"]);
    assert_eq!(record.importer_name.as_deref(), Some("Müller"));
    let outcome = record.outcome.as_ref().unwrap();
    assert_eq!((outcome.irregular, outcome.known.to_string().as_str()), (true, "2026-03-04T23:00:00Z"));
}

/// A mapping may refuse columns it does not name: a header of nothing else must not be listed in full for each row.
#[test]
fn a_header_of_refused_columns_is_listed_briefly() {
    let mapping = "name = 'x'\ndate_formats = ['rfc3339']\nunmapped = 'error'\n[columns]\n\
                   a = 'declaration_id'\nb = 'accepted'\n";
    let mappings = [Mapping::from_toml(mapping).unwrap()];
    let detected = Detected { format: Format::DeclarationCsv, mapping: Some(0) };
    for (columns, last) in [(100, "DECL-COLUMN"), (101, "DECL-MORE"), (100_000, "DECL-MORE")] {
        let text = format!("a,b{}\n1,2026-01-01T00:00:00Z{}\n", ",c".repeat(columns), ",".repeat(columns));
        let mut found = Vec::new();
        read_in_blocks(text.as_bytes(), &detected, &mappings, &[], &mut |message| {
            found.push((message.diagnostics.len(), message.diagnostics.last().map(|said| said.code.clone())));
        });
        assert_eq!(found, [(100, Some(last.to_owned()))], "{columns} columns");
    }
}
