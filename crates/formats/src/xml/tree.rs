//! A message as a tree of elements that borrows its text.

use super::scan::{Sink, local_name, scan};
use std::borrow::Cow;
use std::collections::HashMap;
use tidewaiter_model::diagnostic::Diagnostic;

/// Stands for no node.
pub(crate) const NONE: u32 = u32::MAX;

/// An element.
#[derive(Debug, Clone)]
pub(crate) struct Node<'a> {
    /// Its name without prefix.
    pub(crate) name: &'a str,
    /// Number of its namespace among [`Tree::namespaces`]; 0 stands for none.
    pub(crate) namespace: u32,
    /// The element around it, its first child and its next sibling; [`NONE`] where there is none.
    pub(crate) parent: u32,
    pub(crate) first: u32,
    pub(crate) next: u32,
    /// How many elements stand in it.
    pub(crate) elements: u32,
    /// Bytes of the start tag and of the end tag in the text.
    pub(crate) start: u64,
    pub(crate) start_tag_end: u64,
    pub(crate) end_tag: u64,
    pub(crate) end: u64,
    /// Its own text, line ends as line feeds, references replaced.
    pub(crate) text: Cow<'a, str>,
    /// Attributes other than namespace declarations: number of the namespace and name without prefix.
    pub(crate) attributes: Vec<(u32, String)>,
}

/// The elements of a message in their order; the first is the root.
#[derive(Debug, Default)]
pub(crate) struct Tree<'a> {
    pub(crate) nodes: Vec<Node<'a>>,
    /// Namespace names; the first stands for none.
    pub(crate) namespaces: Vec<String>,
}

impl<'a> Tree<'a> {
    /// Reads a message, whatever its root.
    pub(crate) fn read(text: &'a str) -> Result<Tree<'a>, Diagnostic> {
        let mut builder = Builder::default();
        builder.tree.namespaces.push(String::new());
        // A prefix bound to nothing is undone; `xml` is bound from the start.
        builder.numbers.insert(String::new(), 0);
        builder.tree.namespaces.push(XML_NAMESPACE.to_owned());
        builder.numbers.insert(XML_NAMESPACE.to_owned(), 1);
        match scan(text, &mut builder) {
            Some(fault) => Err(fault),
            None => Ok(builder.tree),
        }
    }

    pub(crate) fn get(&self, number: u32) -> Option<&Node<'a>> {
        self.nodes.get(number as usize)
    }

    /// The children of an element, with their numbers.
    pub(crate) fn children(&self, number: u32) -> impl Iterator<Item = (u32, &Node<'a>)> {
        let mut next = self.get(number).map_or(NONE, |node| node.first);
        std::iter::from_fn(move || {
            let node = self.nodes.get(next as usize)?;
            Some((std::mem::replace(&mut next, node.next), node))
        })
    }

    /// A namespace by its number; empty for none.
    pub(crate) fn namespace(&self, number: u32) -> &str {
        self.namespaces.get(number as usize).map_or("", String::as_str)
    }
}

const XML_NAMESPACE: &str = "http://www.w3.org/XML/1998/namespace";

#[derive(Default)]
struct Builder<'a> {
    tree: Tree<'a>,
    /// Open elements: node, its last child so far, namespace declarations in front of it.
    open: Vec<(u32, u32, usize)>,
    /// Declarations in force: prefix and number of the namespace.
    declared: Vec<(String, u32)>,
    /// Numbers of the namespaces.
    numbers: HashMap<String, u32>,
    /// Prefix of the element that was opened last.
    prefix: &'a str,
}

impl Builder<'_> {
    fn lookup(&self, prefix: &str) -> Option<u32> {
        self.declared.iter().rev().find(|(declared, _)| declared == prefix).map(|(_, number)| *number)
    }

    fn must(&self, prefix: &str) -> Result<u32, &'static str> {
        let found =
            if prefix == "xml" { self.numbers.get(XML_NAMESPACE).copied() } else { self.lookup(prefix) };
        found.filter(|number| *number > 0).ok_or("a prefix that is declared")
    }
}

impl<'a> Sink<'a> for Builder<'a> {
    fn roots(&self) -> &'static str {
        "a root element"
    }

    fn root(&mut self, _name: &str) -> bool {
        true
    }

    fn open(&mut self, qualified: &'a str, start: u64, end: u64) {
        let number = self.tree.nodes.len() as u32;
        let mut parent = NONE;
        if let Some((open, last, _)) = self.open.last_mut() {
            parent = *open;
            let before = std::mem::replace(last, number);
            if let Some(before) = self.tree.nodes.get_mut(before as usize) {
                before.next = number;
            } else if let Some(open) = self.tree.nodes.get_mut(parent as usize) {
                open.first = number;
            }
            if let Some(open) = self.tree.nodes.get_mut(parent as usize) {
                open.elements += 1;
            }
        }
        self.open.push((number, NONE, self.declared.len()));
        let name = local_name(qualified);
        self.prefix = qualified.strip_suffix(name).unwrap_or_default().trim_end_matches(':');
        self.tree.nodes.push(Node {
            name,
            namespace: 0,
            parent,
            first: NONE,
            next: NONE,
            elements: 0,
            start,
            start_tag_end: end,
            end_tag: end,
            end,
            text: Cow::Borrowed(""),
            attributes: Vec::new(),
        });
    }

    fn attribute(&mut self, name: &str, _value: String) {
        if let Some(node) = self.tree.nodes.last_mut() {
            // The prefix is looked up once all declarations of the element are known.
            node.attributes.push((0, name.to_owned()));
        }
    }

    fn namespace(&mut self, prefix: &str, uri: String) {
        let number = match self.numbers.get(&uri) {
            Some(number) => *number,
            None => {
                let number = self.tree.namespaces.len() as u32;
                self.tree.namespaces.push(uri.clone());
                self.numbers.insert(uri, number);
                number
            }
        };
        self.declared.push((prefix.to_owned(), number));
    }

    fn opened(&mut self) -> Result<(), &'static str> {
        let prefix = self.prefix;
        let namespace = if prefix.is_empty() { self.lookup("").unwrap_or(0) } else { self.must(prefix)? };
        let attributes = match self.tree.nodes.last_mut() {
            Some(node) => {
                node.namespace = namespace;
                std::mem::take(&mut node.attributes)
            }
            None => return Ok(()),
        };
        let mut resolved = Vec::with_capacity(attributes.len());
        for (_, name) in attributes {
            let entry = match name.split_once(':') {
                Some((prefix, local)) => (self.must(prefix)?, local.to_owned()),
                None => (0, name),
            };
            resolved.push(entry);
        }
        if let Some(node) = self.tree.nodes.last_mut() {
            node.attributes = resolved;
        }
        Ok(())
    }

    fn text(&mut self, text: Cow<'a, str>, start: u64, end: u64) {
        let Some((number, ..)) = self.open.last() else { return };
        let Some(node) = self.tree.nodes.get_mut(*number as usize) else { return };
        // A character reference to a carriage return is one; an end of line as the file has it is a line feed.
        let written = end - start == text.len() as u64;
        let text = if written && memchr::memchr(b'\r', text.as_bytes()).is_some() {
            Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
        } else {
            text
        };
        if node.text.is_empty() {
            node.text = text;
        } else if !(node.elements > 0 && text.trim_ascii().is_empty()) {
            node.text.to_mut().push_str(&text);
        }
    }

    fn close(&mut self, start: u64, end: u64) {
        let Some((number, _, declared)) = self.open.pop() else { return };
        self.declared.truncate(declared);
        if let Some(node) = self.tree.nodes.get_mut(number as usize) {
            (node.end_tag, node.end) = (start, end);
        }
    }

    fn here(&self) -> String {
        let names = self.open.iter().filter_map(|(number, ..)| self.tree.get(*number));
        names.fold(String::new(), |path, node| path + "/" + node.name)
    }
}
