//! Mapping files to mappings, with a diagnostic for every fault.

use super::dates::{DateFormat, offset_minutes};
use super::field::{Field, nearest};
use super::mapping::{Mapping, OutcomeColumns};
use serde::Deserialize;
use std::collections::BTreeMap;
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::provenance::ByteSpan;
use toml::Spanned;

type Text = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: Text,
    #[serde(default)]
    #[expect(dead_code, reason = "for people; checked to be a text")]
    description: Option<String>,
    source: Option<String>,
    separator: Option<Text>,
    header: Option<bool>,
    names: Option<Vec<String>>,
    encoding: Option<Text>,
    decimal_comma: Option<bool>,
    date_formats: Spanned<Vec<Text>>,
    utc_offset: Option<Text>,
    list_separator: Option<Text>,
    currency: Option<Text>,
    hs_digits: Option<Spanned<u8>>,
    key: Option<Vec<String>>,
    unmapped: Option<Text>,
    #[serde(default)]
    extra: Vec<String>,
    columns: Spanned<BTreeMap<Text, Text>>,
    #[serde(default)]
    constants: BTreeMap<Text, Text>,
    outcome: Option<Spanned<Outcome>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Outcome {
    irregular: String,
    critical: Option<String>,
    #[serde(default)]
    critical_values: Vec<String>,
    true_values: Option<Vec<String>>,
    false_values: Option<Vec<String>>,
    known: Option<String>,
    lag_days: Option<u16>,
}

pub(crate) fn parse(text: &str) -> Result<Mapping, Vec<Diagnostic>> {
    let mut faults = Faults { text, list: Vec::new() };
    let file: File = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            let span = error.span().unwrap_or(0..0);
            let message = error.message().lines().next().unwrap_or_default().to_owned();
            faults.add("MAP-TOML", span, message, None);
            return Err(faults.list);
        }
    };
    let mapping = build(&file, &mut faults);
    if faults.list.is_empty() { Ok(mapping) } else { Err(faults.list) }
}

fn build(file: &File, faults: &mut Faults<'_>) -> Mapping {
    if file.name.get_ref().is_empty() {
        faults.add("MAP-VALUE", file.name.span(), "a name", None);
    }
    let columns = columns(file, faults);
    let constants = constants(file, faults);
    required_fields(file, &columns, &constants, faults);
    let names = match (file.header, &file.names) {
        (Some(false), None) => {
            let expected = "`names`, the columns of a file without header, in order";
            faults.add("MAP-VALUE", 0..0, expected, None);
            None
        }
        (Some(false), names) => names.clone(),
        _ => None,
    };
    Mapping {
        name: file.name.get_ref().clone(),
        source: file.source.clone().unwrap_or_else(|| file.name.get_ref().clone()),
        separator: separator(file, faults),
        names,
        latin1: choice(&file.encoding, &["utf-8", "latin-1"], faults) == 1,
        decimal_comma: file.decimal_comma.unwrap_or(false),
        date_formats: date_formats(file, faults),
        offset_minutes: utc_offset(file, faults),
        list_separator: list_separator(file, faults),
        currency: currency(file, faults),
        hs_digits: hs_digits(file, faults),
        key: file.key.clone().unwrap_or_default(),
        refuse_unmapped: choice(&file.unmapped, &["extra", "error"], faults) == 1,
        extra: file.extra.clone(),
        columns,
        constants,
        outcome: outcome(file, faults),
    }
}

fn columns(file: &File, faults: &mut Faults<'_>) -> Vec<(String, Field)> {
    let mut columns: Vec<(String, Field)> = Vec::new();
    for (column, field_name) in file.columns.get_ref() {
        let Some(field) = faults.field(field_name) else { continue };
        // Containers may stand in several columns; everything else has one.
        let taken = columns.iter().find(|(_, other)| *other == field && field != Field::Containers);
        if let Some((other, _)) = taken {
            let expected = format!("each field once; `{}` is already fed by `{other}`", field.name());
            faults.add("MAP-TWICE", field_name.span(), expected, Some(field_name.get_ref()));
        }
        columns.push((column.get_ref().clone(), field));
    }
    columns
}

fn constants(file: &File, faults: &mut Faults<'_>) -> Vec<(Field, String)> {
    let mut constants = Vec::new();
    for (field_name, value) in &file.constants {
        if let Some(field) = faults.field(field_name) {
            constants.push((field, value.get_ref().clone()));
        }
    }
    constants
}

fn required_fields(
    file: &File,
    columns: &[(String, Field)],
    constants: &[(Field, String)],
    faults: &mut Faults<'_>,
) {
    for required in [Field::DeclarationId, Field::Accepted] {
        if !columns.iter().any(|(_, field)| *field == required) {
            let expected = format!("a column for `{}`", required.name());
            faults.add("MAP-MISSING", file.columns.span(), expected, None);
        }
    }
    let fed = |wanted| {
        columns.iter().any(|(_, field)| *field == wanted)
            || constants.iter().any(|(field, _)| *field == wanted)
    };
    if fed(Field::Value) && !fed(Field::Currency) && file.currency.is_none() {
        let expected = "a `currency` for `value`: a column, a constant or the top-level setting";
        faults.add("MAP-MISSING", file.columns.span(), expected, None);
    }
}

fn separator(file: &File, faults: &mut Faults<'_>) -> u8 {
    let Some(separator) = &file.separator else { return b',' };
    match separator.get_ref().as_bytes() {
        [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\n' | b'\r') => *byte,
        _ => {
            faults.add(
                "MAP-VALUE",
                separator.span(),
                "one ASCII character, not a quote",
                Some(separator.get_ref()),
            );
            b','
        }
    }
}

fn choice(value: &Option<Text>, choices: &[&str], faults: &mut Faults<'_>) -> usize {
    let Some(value) = value else { return 0 };
    choices.iter().position(|choice| choice.eq_ignore_ascii_case(value.get_ref())).unwrap_or_else(|| {
        let expected = format!("one of {}", choices.join(", "));
        faults.add("MAP-VALUE", value.span(), expected, Some(value.get_ref()));
        0
    })
}

fn date_formats(file: &File, faults: &mut Faults<'_>) -> Vec<DateFormat> {
    let mut formats = Vec::new();
    for text in file.date_formats.get_ref() {
        match DateFormat::new(text.get_ref()) {
            Some(format) => formats.push(format),
            None => {
                let expected = "`rfc3339` or a pattern of %Y or %y, %m, %d and perhaps %H, %M, %S";
                faults.add("MAP-VALUE", text.span(), expected, Some(text.get_ref()));
            }
        }
    }
    if file.date_formats.get_ref().is_empty() {
        faults.add("MAP-VALUE", file.date_formats.span(), "at least one date format", None);
    }
    formats
}

fn utc_offset(file: &File, faults: &mut Faults<'_>) -> i64 {
    let Some(text) = &file.utc_offset else { return 0 };
    offset_minutes(text.get_ref()).unwrap_or_else(|| {
        faults.add("MAP-VALUE", text.span(), "an offset such as +09:00, or Z", Some(text.get_ref()));
        0
    })
}

fn list_separator(file: &File, faults: &mut Faults<'_>) -> String {
    let Some(text) = &file.list_separator else { return ";".to_owned() };
    if text.get_ref().is_empty() {
        faults.add("MAP-VALUE", text.span(), "at least one character", None);
    }
    text.get_ref().clone()
}

fn currency(file: &File, faults: &mut Faults<'_>) -> String {
    let Some(text) = &file.currency else { return String::new() };
    let code = text.get_ref();
    if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        faults.add("MAP-VALUE", text.span(), "an ISO 4217 code such as USD", Some(code));
    }
    code.clone()
}

fn hs_digits(file: &File, faults: &mut Faults<'_>) -> usize {
    let Some(digits) = &file.hs_digits else { return 0 };
    if !(2..=14).contains(digits.get_ref()) {
        faults.add("MAP-VALUE", digits.span(), "2 to 14 digits", None);
    }
    usize::from(*digits.get_ref())
}

fn outcome(file: &File, faults: &mut Faults<'_>) -> Option<OutcomeColumns> {
    let spanned = file.outcome.as_ref()?;
    let outcome = spanned.get_ref();
    if outcome.known.is_some() == outcome.lag_days.is_some() {
        let expected = "either `known`, the column of the outcome's time, or `lag_days` after acceptance";
        faults.add("MAP-VALUE", spanned.span(), expected, None);
    }
    let or_default = |values: &Option<Vec<String>>, default: &[&str]| {
        values.clone().unwrap_or_else(|| default.iter().map(|text| (*text).to_owned()).collect())
    };
    Some(OutcomeColumns {
        irregular: outcome.irregular.clone(),
        critical: outcome.critical.clone(),
        critical_values: outcome.critical_values.clone(),
        true_values: or_default(&outcome.true_values, &["1", "true", "yes"]),
        false_values: or_default(&outcome.false_values, &["0", "false", "no"]),
        known: outcome.known.clone(),
        lag_days: outcome.lag_days.map_or(0, i64::from),
    })
}

struct Faults<'a> {
    text: &'a str,
    list: Vec<Diagnostic>,
}

impl Faults<'_> {
    fn add(
        &mut self,
        code: &str,
        span: std::ops::Range<usize>,
        expected: impl Into<String>,
        found: Option<&str>,
    ) {
        let before = self.text.as_bytes().get(..span.start).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let found = found.or_else(|| self.text.get(span.clone())?.lines().next()).unwrap_or_default();
        let bytes = ByteSpan::new(span.start as u64, span.len() as u64);
        self.list.push(Diagnostic::error(code, bytes, format!("line {line}"), expected, found));
    }

    fn field(&mut self, name: &Text) -> Option<Field> {
        let field = Field::from_name(name.get_ref());
        if field.is_none() {
            let names = || Field::ALL.iter().map(|(_, name)| *name);
            let expected = match nearest(name.get_ref(), names()) {
                Some(near) => format!("a field of an import declaration; did you mean `{near}`?"),
                None => {
                    format!("a field of an import declaration: {}", names().collect::<Vec<_>>().join(", "))
                }
            };
            self.add("MAP-FIELD", name.span(), expected, Some(name.get_ref()));
        }
        field
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "name = \"x\"\ndate_formats = [\"%Y-%m-%d\"]\n[columns]\n\"No\" = \"declaration_id\"\n\
                        \"Day\" = \"accepted\"\n";

    fn check(text: &str, expected: &[(&str, &str)]) {
        let faults = parse(text).err().unwrap_or_default();
        let found: Vec<_> = faults.iter().map(|fault| (fault.code.as_str(), fault.path.as_str())).collect();
        assert_eq!(found, expected, "{text}\n{faults:#?}");
    }

    #[test]
    fn faults_say_where_and_what() {
        check(GOOD, &[]);
        check("name = ", &[("MAP-TOML", "line 1")]);
        check("name = \"x\"\nseperator = \",\"\n", &[("MAP-TOML", "line 2")]);
        check(&format!("{GOOD}\"W\" = \"netmass_kg\"\n"), &[("MAP-FIELD", "line 6")]);
        check(&format!("{GOOD}\"W\" = \"accepted\"\n"), &[("MAP-TWICE", "line 6")]);
        check(&format!("{GOOD}\"V\" = \"value\"\n"), &[("MAP-MISSING", "line 3")]);
        check(&format!("separator = \"::\"\n{GOOD}"), &[("MAP-VALUE", "line 1")]);
        check(&format!("{GOOD}[outcome]\nirregular = \"F\"\n"), &[("MAP-VALUE", "line 6")]);
        check(
            "name = \"x\"\ndate_formats = [\"%q\"]\n[columns]\n",
            &[("MAP-MISSING", "line 3"), ("MAP-MISSING", "line 3"), ("MAP-VALUE", "line 2")],
        );
        let near = parse(&format!("{GOOD}\"W\" = \"netmass_kg\"\n")).unwrap_err();
        assert!(near[0].expected.contains("`net_mass_kg`"), "{}", near[0].expected);
    }
}
