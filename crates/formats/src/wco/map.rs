//! Elements into records, by the table; and what of them is wrong.

use super::table::{Kind, Node, Occurrence};
use super::tree::Tree;
use super::value::{self, Fault};
use crate::check::ERRORS_MAX;
use serde_json::{Map, Value};
use tidewaiter_model::customs::Carried;
use tidewaiter_model::diagnostic::{Diagnostic, Severity};
use tidewaiter_model::provenance::ByteSpan;

/// Fills records from a tree.
pub(crate) struct Mapper<'t, 'a> {
    pub(crate) tree: &'t Tree<'a>,
    pub(crate) carried: Vec<Carried>,
    /// Leaves that a field took.
    pub(crate) mapped: u64,
    /// Leaves that are carried instead.
    pub(crate) unmapped: u64,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl<'t, 'a> Mapper<'t, 'a> {
    pub(crate) fn new(tree: &'t Tree<'a>) -> Mapper<'t, 'a> {
        Mapper { tree, carried: Vec::new(), mapped: 0, unmapped: 0, diagnostics: Vec::new() }
    }

    pub(crate) fn say(
        &mut self,
        severity: Severity,
        code: &str,
        at: usize,
        expected: impl Into<String>,
        found: &str,
    ) {
        // Errors go before warnings when there is room for only so many.
        if self.diagnostics.len() > ERRORS_MAX {
            let warning = self.diagnostics.iter().rposition(|said| said.severity == Severity::Warning);
            match warning.filter(|_| severity == Severity::Error) {
                Some(place) => drop(self.diagnostics.remove(place)),
                None => return,
            }
        }
        let element = self.tree.element(at);
        let span = if element.children.is_empty() && element.content.len > 0 {
            element.content
        } else {
            ByteSpan::new(element.span.start, element.content.start.saturating_sub(element.span.start))
        };
        let said =
            Diagnostic { severity, ..Diagnostic::error(code, span, self.tree.path(at), expected, found) };
        self.diagnostics.push(said);
    }

    /// Keeps an element, and all below it, as path and text.
    pub(crate) fn carry(&mut self, at: usize) {
        let tree = self.tree;
        let element = tree.element(at);
        self.carry_attributes(at, &[]);
        if element.children.is_empty() {
            self.unmapped += 1;
            self.carried.push(Carried { path: tree.path(at), value: element.text.clone() });
            return;
        }
        self.carry_text(at);
        for child in &element.children {
            self.carry(*child);
        }
    }

    fn carry_attributes(&mut self, at: usize, known: &[&str]) {
        let tree = self.tree;
        for (name, value) in &tree.element(at).attributes {
            if !known.contains(&name.as_str()) {
                let path = format!("{}/@{name}", tree.path(at));
                self.carried.push(Carried { path, value: value.clone() });
            }
        }
    }

    /// Text between elements, which has no place.
    fn carry_text(&mut self, at: usize) {
        let tree = self.tree;
        let element = tree.element(at);
        if !element.text.trim().is_empty() {
            let found = element.text.trim();
            self.say(Severity::Error, "WCO-TEXT", at, "no text between elements", found);
            let path = format!("{}/text()", tree.path(at));
            self.carried.push(Carried { path, value: found.to_owned() });
        }
    }

    /// What stands around a message: attributes, text, and the elements beside `next` but those of some names that are
    /// the message itself when there is no `next`.
    pub(crate) fn around(&mut self, at: usize, next: Option<usize>, message: &[&str]) {
        let tree = self.tree;
        self.carry_attributes(at, &[]);
        self.carry_text(at);
        for child in &tree.element(at).children {
            let own = next.is_none() && message.contains(&tree.element(*child).name);
            if Some(*child) != next && !own {
                self.carry(*child);
            }
        }
    }

    /// The elements of `at` into `object`.
    pub(crate) fn group(&mut self, node: &Node, at: usize, object: &mut Map<String, Value>) {
        self.group_without(node, at, object, &[]);
    }

    /// The same, passing over elements of some names.
    pub(crate) fn group_without(
        &mut self,
        node: &Node,
        at: usize,
        object: &mut Map<String, Value>,
        passed: &[&str],
    ) {
        let tree = self.tree;
        self.carry_attributes(at, &[]);
        self.carry_text(at);
        let mut seen = vec![false; node.children.len()];
        for child in &tree.element(at).children {
            let name = tree.element(*child).name;
            if passed.contains(&name) {
                continue;
            }
            let Some((place, known)) = node.child(name) else {
                let expected = format!("an element that {} has here", tree.element(at).name);
                self.say(Severity::Error, "WCO-ELEMENT", *child, expected, name);
                self.carry(*child);
                continue;
            };
            if seen[place] && known.occurrence != Occurrence::Many {
                self.say(Severity::Error, "WCO-REPEATED", *child, format!("{name} at most once"), name);
                self.carry(*child);
                continue;
            }
            seen[place] = true;
            self.element(known, *child, object);
        }
        for (known, seen) in node.children.iter().zip(seen) {
            if known.occurrence == Occurrence::Once && !seen {
                self.say(Severity::Error, "WCO-REQUIRED", at, format!("{} in here", known.name), "none");
            }
        }
    }

    fn element(&mut self, node: &Node, at: usize, object: &mut Map<String, Value>) {
        let value = match node.kind {
            Kind::Group => {
                let Some(field) = node.field else {
                    if self.holds_elements(node, at) {
                        self.group(node, at, object);
                    }
                    return;
                };
                let mut inner = Map::new();
                let full = self.holds_elements(node, at);
                if full {
                    self.group(node, at, &mut inner);
                }
                // An empty element of a list keeps its place in it.
                if !full && node.occurrence != Occurrence::Many {
                    return;
                }
                put(object, field, node.occurrence, Value::Object(inner));
                return;
            }
            Kind::Time => self.time(node, at),
            _ => self.leaf(node, at),
        };
        if let (Some(field), Some(value)) = (node.field, value) {
            put(object, field, node.occurrence, value);
        }
    }

    /// Whether an element that should hold others does; if not it is carried.
    fn holds_elements(&mut self, node: &Node, at: usize) -> bool {
        let tree = self.tree;
        if !tree.is_leaf(at) {
            return true;
        }
        let text = tree.element(at).text.trim();
        if text.is_empty() {
            self.say(Severity::Warning, "WCO-EMPTY", at, format!("elements in {}", node.name), "nothing");
        } else {
            self.say(Severity::Error, "WCO-TYPE", at, format!("elements in {}", node.name), text);
        }
        self.carry(at);
        false
    }

    fn time(&mut self, node: &Node, at: usize) -> Option<Value> {
        let tree = self.tree;
        let inner = match tree.element(at).children.as_slice() {
            [inner] if tree.element(*inner).name == "DateTimeString" && tree.is_leaf(*inner) => *inner,
            _ => {
                let expected = format!("one DateTimeString in {}", node.name);
                let found = tree.element(at).text.trim();
                let found = if found.is_empty() { "something else" } else { found };
                self.say(Severity::Error, "WCO-TYPE", at, expected, found);
                self.carry(at);
                return None;
            }
        };
        self.carry_attributes(at, &[]);
        self.carry_text(at);
        self.carry_attributes(inner, &["formatCode"]);
        let element = tree.element(inner);
        let format = element.attributes.iter().find(|(name, _)| name == "formatCode");
        let text = element.text.trim();
        let (value, fault) = value::time(text, format.map(|(_, format)| format.as_str()));
        self.fault(inner, fault);
        self.keep_spelling(inner, text);
        self.mapped += 1;
        Some(value)
    }

    fn leaf(&mut self, node: &Node, at: usize) -> Option<Value> {
        let tree = self.tree;
        if !tree.is_leaf(at) {
            let expected = format!("{} in {}", node.kind.words(), node.name);
            self.say(Severity::Error, "WCO-TYPE", at, expected, "elements");
            self.carry(at);
            return None;
        }
        let element = tree.element(at);
        let text = element.text.trim();
        let attribute = value::attribute(node.kind);
        let stated = element.attributes.iter().find(|(name, _)| Some(name.as_str()) == attribute);
        let (value, faults) = value::read(node.kind, text, stated.map(|(_, value)| value.as_str()));
        for fault in faults {
            self.fault(at, Some(fault));
        }
        let Some(value) = value else {
            self.carry(at);
            return None;
        };
        self.carry_attributes(at, attribute.as_slice());
        self.keep_spelling(at, &value::text(node.kind, &value));
        self.mapped += 1;
        Some(value)
    }

    fn fault(&mut self, at: usize, fault: Option<Fault>) {
        if let Some(Fault { severity, code, expected, found }) = fault {
            self.say(severity, code, at, expected, &found);
        }
    }

    /// Keeps the text of a leaf beside its value when the value would be written otherwise.
    fn keep_spelling(&mut self, at: usize, written: &str) {
        let element = self.tree.element(at);
        if element.text != written {
            self.carried.push(Carried { path: self.tree.path(at), value: element.text.clone() });
        }
    }
}

fn put(object: &mut Map<String, Value>, field: &str, occurrence: Occurrence, value: Value) {
    if occurrence != Occurrence::Many {
        object.insert(field.to_owned(), value);
        return;
    }
    if let Value::Array(values) = object.entry(field).or_insert_with(|| Value::Array(Vec::new())) {
        values.push(value);
    }
}
