//! A message as a tree of elements.

use crate::xml::{Sink, Source, local_name, scan, without_references};
use std::borrow::Cow;
use std::collections::HashMap;
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::provenance::ByteSpan;

/// One element. Spans are those of the text.
#[derive(Debug, Default)]
pub(crate) struct Element<'a> {
    /// Name without prefix.
    pub(crate) name: &'a str,
    /// Which of its parent's elements of this name it is, from 1.
    pub(crate) number: u32,
    pub(crate) parent: Option<usize>,
    pub(crate) children: Vec<usize>,
    /// Without declarations of namespaces and of where a schema is.
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) text: String,
    /// The element's tags and all between them.
    pub(crate) span: ByteSpan,
    /// What stands between its tags.
    pub(crate) content: ByteSpan,
}

/// All elements, the root first, each before its children.
#[derive(Debug, Default)]
pub(crate) struct Tree<'a> {
    pub(crate) elements: Vec<Element<'a>>,
}

impl<'a> Tree<'a> {
    pub(crate) fn element(&self, at: usize) -> &Element<'a> {
        &self.elements[at]
    }

    pub(crate) fn is_leaf(&self, at: usize) -> bool {
        self.elements[at].children.is_empty()
    }

    /// `/Declaration[1]/GoodsShipment[1]`.
    pub(crate) fn path(&self, at: usize) -> String {
        let mut steps = Vec::new();
        let mut next = Some(at);
        while let Some(at) = next {
            let element = &self.elements[at];
            steps.push(format!("/{}[{}]", element.name, element.number));
            next = element.parent;
        }
        steps.reverse();
        steps.concat()
    }
}

/// Takes a message apart. The first fault ends it, its span that of the text.
///
/// # Errors
/// When it is not well-formed, holds a document type declaration or goes past a limit.
pub(crate) fn parse<'a>(source: &'a Source<'_>) -> Result<Tree<'a>, Box<Diagnostic>> {
    let text: &'a str = &source.text;
    // Blanks before the XML declaration are a common slip.
    let blank = text.len() - text.trim_start().len();
    let mut builder =
        Builder { blank: blank as u64, tree: Tree::default(), open: Vec::new(), counts: Vec::new() };
    match scan(&text[blank..], &mut builder) {
        Some(fault) => Err(Box::new(Diagnostic { span: fault.span.shifted(blank as u64), ..fault })),
        None => Ok(builder.tree),
    }
}

struct Builder<'a> {
    /// Bytes of the text before the message.
    blank: u64,
    tree: Tree<'a>,
    open: Vec<usize>,
    /// For each open element, how many children of each name it has.
    counts: Vec<HashMap<&'a str, u32>>,
}

impl<'a> Sink<'a> for Builder<'a> {
    fn roots(&self) -> &'static str {
        "a root element"
    }

    fn root(&mut self, _: &str) -> bool {
        true
    }

    fn open(&mut self, qualified: &'a str, start: u64, end: u64) {
        let name = local_name(qualified);
        let number = match self.counts.last_mut() {
            Some(counts) => {
                let count = counts.entry(name).or_default();
                *count += 1;
                *count
            }
            None => 1,
        };
        let parent = self.open.last().copied();
        let at = self.tree.elements.len();
        let span = ByteSpan::new(start + self.blank, end - start);
        let content = ByteSpan::new(end + self.blank, 0);
        self.tree.elements.push(Element { name, number, parent, span, content, ..Element::default() });
        if let Some(parent) = parent {
            self.tree.elements[parent].children.push(at);
        }
        self.open.push(at);
        self.counts.push(HashMap::new());
    }

    fn attribute(&mut self, name: &str, value: String) {
        let Some(at) = self.open.last() else { return };
        let (prefix, _) = name.split_once(':').unwrap_or(("", name));
        let local = local_name(name);
        let kept = &mut self.tree.elements[*at].attributes;
        if !matches!(prefix, "xsi" | "xml") && kept.iter().all(|(known, _)| known != local) {
            let value = without_references(&value).unwrap_or_default().into_owned();
            kept.push((local.to_owned(), value));
        }
    }

    fn text(&mut self, text: Cow<'a, str>, _: u64, _: u64) {
        if let Some(at) = self.open.last() {
            self.tree.elements[*at].text.push_str(&text);
        }
    }

    fn close(&mut self, start: u64, end: u64) {
        let (start, end) = (start + self.blank, end + self.blank);
        self.counts.pop();
        if let Some(at) = self.open.pop() {
            let element = &mut self.tree.elements[at];
            element.span.len = end - element.span.start;
            element.content.len = start.saturating_sub(element.content.start);
        }
    }

    fn here(&self) -> String {
        self.open.last().map(|at| self.tree.path(*at)).unwrap_or_default()
    }
}
