//! The alignment of standards: for each field of our records, which element of which standard says the same.
//!
//! The World Customs Organization and the International Maritime Organization keep their data models aligned; this table
//! says how what we hold stands to both. It is `alignment.toml` for the records that several standards feed, and the
//! table of elements of [`crate::wco`] for those of its messages.

use crate::wco::{Kind, Node, table};
use serde::{Deserialize, Serialize};
use std::fmt::Write;

/// A record and where its fields come from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RecordFields {
    /// The record's name, such as `status_event`.
    pub name: String,
    /// What it is, and which messages feed it.
    pub what: String,
    /// Its fields.
    #[serde(rename(deserialize = "field", serialize = "fields"))]
    pub fields: Vec<FieldSources>,
}

/// A field and its counterparts. What is `None` does not exist or is not known; `why` says which.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FieldSources {
    /// Name of the field, with dots for fields of its parts.
    pub name: String,
    /// Identifiers in the WCO Data Model.
    #[serde(default)]
    pub wco: Option<String>,
    /// Element of the WCO messages.
    #[serde(default)]
    pub element: Option<String>,
    /// Data elements of Annex B of Delegated Regulation (EU) 2015/2446 as first published.
    #[serde(default)]
    pub eu: Option<String>,
    /// Element of IE315 and IE313.
    #[serde(default)]
    pub ens: Option<String>,
    /// Segment and data element of UN/EDIFACT.
    #[serde(default)]
    pub edifact: Option<String>,
    /// Number in the IMO Data Set.
    #[serde(default)]
    pub imo: Option<String>,
    /// Why something is missing.
    #[serde(default)]
    pub why: Option<String>,
}

#[derive(Deserialize)]
struct Alignment {
    record: Vec<RecordFields>,
}

/// Why the records of the WCO messages have nothing in the other columns.
const WCO_ONLY: &str = "only WCO messages feed this record";
const NO_ID: &str = "the published schema gives no identifier";

/// All records, each field once.
pub fn records() -> Vec<RecordFields> {
    // The file is part of the program; a test reads it.
    let mut records =
        toml::from_str::<Alignment>(include_str!("alignment.toml")).map(|all| all.record).unwrap_or_default();
    let table = table();
    for (name, what, root, node) in [
        ("customs_message", "What stands around a WCO message", "MetaData", &table.envelope),
        (
            "customs_declaration",
            "Customs declaration, import or export (WCO-DEC)",
            "Declaration",
            &table.declaration,
        ),
        ("customs_response", "Answer to a declaration (WCO-RES)", "Response", &table.response),
    ] {
        let mut fields = Vec::new();
        walk(node, root, "", &mut fields);
        records.push(RecordFields { name: name.to_owned(), what: what.to_owned(), fields });
    }
    if let Some(message) = records.iter_mut().find(|record| record.name == "customs_message") {
        let own = |name: &str, why: &str| FieldSources {
            name: name.to_owned(),
            why: Some(why.to_owned()),
            ..FieldSources::default()
        };
        for field in &mut message.fields {
            field.name = format!("envelope.{}", field.name);
        }
        message.fields.insert(0, own("enclosing", "names of the elements around the message"));
        message.fields.extend([
            own("declaration", "the declaration, below"),
            own("responses", "the answers, below"),
            own("carried", "what no field takes, as path and text"),
        ]);
    }
    records
}

fn walk(node: &Node, element: &str, field: &str, fields: &mut Vec<FieldSources>) {
    for child in &node.children {
        let element = format!("{element}/{}", child.name);
        let name = match child.field {
            None => field.to_owned(),
            Some(own) if field.is_empty() => own.to_owned(),
            Some(own) => format!("{field}.{own}"),
        };
        if child.kind == Kind::Group {
            walk(child, &element, &name, fields);
            continue;
        }
        let parts: &[&str] = match child.kind {
            Kind::Amount(..) => &[".amount", ".currency"],
            Kind::Measure(..) => &[".value", ".unit"],
            Kind::Time => &[".text", ".format"],
            _ => &[""],
        };
        for part in parts {
            let attribute = match *part {
                ".currency" => "/@currencyID",
                ".unit" => "/@unitCode",
                ".text" => "/DateTimeString",
                ".format" => "/DateTimeString/@formatCode",
                _ => "",
            };
            let why = if child.id.is_some() { WCO_ONLY.to_owned() } else { format!("{NO_ID}; {WCO_ONLY}") };
            fields.push(FieldSources {
                name: format!("{name}{part}"),
                wco: child.id.map(str::to_owned),
                element: Some(format!("{element}{attribute}")),
                eu: child.eu.map(|eu| eu.replace(',', ", ")),
                why: Some(why),
                ..FieldSources::default()
            });
        }
    }
}

/// The page of the book that shows all of it, in Markdown.
pub fn page() -> String {
    let mut page = String::from(PREFACE);
    for record in records() {
        let of_wco = record.name.starts_with("customs_");
        let _ = write!(page, "\n## `{}`\n{}.\n\n", record.name, record.what);
        let cell = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
        if of_wco {
            page.push_str("| field | element | WCO | EU |\n|---|---|---|---|\n");
        } else {
            page.push_str(
                "| field | WCO | EU | ENS | EDIFACT | IMO | gaps |\n|---|---|---|---|---|---|---|\n",
            );
        }
        for field in &record.fields {
            let FieldSources { name, wco, element, eu, ens, edifact, imo, why } = field;
            let _ = if of_wco {
                let element = element.clone().or_else(|| why.clone()).unwrap_or_default();
                writeln!(page, "| `{name}` | {element} | {} | {} |", cell(wco), cell(eu))
            } else {
                let columns = [wco, eu, ens, edifact, imo].map(cell).join(" | ");
                writeln!(page, "| `{name}` | {columns} | {} |", why.clone().unwrap_or_default())
            };
        }
    }
    page
}

const PREFACE: &str = "\
# Fields

For each field of our records: which element of which standard says the same, or feeds it. The World Customs Organization
and the International Maritime Organization keep their data models aligned; this page says how what we hold stands to
both, and where it does not. `tidewaiter fields --json` prints the same for programs.

* *WCO*: identifier in the WCO Data Model, as the published schemas of version 3.6 give it.
* *EU*: data element of Annex B of Delegated Regulation (EU) 2015/2446 as first published (later editions number anew).
* *ENS*: element of IE315 and IE313. *EDIFACT*: segment and data element.
* *IMO*: number in the IMO Data Set of the IMO Compendium. Few are given: those for ships and port calls that could be
  verified. The numbers for cargo, equipment, parties and persons could not, and none is guessed.
* A dash is a gap; the last column says why. Records of the WCO messages are fed by them alone.

This page is made from `crates/formats/src/fields/alignment.toml` and `crates/formats/src/wco/elements.txt`; a test holds it
against them, and holds the table against the records.
";
