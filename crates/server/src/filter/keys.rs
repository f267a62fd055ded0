//! The one table of what a filter may say.

use crate::outcome::FINDINGS;
use crate::views::{Choice, FilterKey, FilterKeyKind};
use crate::words::Words;

/// What values a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Any text; found anywhere in the field.
    Text,
    /// A code; the field begins with it.
    Code,
    /// Two letters of ISO 3166-1.
    Country,
    /// A port area, place or country.
    Place,
    /// The code of an indicator or of a family of them.
    Indicator,
    /// Digits of an HS code; the field begins with them.
    HsCode,
    /// A number.
    Number,
    /// A time.
    Date,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A kind of finding, `any` or `nothing`.
    Finding,
    /// `yes` or `no`.
    Flag,
}

/// What a key looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Declared country of origin.
    Origin,
    /// First stop.
    From,
    /// Last stop.
    To,
    /// A stop between.
    Via,
    /// What fired.
    Reason,
    /// HS code.
    HsCode,
    /// Goods in words.
    Goods,
    /// Lane.
    Lane,
    /// Arm.
    Arm,
    /// Whether on a list.
    List,
    /// Day of the list.
    ListDay,
    /// State.
    State,
    /// Who has it or decided it.
    Who,
    /// Office.
    Office,
    /// Receiver.
    Consignee,
    /// Shipper.
    Consignor,
    /// Shipper or receiver.
    Party,
    /// Container number.
    Container,
    /// Transport document.
    Document,
    /// Entry summary or import declaration.
    Declaration,
    /// Vessel.
    Vessel,
    /// Seal.
    Seal,
    /// Consignment.
    Id,
    /// Customs value.
    Value,
    /// Duty and tax.
    AtStake,
    /// Score.
    Score,
    /// Rank by score.
    Rank,
    /// Expected arrival.
    Arrives,
    /// Deadline.
    Deadline,
    /// Whether late.
    Overdue,
    /// Hours since first known.
    Waiting,
    /// What was found.
    Found,
    /// When it was decided.
    Decided,
}

/// A key of the language.
#[derive(Debug, PartialEq, Eq)]
pub struct Key {
    /// As typed.
    pub name: &'static str,
    /// What it looks at.
    pub field: Field,
    /// What values it takes.
    pub kind: Kind,
    /// An example of a whole term.
    pub example: &'static str,
}

const fn key(name: &'static str, field: Field, kind: Kind, example: &'static str) -> Key {
    Key { name, field, kind, example }
}

/// Lanes as typed.
pub const LANES: &[&str] = &["red", "yellow", "blue", "green", "none"];

/// Every key, in the order in which they are shown.
pub static KEYS: &[Key] = &[
    key("origin", Field::Origin, Kind::Country, "origin:CN"),
    key("from", Field::From, Kind::Place, "from:CNSHG"),
    key("to", Field::To, Kind::Place, "to:GBFXT"),
    key("via", Field::Via, Kind::Place, "via:SG"),
    key("reason", Field::Reason, Kind::Indicator, "reason:RT-TS"),
    key("hs", Field::HsCode, Kind::HsCode, "hs:6109"),
    key("goods", Field::Goods, Kind::Text, "goods:\"cotton shirts\""),
    key("lane", Field::Lane, Kind::Choice(LANES), "lane:red"),
    key("arm", Field::Arm, Kind::Choice(&["risk", "random", "none"]), "arm:random"),
    key("list", Field::List, Kind::Choice(&["today", "any", "none"]), "list:today"),
    key("day", Field::ListDay, Kind::Date, "day>=2026-06-01"),
    key("state", Field::State, Kind::Choice(&["free", "taken", "decided"]), "state:free"),
    key("who", Field::Who, Kind::Text, "who:me"),
    key("office", Field::Office, Kind::Code, "office:GB000033"),
    key("consignee", Field::Consignee, Kind::Text, "consignee:\"acme trading\""),
    key("consignor", Field::Consignor, Kind::Text, "consignor:acme"),
    key("party", Field::Party, Kind::Text, "party:GB123456789000"),
    key("container", Field::Container, Kind::Code, "container:MSKU"),
    key("document", Field::Document, Kind::Code, "document:MAEU12"),
    key("declaration", Field::Declaration, Kind::Code, "declaration:26GB"),
    key("vessel", Field::Vessel, Kind::Code, "vessel:9321483"),
    key("seal", Field::Seal, Kind::Code, "seal:A123"),
    key("id", Field::Id, Kind::Code, "id:C0123456789AB"),
    key("value", Field::Value, Kind::Number, "value>50000"),
    key("at_stake", Field::AtStake, Kind::Number, "at_stake>10000"),
    key("score", Field::Score, Kind::Number, "score>=0.5"),
    key("rank", Field::Rank, Kind::Number, "rank<=100"),
    key("arrives", Field::Arrives, Kind::Date, "arrives<2026-06-03"),
    key("deadline", Field::Deadline, Kind::Date, "deadline:today"),
    key("overdue", Field::Overdue, Kind::Flag, "overdue:yes"),
    key("waiting", Field::Waiting, Kind::Number, "waiting>=24"),
    key("found", Field::Found, Kind::Finding, "found:any"),
    key("decided", Field::Decided, Kind::Date, "decided>=-30d"),
];

/// The key of this name, in any case.
pub fn find(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name.eq_ignore_ascii_case(name))
}

impl Key {
    /// The words it takes; empty unless it takes only some.
    pub fn choices(&self) -> Vec<&'static str> {
        match self.kind {
            Kind::Choice(words) => words.to_vec(),
            Kind::Finding => ["any", "nothing"].into_iter().chain(FINDINGS.iter().copied()).collect(),
            Kind::Flag => vec!["yes", "no"],
            _ => Vec::new(),
        }
    }

    /// Whether it can be compared with `<` and `>`.
    pub fn is_ordered(&self) -> bool {
        matches!(self.kind, Kind::Number | Kind::Date)
    }

    /// In words.
    pub fn view(&self, words: &Words) -> FilterKey {
        let kind = match self.kind {
            Kind::Text => FilterKeyKind::Text,
            Kind::Code | Kind::Country | Kind::Place | Kind::Indicator | Kind::HsCode => FilterKeyKind::Code,
            Kind::Number => FilterKeyKind::Number,
            Kind::Date => FilterKeyKind::Date,
            Kind::Choice(_) | Kind::Finding => FilterKeyKind::Choice,
            Kind::Flag => FilterKeyKind::Flag,
        };
        let choice = |value: &str| {
            let key = match self.kind {
                Kind::Finding if FINDINGS.contains(&value) => format!("finding-{}", value.replace('_', "-")),
                _ => format!("filter-value-{value}"),
            };
            Choice { value: value.to_owned(), label: words.label(&key) }
        };
        FilterKey {
            key: self.name.to_owned(),
            kind,
            choices: self.choices().into_iter().map(choice).collect(),
            label: words.label(&format!("filter-{}", self.name.replace('_', "-"))),
            example: self.example.to_owned(),
        }
    }
}
