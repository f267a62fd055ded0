//! A message as a tree of elements, under the limits that keep a hostile one harmless.

use crate::ens::source::Source;
use crate::{DEPTH_MAX, ELEMENTS_MAX};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::provenance::ByteSpan;

/// Most attributes of one element.
pub const ATTRIBUTES_MAX: usize = 64;

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
    if let Some(at) = text.bytes().position(|byte| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) {
        let found = text.get(at..at + 1).unwrap_or_default().escape_default().to_string();
        return Err(Box::new(fault("XML-SYNTAX", at as u64, 1, "no control characters", &found)));
    }
    // Blanks before the XML declaration are a common slip: the declaration is then one instruction like another.
    let blank = text.len() - text.trim_start().len();
    let mut reader = Reader::from_str(text.get(blank..).unwrap_or_default());
    reader.config_mut().check_comments = true;
    let mut builder =
        Builder { text, tree: Tree::default(), open: Vec::new(), counts: Vec::new(), rooted: false };
    loop {
        let start = reader.buffer_position() + blank as u64;
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                let at = reader.error_position() + blank as u64;
                let found: String = text.get(at as usize..).unwrap_or_default().chars().take(40).collect();
                let found = if found.is_empty() { "end of input".to_owned() } else { found };
                let expected = format!("well-formed XML: {error}");
                return Err(builder.placed(fault("XML-SYNTAX", at, 0, &expected, &found)));
            }
        };
        let end = reader.buffer_position() + blank as u64;
        if matches!(event, Event::Eof) {
            return builder.finish();
        }
        builder.event(event, start, end)?;
    }
}

fn fault(code: &str, start: u64, len: u64, expected: &str, found: &str) -> Diagnostic {
    Diagnostic::error(code, ByteSpan::new(start, len), "", expected, found)
}

type Step = Result<(), Box<Diagnostic>>;

struct Builder<'a> {
    text: &'a str,
    tree: Tree<'a>,
    open: Vec<usize>,
    /// For each open element, how many children of each name it has.
    counts: Vec<HashMap<&'a str, u32>>,
    rooted: bool,
}

impl<'a> Builder<'a> {
    /// The fault, at the path of the innermost open element.
    fn placed(&self, fault: Diagnostic) -> Box<Diagnostic> {
        let path = self.open.last().map(|at| self.tree.path(*at)).unwrap_or_default();
        Box::new(Diagnostic { path, ..fault })
    }

    fn refuse(&self, code: &str, start: u64, end: u64, expected: &str) -> Box<Diagnostic> {
        let found = self.text.get(start as usize..end as usize).unwrap_or_default();
        self.placed(fault(code, start, end.saturating_sub(start), expected, found))
    }

    fn event(&mut self, event: Event<'a>, start: u64, end: u64) -> Step {
        match event {
            Event::Start(tag) => self.start(&tag, start, end),
            Event::Empty(tag) => {
                self.start(&tag, start, end)?;
                self.close(end, end)
            }
            Event::End(_) => self.close(start, end),
            Event::Text(content) => {
                let raw = content.into_inner();
                self.characters(raw.as_ref(), start, end)
            }
            Event::CData(content) => {
                let raw = content.into_inner();
                self.characters(raw.as_ref(), start, end)
            }
            Event::GeneralRef(reference) => {
                let name = reference.into_inner();
                let Some(character) = crate::ens::scan::predefined(&name) else {
                    let expected = "a predefined entity or a character reference to a character XML allows";
                    return Err(self.refuse("XML-ENTITY", start, end, expected));
                };
                self.characters(character.encode_utf8(&mut [0; 4]), start, end)
            }
            Event::DocType(_) => {
                let expected = "no document type declaration: entities are neither expanded nor fetched";
                Err(self.refuse("XML-ENTITY", start, end, expected))
            }
            Event::Decl(_) if self.rooted => {
                Err(self.refuse("XML-SYNTAX", start, end, "the XML declaration at the very start"))
            }
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) | Event::Eof => Ok(()),
        }
    }

    fn start(&mut self, tag: &BytesStart<'a>, start: u64, end: u64) -> Step {
        if self.open.is_empty() && self.rooted {
            return Err(self.refuse(
                "XML-TRAILING",
                start,
                end,
                "nothing but comments behind the root element",
            ));
        }
        self.rooted = true;
        if self.open.len() >= DEPTH_MAX {
            let expected = format!("elements nested at most {DEPTH_MAX} deep");
            return Err(self.refuse("XML-DEPTH", start, end, &expected));
        }
        if self.tree.elements.len() as u64 >= ELEMENTS_MAX {
            let expected = format!("at most {ELEMENTS_MAX} elements");
            return Err(self.refuse("XML-ELEMENTS", start, end, &expected));
        }
        // The name as it stands in the text, so that it may outlive the tag.
        let from = start as usize + 1;
        let qualified = self.text.get(from..from + tag.name().as_ref().len()).unwrap_or_default();
        if !crate::ens::scan::name_is_allowed(qualified) {
            return Err(self.refuse("XML-SYNTAX", start, end, "an element name"));
        }
        let name = qualified.rsplit(':').next().unwrap_or(qualified);
        let number = match self.counts.last_mut() {
            Some(counts) => {
                let count = counts.entry(name).or_default();
                *count += 1;
                *count
            }
            None => 1,
        };
        let attributes = self.attributes(tag, start, end)?;
        let parent = self.open.last().copied();
        let at = self.tree.elements.len();
        let (span, content) = (ByteSpan::new(start, end - start), ByteSpan::new(end, 0));
        self.tree.elements.push(Element {
            name,
            number,
            parent,
            attributes,
            span,
            content,
            ..Element::default()
        });
        if let Some(parent) = parent {
            self.tree.elements[parent].children.push(at);
        }
        self.open.push(at);
        self.counts.push(HashMap::new());
        Ok(())
    }

    fn attributes(
        &self,
        tag: &BytesStart<'a>,
        start: u64,
        end: u64,
    ) -> Result<Vec<(String, String)>, Box<Diagnostic>> {
        let mut kept = Vec::new();
        if tag.attributes_raw().is_empty() {
            return Ok(kept);
        }
        for (number, attribute) in tag.attributes().enumerate() {
            if number >= ATTRIBUTES_MAX {
                let expected = format!("at most {ATTRIBUTES_MAX} attributes");
                return Err(self.refuse("XML-ATTRIBUTES", start, end, &expected));
            }
            let Ok(attribute) = attribute else {
                return Err(self.refuse("XML-SYNTAX", start, end, "well-formed attributes, each once"));
            };
            let name = String::from_utf8_lossy(attribute.key.as_ref().as_ref()).into_owned();
            let value = String::from_utf8_lossy(attribute.value.as_ref().as_ref()).into_owned();
            let Some(value) = unescaped(&value) else {
                return Err(self.refuse("XML-ENTITY", start, end, "predefined entities alone, and no `<`"));
            };
            let (prefix, local) = name.split_once(':').unwrap_or(("", &name));
            let infrastructure = name == "xmlns" || matches!(prefix, "xmlns" | "xsi" | "xml");
            if !infrastructure && kept.iter().all(|(known, _): &(String, String)| known != local) {
                kept.push((local.to_owned(), value));
            }
        }
        Ok(kept)
    }

    fn close(&mut self, start: u64, end: u64) -> Step {
        let Some(at) = self.open.pop() else {
            return Err(self.refuse("XML-SYNTAX", start, end, "a start tag in front of this end tag"));
        };
        self.counts.pop();
        let element = &mut self.tree.elements[at];
        element.span.len = end - element.span.start;
        element.content.len = start.saturating_sub(element.content.start);
        Ok(())
    }

    fn characters(&mut self, raw: &str, start: u64, end: u64) -> Step {
        let Some(at) = self.open.last().copied() else {
            if raw.trim_ascii().is_empty() {
                return Ok(());
            }
            let code = if self.rooted { "XML-TRAILING" } else { "XML-SYNTAX" };
            return Err(self.refuse(code, start, end, "no text outside the root element"));
        };
        self.tree.elements[at].text.push_str(raw);
        Ok(())
    }

    fn finish(self) -> Result<Tree<'a>, Box<Diagnostic>> {
        let at = self.text.len() as u64;
        if let Some(open) = self.open.last() {
            let expected = format!("the end tag of {}", self.tree.path(*open));
            return Err(self.placed(fault("XML-SYNTAX", at, 0, &expected, "end of input")));
        }
        if !self.rooted {
            return Err(Box::new(fault("XML-ROOT", at, 0, "a root element", "end of input")));
        }
        Ok(self.tree)
    }
}

/// An attribute's value; `None` when it holds an entity that is not predefined, or a bare `<`.
fn unescaped(raw: &str) -> Option<String> {
    if raw.contains('<') {
        return None;
    }
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let end = at + rest[at..].find(';')?;
        out.push(crate::ens::scan::predefined(&rest[at + 1..end])?);
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    Some(out)
}
