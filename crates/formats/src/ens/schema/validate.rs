//! Whether a message keeps to its schema: every deviation with its place.

use super::{Element, NO_ELEMENT, Schema};
use crate::check::{CheckError, ERRORS_MAX, Leaves};
use crate::xml::{Node, Tree};
use std::collections::HashMap;
use tidewaiter_model::provenance::ByteSpan;

const SCHEMA_INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// What validating a message found.
pub(crate) struct Validated {
    /// For each node its element of the schema, or [`NO_ELEMENT`].
    pub(crate) elements: Vec<u16>,
    /// For each node the how manieth of its name among its siblings it is, from 1.
    pub(crate) ordinals: Vec<u32>,
    pub(crate) errors: Vec<CheckError>,
    pub(crate) leaves: Leaves,
}

/// Compares a message, whose first node is the root, with its schema.
pub(crate) fn validate(tree: &Tree<'_>, schema: &Schema) -> Validated {
    let mut run = Run {
        tree,
        schema,
        strangers: HashMap::new(),
        found: Validated {
            elements: vec![NO_ELEMENT; tree.nodes.len()],
            ordinals: vec![1; tree.nodes.len()],
            errors: Vec::new(),
            leaves: Leaves::default(),
        },
    };
    if let Some(root) = tree.get(0) {
        run.found.elements[0] = 0;
        if tree.namespace(root.namespace) != schema.namespace {
            let span = name_span(root);
            run.say(
                0,
                "15",
                span,
                &format!("the namespace {}", schema.namespace),
                tree.namespace(root.namespace),
            );
        }
    }
    // Parents stand in front of their children, so every node has its element when its turn comes.
    for number in 0..tree.nodes.len() as u32 {
        run.node(number);
    }
    run.found
}

/// The path of a node, such as `/ie:CC315A[1]/GOOITEGDS[2]`.
pub(crate) fn location(tree: &Tree<'_>, ordinals: &[u32], number: u32) -> String {
    let mut numbers = Vec::new();
    let mut next = number;
    while let Some(node) = tree.get(next) {
        numbers.push(next);
        next = node.parent;
    }
    let mut path = String::with_capacity(numbers.len() * 20);
    for number in numbers.into_iter().rev() {
        let (name, ordinal) = (tree.nodes[number as usize].name, ordinals[number as usize]);
        path.push('/');
        if number == 0 {
            path.push_str("ie:");
        }
        path.push_str(name);
        path.push('[');
        path.push_str(&ordinal.to_string());
        path.push(']');
    }
    path
}

/// The bytes of a node's text without the blanks around it, or of its start tag where there is none.
pub(crate) fn text_span(node: &Node<'_>) -> ByteSpan {
    if node.first != crate::xml::NONE || node.text.trim_ascii().is_empty() {
        return name_span(node);
    }
    let inner = ByteSpan::new(node.start_tag_end, node.end_tag.saturating_sub(node.start_tag_end));
    match &node.text {
        std::borrow::Cow::Borrowed(text) if text.len() as u64 == inner.len => {
            let front = text.len() - text.trim_ascii_start().len();
            ByteSpan::new(inner.start + front as u64, text.trim_ascii().len() as u64)
        }
        _ => inner,
    }
}

/// The bytes of the name in a node's start tag, prefix and all.
pub(crate) fn name_span(node: &Node<'_>) -> ByteSpan {
    ByteSpan::new(node.start, node.start_tag_end.saturating_sub(node.start))
}

struct Run<'t, 's> {
    tree: &'t Tree<'t>,
    schema: &'s Schema,
    /// How many unknown elements of a name a parent has had.
    strangers: HashMap<(u32, &'t str), u32>,
    found: Validated,
}

impl<'t> Run<'t, '_> {
    fn say(&mut self, number: u32, code: &str, span: ByteSpan, expected: &str, found: &str) {
        self.say_below(number, "", code, span, expected, found);
    }

    fn say_below(
        &mut self,
        number: u32,
        child: &str,
        code: &str,
        span: ByteSpan,
        expected: &str,
        found: &str,
    ) {
        if self.found.errors.len() > ERRORS_MAX {
            return;
        }
        let mut place = location(self.tree, &self.found.ordinals, number);
        if !child.is_empty() {
            place = format!("{place}/{child}[1]");
        }
        let found: String = found.chars().take(tidewaiter_model::diagnostic::FOUND_CHARS_MAX).collect();
        self.found.errors.push(CheckError::new(
            code,
            place,
            span,
            format!("expected {expected}, found `{found}`"),
        ));
    }

    fn node(&mut self, number: u32) {
        let tree = self.tree;
        let Some(node) = tree.get(number) else { return };
        let element = self.found.elements[number as usize];
        let is_leaf = node.elements == 0;
        if is_leaf {
            self.found.leaves.total += 1;
        }
        let Some(element) = self.schema.get(element) else {
            self.found.leaves.carried += u64::from(is_leaf);
            // What stands in an unknown element has its place all the same.
            return tree.children(number).for_each(|(child, node)| self.stranger(number, child, node.name));
        };
        if number > 0 && node.namespace != 0 {
            self.say(
                number,
                "15",
                name_span(node),
                "an element without namespace",
                self.tree.namespace(node.namespace),
            );
        }
        self.attributes(number, node);
        let taken = element.leaf.is_some() && !node.text.trim_ascii().is_empty();
        self.found.leaves.mapped += u64::from(is_leaf && taken);
        self.found.leaves.carried += u64::from(is_leaf && !taken);
        match element.leaf {
            Some(kind) => {
                if let Some((child, inner)) = tree.children(number).next() {
                    self.stranger(number, child, inner.name);
                    self.say(child, "15", name_span(inner), "text and no element", inner.name);
                } else if let Some(fault) = kind.fault(&node.text) {
                    self.say(number, fault.code, text_span(node), &fault.expected, node.text.trim_ascii());
                }
                tree.children(number)
                    .skip(1)
                    .for_each(|(child, inner)| self.stranger(number, child, inner.name));
            }
            None => self.group(number, node, element),
        }
    }

    fn attributes(&mut self, number: u32, node: &Node<'_>) {
        for (namespace, name) in &node.attributes {
            let hint = matches!(name.as_str(), "schemaLocation" | "noNamespaceSchemaLocation");
            if !(hint && self.tree.namespace(*namespace) == SCHEMA_INSTANCE) {
                self.say(number, "15", name_span(node), "no attribute", name);
            }
        }
    }

    fn stranger(&mut self, parent: u32, child: u32, name: &'t str) {
        let count = self.strangers.entry((parent, name)).or_insert(0);
        *count += 1;
        self.found.ordinals[child as usize] = *count;
    }

    /// The children of a group: those of the schema, in their order, as often as it allows.
    fn group(&mut self, number: u32, node: &Node<'t>, element: &Element) {
        let text = node.text.trim_ascii();
        if !text.is_empty() {
            self.say(number, "15", name_span(node), "elements and no text between them", text);
        }
        let (tree, schema) = (self.tree, self.schema);
        let wanted = |at: usize| element.children.get(at).and_then(|child| schema.get(*child));
        let mut counts = vec![0u32; element.children.len()];
        let mut at = 0;
        for (child, inner) in tree.children(number) {
            let place = (at..counts.len())
                .chain(0..at)
                .find(|place| wanted(*place).is_some_and(|wanted| wanted.name == inner.name));
            let Some(place) = place else {
                self.stranger(number, child, inner.name);
                let expected = format!("an element of {}", element.name);
                self.say(child, "15", name_span(inner), &expected, inner.name);
                continue;
            };
            counts[place] = counts[place].saturating_add(1);
            self.found.elements[child as usize] = element.children[place];
            self.found.ordinals[child as usize] = counts[place];
            let Some(known) = wanted(place) else { continue };
            if counts[place] == known.occurs_max.saturating_add(1) && known.occurs_max < u32::MAX {
                let expected = format!("{} at most {} times", known.name, known.occurs_max);
                self.say(child, "35", name_span(inner), &expected, &format!("one more {}", known.name));
            }
            if place < at {
                let before = wanted(at).map_or("", |before| before.name);
                let expected = format!("{} in front of {before}", known.name);
                self.say(child, "15", name_span(inner), &expected, inner.name);
            }
            at = at.max(place);
        }
        for (place, count) in counts.iter().enumerate() {
            let Some(known) = wanted(place).filter(|known| *count < known.occurs_min) else { continue };
            let expected = format!("{} in {}", known.name, element.name);
            self.say_below(number, known.name, "13", name_span(node), &expected, "nothing");
        }
    }
}
