//! The structure of the ICS messages that are read, from a table, and whether a message keeps to it.

mod types;
mod validate;

pub(crate) use types::LeafType;
pub(crate) use validate::{Validated, location, text_span, validate};

use std::sync::OnceLock;

const TABLE: &str = include_str!("structure.txt");

/// The element of a schema that is not in it.
pub(crate) const NO_ELEMENT: u16 = u16::MAX;

/// An element at its one place in a message.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: &'static str,
    /// The group around it; [`NO_ELEMENT`] of the root.
    pub(crate) parent: u16,
    pub(crate) occurs_min: u32,
    pub(crate) occurs_max: u32,
    /// `None` of a group.
    pub(crate) leaf: Option<LeafType>,
    /// The elements of a group in their order.
    pub(crate) children: Vec<u16>,
}

/// The elements of one message; the first is the root.
#[derive(Debug)]
pub(crate) struct Schema {
    pub(crate) message: &'static str,
    pub(crate) namespace: &'static str,
    pub(crate) elements: Vec<Element>,
}

impl Schema {
    /// The schema of a message by the name of its root.
    pub(crate) fn of(message: &str) -> Option<&'static Schema> {
        static SCHEMAS: OnceLock<[Schema; 2]> = OnceLock::new();
        let schemas = SCHEMAS.get_or_init(|| {
            [
                Schema::load("CC315A", "http://ics.dgtaxud.ec/CC315A"),
                Schema::load("CC313A", "http://ics.dgtaxud.ec/CC313A"),
            ]
        });
        schemas.iter().find(|schema| schema.message == message)
    }

    pub(crate) fn get(&self, element: u16) -> Option<&Element> {
        self.elements.get(usize::from(element))
    }

    /// The element of this name in a group.
    pub(crate) fn child(&self, group: u16, name: &str) -> Option<u16> {
        let children = &self.get(group)?.children;
        children.iter().copied().find(|child| self.get(*child).is_some_and(|element| element.name == name))
    }

    fn load(message: &'static str, namespace: &'static str) -> Schema {
        let root = Element {
            name: message,
            parent: NO_ELEMENT,
            occurs_min: 1,
            occurs_max: 1,
            leaf: None,
            children: Vec::new(),
        };
        let mut schema = Schema { message, namespace, elements: vec![root] };
        // Open groups by indentation; the root is open all the time.
        let mut open: Vec<u16> = vec![0];
        for line in TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let depth = (line.len() - line.trim_start().len()) / 2;
            let mut words = line.split_ascii_whitespace();
            let (Some(name), Some(occurs)) = (words.next(), words.next()) else { continue };
            let (mut leaf, mut only) = (None, None);
            for word in words {
                match LeafType::of(word) {
                    Some(kind) => leaf = Some(kind),
                    None => only = Some(word),
                }
            }
            open.truncate(depth + 1);
            if only.is_some_and(|only| only != message) {
                // What stands in a group of another message goes with it.
                open.push(NO_ELEMENT);
                continue;
            }
            let parent = open.last().copied().unwrap_or_default();
            if parent == NO_ELEMENT {
                continue;
            }
            let number = schema.elements.len() as u16;
            let (occurs_min, occurs_max) = occurrence(occurs);
            if let Some(parent) = schema.elements.get_mut(usize::from(parent)) {
                parent.children.push(number);
            }
            schema.elements.push(Element {
                name,
                parent,
                occurs_min,
                occurs_max,
                leaf,
                children: Vec::new(),
            });
            open.push(number);
        }
        schema
    }
}

fn occurrence(word: &str) -> (u32, u32) {
    match word {
        "1" => (1, 1),
        "?" => (0, 1),
        "+" => (1, u32::MAX),
        "*" => (0, u32::MAX),
        _ => (0, word.trim_start_matches('.').parse().unwrap_or(0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_to_its_last_word() {
        for line in TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let words: Vec<&str> = line.split_ascii_whitespace().collect();
            assert!(occurrence(words[1]).1 > 0, "{line}");
            for word in &words[2..] {
                assert!(LeafType::of(word).is_some() || Schema::of(word).is_some(), "{line}");
            }
        }
        let declaration = Schema::of("CC315A").unwrap();
        let amendment = Schema::of("CC313A").unwrap();
        assert_eq!(declaration.elements.len() - 2, amendment.elements.len());
        for schema in [declaration, amendment] {
            for element in &schema.elements {
                assert_eq!(element.leaf.is_none(), !element.children.is_empty(), "{}", element.name);
            }
        }
        assert!(amendment.child(0, "CUSOFFLON").is_none());
        let header = amendment.child(0, "HEAHEA").unwrap();
        assert!(
            amendment.child(header, "DocNumHEA5").is_some()
                && amendment.child(header, "RefNumHEA4").is_none()
        );
    }
}
