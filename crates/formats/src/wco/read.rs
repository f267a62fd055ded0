//! Bytes into messages.

use super::map::Mapper;
use super::table::{Node, table};
use super::tree::{Tree, parse};
use crate::check::Leaves;
use crate::xml::Source;
use serde_json::{Map, Value};
use tidewaiter_model::customs::{CustomsMessage, Declaration, Response};
use tidewaiter_model::diagnostic::{Diagnostic, Severity};

/// Which message it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageKind {
    /// A declaration, its amendment or cancellation.
    Declaration,
    /// Answers.
    Response,
}

impl MessageKind {
    /// The name in the data model: `DEC` or `RES`.
    pub const fn as_str(self) -> &'static str {
        match self {
            MessageKind::Declaration => "DEC",
            MessageKind::Response => "RES",
        }
    }
}

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// Which message it is; `None` when it is neither.
    pub kind: Option<MessageKind>,
    /// The message; `None` when it could not be taken apart.
    pub message: Option<CustomsMessage>,
    /// Its leaf elements.
    pub leaves: Leaves,
    /// What is wrong with it, in the order of places, spans counted in the message's bytes.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads one message: a declaration or answers, in any prefixes, with or without its envelope, wrapped or not.
pub fn read(bytes: &[u8]) -> Reading {
    let source = match Source::decode(bytes) {
        Ok(source) => source,
        Err(fault) => return Reading { diagnostics: vec![fault], ..Reading::default() },
    };
    let mut reading = match parse(&source) {
        Ok(tree) => read_tree(&tree),
        Err(fault) => Reading { diagnostics: vec![*fault], ..Reading::default() },
    };
    for said in &mut reading.diagnostics {
        said.span = source.original(said.span);
    }
    reading
}

/// The elements from the root down to the one that holds declaration or answers, and whether it is the envelope.
fn holder(tree: &Tree<'_>) -> Option<(Vec<usize>, bool)> {
    let first = |names: &[&str]| {
        tree.elements.iter().position(|element| names.contains(&element.name) && !element.children.is_empty())
    };
    let (last, enveloped) = match first(&["MetaData"]) {
        Some(envelope) => (Some(envelope), true),
        None => (tree.element(first(&["Declaration", "Response"])?).parent, false),
    };
    let mut chain = Vec::new();
    let mut next = last;
    while let Some(at) = next {
        chain.push(at);
        next = tree.element(at).parent;
    }
    chain.reverse();
    Some((chain, enveloped))
}

fn read_tree(tree: &Tree<'_>) -> Reading {
    let mut mapper = Mapper::new(tree);
    let mut message = CustomsMessage::default();
    let leaves = (0..tree.elements.len()).filter(|at| tree.is_leaf(*at)).count() as u64;
    let Some((chain, enveloped)) = holder(tree) else {
        let expected = "a WCO declaration or response: MetaData, Declaration or Response";
        mapper.say(Severity::Error, "WCO-ROOT", 0, expected, tree.element(0).name);
        return Reading { diagnostics: mapper.diagnostics, ..Reading::default() };
    };
    let holding = chain.last().copied();
    let outside = if enveloped { &chain[..chain.len() - 1] } else { &chain };
    let step = |at: &usize| {
        let element = tree.element(*at);
        if element.number > 1 {
            format!("{}[{}]", element.name, element.number)
        } else {
            element.name.to_owned()
        }
    };
    message.enclosing = outside.iter().map(step).collect();
    for (place, at) in outside.iter().enumerate() {
        mapper.around(*at, chain.get(place + 1).copied(), &["Declaration", "Response"]);
    }
    if let Some(envelope) = holding.filter(|_| enveloped) {
        let mut fields = Map::new();
        mapper.group_without(&table().envelope, envelope, &mut fields, &["Declaration", "Response"]);
        message.envelope = record(&mut mapper, envelope, fields);
    }
    let bodies: Vec<usize> = match holding {
        Some(at) => tree.element(at).children.clone(),
        None => vec![0],
    };
    for at in bodies {
        body(&mut mapper, at, &mut message);
    }
    if message.declaration.is_none() && message.responses.is_empty() {
        let at = holding.unwrap_or(0);
        mapper.say(Severity::Error, "WCO-BODY", at, "Declaration or Response in the envelope", "neither");
    }
    if let Some(declaration) = &message.declaration {
        super::totals::check(&mut mapper, declaration);
    }
    let kind = match (&message.declaration, message.responses.is_empty()) {
        (Some(_), _) => Some(MessageKind::Declaration),
        (None, false) => Some(MessageKind::Response),
        (None, true) => None,
    };
    let Mapper { mut carried, mapped, unmapped, mut diagnostics, .. } = mapper;
    diagnostics.sort_by_key(|said| said.span.start);
    // Elements may come in any order; what is kept of them has one.
    carried.sort_by(|one, other| one.path.cmp(&other.path));
    message.carried = carried;
    let leaves = Leaves { total: leaves, mapped, carried: unmapped };
    debug_assert_eq!(leaves.total, leaves.mapped + leaves.carried, "every leaf is mapped or carried");
    Reading { kind, message: Some(message), leaves, diagnostics }
}

fn body(mapper: &mut Mapper<'_, '_>, at: usize, message: &mut CustomsMessage) {
    let name = mapper.tree.element(at).name;
    let fill = |mapper: &mut Mapper<'_, '_>, node: &Node| {
        let mut fields = Map::new();
        if mapper.tree.is_leaf(at) {
            mapper.carry(at);
        } else {
            mapper.group(node, at, &mut fields);
        }
        fields
    };
    match name {
        "Declaration" if message.declaration.is_none() && !mapper.tree.is_leaf(at) => {
            let fields = fill(mapper, &table().declaration);
            message.declaration = record::<Declaration>(mapper, at, fields).map(Box::new);
        }
        "Declaration" => {
            mapper.say(Severity::Error, "WCO-REPEATED", at, "one declaration, with elements in it", name);
            mapper.carry(at);
        }
        "Response" => {
            let fields = fill(mapper, &table().response);
            message.responses.extend(record::<Response>(mapper, at, fields));
        }
        // Elements of the envelope, or beside a message that has none; these are taken or carried elsewhere.
        _ => {}
    }
}

/// A record from its fields. They are made by the same table that a test holds against the records.
fn record<T: serde::de::DeserializeOwned>(
    mapper: &mut Mapper<'_, '_>,
    at: usize,
    fields: Map<String, Value>,
) -> Option<T> {
    match serde_json::from_value(Value::Object(fields)) {
        Ok(record) => Some(record),
        Err(error) => {
            mapper.say(Severity::Error, "WCO-RECORD", at, "values that fit the record", &error.to_string());
            None
        }
    }
}
