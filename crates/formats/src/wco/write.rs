//! Messages as XML.

use super::table::{Kind, Node, Occurrence, table};
use super::value;
use crate::ELEMENTS_MAX;
use serde_json::{Map, Value};
use std::collections::HashMap;
use tidewaiter_model::customs::CustomsMessage;

const ENVELOPE: &str = "urn:wco:datamodel:WCO:DocumentMetaData-DMS:2";
const DECLARATION: &str = "urn:wco:datamodel:WCO:DEC-DMS:2";
const DECLARATION_TYPES: &str = "urn:wco:datamodel:WCO:Declaration_DS:DMS:2";
const RESPONSE: &str = "urn:wco:datamodel:WCO:RES-DMS:2";
const RESPONSE_TYPES: &str = "urn:wco:datamodel:WCO:Response_DS:DMS:2";

/// An element to be written.
#[derive(Debug, Default)]
struct Out {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
    children: Vec<Out>,
    /// Where the children of each name stand, and how many children that counts.
    index: (HashMap<String, Vec<usize>>, usize),
}

impl Out {
    fn new(name: &str) -> Out {
        Out { name: name.to_owned(), ..Out::default() }
    }

    /// The `number`th child of a name, made if it is not there.
    fn child(&mut self, name: &str, number: usize) -> &mut Out {
        let number = number.clamp(1, ELEMENTS_MAX as usize);
        let (places, counted) = &mut self.index;
        for (at, child) in self.children.iter().enumerate().skip(*counted) {
            places.entry(child.name.clone()).or_default().push(at);
        }
        let of_name = places.entry(name.to_owned()).or_default();
        while of_name.len() < number {
            of_name.push(self.children.len());
            self.children.push(Out::new(name));
        }
        let place = of_name[number - 1];
        *counted = self.children.len();
        &mut self.children[place]
    }
}

/// One step of a path: a name and, in brackets, which of several.
fn step(text: &str) -> (&str, usize) {
    let (name, number) = text.split_once('[').unwrap_or((text, "1]"));
    (name, number.trim_end_matches(']').parse().unwrap_or(1))
}

/// Writes a message: well-formed XML in UTF-8, its elements in the order of the table, what is carried in its place.
///
/// Reading it back gives the same record. Prefixes are our own, and an element that came out of order stands in order.
pub fn write(message: &CustomsMessage) -> Vec<u8> {
    let mut body = Vec::new();
    if let Some(declaration) = &message.declaration {
        body.push(element("Declaration", &table().declaration, &json(declaration)));
    }
    for response in &message.responses {
        body.push(element("Response", &table().response, &json(response)));
    }
    if let Some(envelope) = &message.envelope {
        let mut wrapped = element("MetaData", &table().envelope, &json(envelope));
        wrapped.children.append(&mut body);
        body.push(wrapped);
    }
    let mut root = Out::default();
    let mut inner = &mut root;
    for name in &message.enclosing {
        let (name, number) = step(name);
        inner = inner.child(name, number);
    }
    inner.children.append(&mut body);
    for carried in &message.carried {
        place(&mut root, &carried.path, &carried.value);
    }
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // A document has one root.
    if let Some(first) = root.children.first() {
        emit(&mut xml, first, 0, Space::default());
    }
    xml.into_bytes()
}

fn json(record: &impl serde::Serialize) -> Map<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

fn element(name: &str, node: &Node, fields: &Map<String, Value>) -> Out {
    Out { children: group(node, fields), ..Out::new(name) }
}

fn group(node: &Node, fields: &Map<String, Value>) -> Vec<Out> {
    let mut out = Vec::new();
    for child in &node.children {
        let Some(field) = child.field else {
            let children = group(child, fields);
            if !children.is_empty() {
                out.push(Out { children, ..Out::new(child.name) });
            }
            continue;
        };
        match fields.get(field) {
            Some(Value::Array(values)) => out.extend(values.iter().map(|value| one(child, value))),
            None | Some(Value::Null) => {}
            Some(value) => {
                let made = one(child, value);
                let hollow = child.kind == Kind::Group && made.children.is_empty();
                if child.occurrence == Occurrence::Many || !hollow {
                    out.push(made);
                }
            }
        }
    }
    out
}

fn one(node: &Node, value: &Value) -> Out {
    let mut out = Out::new(node.name);
    match (node.kind, value) {
        (Kind::Group, Value::Object(fields)) => out.children = group(node, fields),
        (Kind::Group, _) => {}
        (Kind::Time, _) => out.children.push(leaf("DateTimeString", Kind::Time, value)),
        (kind, _) => out = leaf(node.name, kind, value),
    }
    out
}

fn leaf(name: &str, kind: Kind, value: &Value) -> Out {
    let attributes = value::attribute_of(kind, value);
    let attributes = attributes.map(|(name, text)| (name.to_owned(), text.to_owned())).into_iter().collect();
    Out { attributes, text: value::text(kind, value), ..Out::new(name) }
}

/// Puts what is carried where it stood.
fn place(root: &mut Out, path: &str, value: &str) {
    let mut at = root;
    for step in path.split('/').filter(|step| !step.is_empty()) {
        if step == "text()" {
            break;
        }
        if let Some(name) = step.strip_prefix('@') {
            at.attributes.retain(|(known, _)| known != name);
            at.attributes.push((name.to_owned(), value.to_owned()));
            return;
        }
        let (name, number) = self::step(step);
        at = at.child(name, number);
    }
    value.clone_into(&mut at.text);
}

/// The namespaces in force, so that each is declared once.
#[derive(Debug, Clone, Copy, Default)]
struct Space {
    enveloped: bool,
    typed: bool,
}

fn emit(xml: &mut String, out: &Out, depth: usize, space: Space) {
    let indent = "  ".repeat(depth);
    let (mut space, mut declared, mut prefix) = (space, String::new(), "");
    match out.name.as_str() {
        "MetaData" if !space.typed => {
            (declared, prefix) = (format!(" xmlns:md=\"{ENVELOPE}\""), "md:");
            space.enveloped = true;
        }
        "Declaration" if !space.typed => {
            declared = format!(" xmlns=\"{DECLARATION}\" xmlns:ds=\"{DECLARATION_TYPES}\"");
            space.typed = true;
        }
        "Response" if !space.typed => {
            declared = format!(" xmlns=\"{RESPONSE}\" xmlns:ds=\"{RESPONSE_TYPES}\"");
            space.typed = true;
        }
        "DateTimeString" if space.typed => prefix = "ds:",
        _ if space.enveloped && !space.typed => prefix = "md:",
        _ => {}
    }
    xml.push_str(&format!("{indent}<{prefix}{}{declared}", out.name));
    for (name, value) in &out.attributes {
        xml.push_str(&format!(" {name}=\""));
        escape(xml, value, true);
        xml.push('"');
    }
    xml.push('>');
    escape(xml, &out.text, false);
    if !out.children.is_empty() {
        xml.push('\n');
        for child in &out.children {
            emit(xml, child, depth + 1, space);
        }
        xml.push_str(&indent);
    }
    xml.push_str(&format!("</{prefix}{}>\n", out.name));
}

fn escape(xml: &mut String, text: &str, attribute: bool) {
    for character in text.chars() {
        match character {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' if attribute => xml.push_str("&quot;"),
            '\r' => xml.push_str("&#13;"),
            '\n' | '\t' if attribute => xml.push_str(&format!("&#{};", u32::from(character))),
            // XML 1.0 has no place for other control characters, not even escaped.
            '\u{0}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {
                xml.push('\u{FFFD}');
            }
            other => xml.push(other),
        }
    }
}
