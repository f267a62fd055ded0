//! XML events, under the limits that keep a hostile message harmless.

use super::fill::Fill;
use super::source::Source;
use crate::{DEPTH_MAX, ELEMENTS_MAX};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::provenance::ByteSpan;

/// Feeds a message to `fill`. The first fault ends it and is returned, its span that of the text.
///
/// A document type declaration is refused as a whole: no entity is ever expanded or fetched.
pub(crate) fn scan<'a>(source: &'a Source<'_>, fill: &mut Fill<'a>) -> Option<Diagnostic> {
    let text: &'a str = &source.text;
    if let Some(at) = text.bytes().position(|byte| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) {
        let found = text.get(at..at + 1).unwrap_or_default().escape_default().to_string();
        return Some(fault("XML-SYNTAX", at as u64, 1, "no control characters", &found));
    }
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_comments = true;
    let mut scanner = Scanner { text, fill, depth: 0, elements: 0, rooted: false };
    loop {
        let start = reader.buffer_position();
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                let at = reader.error_position();
                let found = excerpt(text, at as usize);
                return Some(fault("XML-SYNTAX", at, 0, &format!("well-formed XML: {error}"), &found));
            }
        };
        if matches!(event, Event::Eof) {
            return scanner.end_of_input();
        }
        if let Err(fault) = scanner.event(event, start, reader.buffer_position()) {
            return Some(*fault);
        }
    }
}

fn fault(code: &str, start: u64, len: u64, expected: &str, found: &str) -> Diagnostic {
    Diagnostic::error(code, ByteSpan::new(start, len), "", expected, found)
}

fn excerpt(text: &str, at: usize) -> String {
    match text.get(at..) {
        Some("") | None => "end of input".to_owned(),
        Some(rest) => rest.chars().take(40).collect(),
    }
}

type Step = Result<(), Box<Diagnostic>>;

struct Scanner<'a, 'f> {
    text: &'a str,
    fill: &'f mut Fill<'a>,
    depth: usize,
    elements: u64,
    rooted: bool,
}

impl<'a> Scanner<'a, '_> {
    fn event(&mut self, event: Event<'a>, start: u64, end: u64) -> Step {
        match event {
            Event::Start(tag) => self.open(&tag, start, end),
            Event::Empty(tag) => {
                self.open(&tag, start, end)?;
                self.close(end, end)
            }
            Event::End(_) => self.close(start, end),
            Event::Text(content) => {
                let raw = content.into_inner();
                self.characters(raw.as_ref(), start, end)
            }
            Event::CData(content) => {
                if self.depth == 0 {
                    return Err(self.fault("XML-SYNTAX", start, end, "no text outside the root element"));
                }
                // The markers around the content are 9 bytes in front and 3 behind.
                self.fill.text(content.into_inner(), start + 9, end - 3);
                Ok(())
            }
            Event::GeneralRef(reference) => {
                let name = reference.into_inner();
                let Some(character) = predefined(&name) else {
                    let expected = "a predefined entity or a character reference to a character XML allows";
                    return Err(self.fault("XML-ENTITY", start, end, expected));
                };
                self.reference(character, start, end)
            }
            Event::DocType(_) => {
                let expected = "no document type declaration: entities are neither expanded nor fetched";
                Err(self.fault("XML-ENTITY", start, end, expected))
            }
            Event::Decl(declaration) if start == 0 => match declaration.xml_version() {
                Ok(XmlVersion::Implicit1_0 | XmlVersion::Explicit1_0) => Ok(()),
                _ => Err(self.fault("XML-SYNTAX", start, end, "XML version 1.0")),
            },
            Event::Decl(_) => {
                Err(self.fault("XML-SYNTAX", start, end, "the XML declaration at the very start"))
            }
            Event::Comment(_) | Event::PI(_) | Event::Eof => Ok(()),
        }
    }

    fn fault(&self, code: &str, start: u64, end: u64, expected: &str) -> Box<Diagnostic> {
        let found = self.text.get(start as usize..end as usize).unwrap_or_default();
        let fault = fault(code, start, end.saturating_sub(start), expected, found);
        Box::new(Diagnostic { path: self.fill.path(""), ..fault })
    }

    fn open(&mut self, tag: &BytesStart<'a>, start: u64, end: u64) -> Step {
        if self.depth == 0 && self.rooted {
            return Err(self.fault(
                "XML-TRAILING",
                start,
                end,
                "nothing but comments behind the root element",
            ));
        }
        self.depth += 1;
        self.elements += 1;
        if self.depth > DEPTH_MAX {
            let expected = format!("elements nested at most {DEPTH_MAX} deep");
            return Err(self.fault("XML-DEPTH", start, end, &expected));
        }
        if self.elements > ELEMENTS_MAX {
            let expected = format!("at most {ELEMENTS_MAX} elements");
            return Err(self.fault("XML-ELEMENTS", start, end, &expected));
        }
        // The name as it stands in the text, so that it may outlive the tag.
        let from = start as usize + 1;
        let qualified = self.text.get(from..from + tag.name().as_ref().len()).unwrap_or_default();
        if !name_is_allowed(qualified) {
            return Err(self.fault("XML-SYNTAX", start, end, "an element name"));
        }
        let name = qualified.rsplit(':').next().unwrap_or(qualified);
        if self.depth == 1 {
            self.rooted = true;
            if !self.fill.root(name) {
                return Err(self.fault("XML-ROOT", start, end, "root element CC315A or CC313A"));
            }
        }
        self.fill.open(name, start, end);
        self.attributes(tag, start, end)
    }

    fn attributes(&mut self, tag: &BytesStart<'a>, start: u64, end: u64) -> Step {
        if tag.attributes_raw().is_empty() {
            return Ok(());
        }
        for attribute in tag.attributes() {
            let Ok(attribute) = attribute else {
                return Err(self.fault("XML-SYNTAX", start, end, "well-formed attributes, each once"));
            };
            let name = String::from_utf8_lossy(attribute.key.as_ref().as_ref()).into_owned();
            let value = String::from_utf8_lossy(attribute.value.as_ref().as_ref()).into_owned();
            if value.contains('<') {
                return Err(self.fault("XML-SYNTAX", start, end, "no `<` in an attribute"));
            }
            let is_namespace = name == "xmlns" || name.starts_with("xmlns:");
            if !is_namespace {
                self.fill.attribute(&name, value);
            }
        }
        Ok(())
    }

    fn close(&mut self, start: u64, end: u64) -> Step {
        if self.depth == 0 {
            return Err(self.fault("XML-SYNTAX", start, end, "a start tag in front of this end tag"));
        }
        self.depth -= 1;
        self.fill.close(start, end);
        Ok(())
    }

    fn characters(&mut self, raw: &str, start: u64, end: u64) -> Step {
        if self.depth == 0 {
            if raw.trim_ascii().is_empty() {
                return Ok(());
            }
            let code = if self.rooted { "XML-TRAILING" } else { "XML-SYNTAX" };
            return Err(self.fault(code, start, end, "no text outside the root element"));
        }
        let text = self.text.get(start as usize..end as usize).unwrap_or_default();
        self.fill.text(text.into(), start, end);
        Ok(())
    }

    fn reference(&mut self, character: char, start: u64, end: u64) -> Step {
        if self.depth == 0 {
            return Err(self.fault("XML-SYNTAX", start, end, "no text outside the root element"));
        }
        self.fill.text(character.to_string().into(), start, end);
        Ok(())
    }

    fn end_of_input(&self) -> Option<Diagnostic> {
        let at = self.text.len() as u64;
        if self.depth > 0 {
            let expected = format!("the end tag of {}", self.fill.path(""));
            let fault = fault("XML-SYNTAX", at, 0, &expected, "end of input");
            return Some(Diagnostic { path: self.fill.path(""), ..fault });
        }
        (!self.rooted).then(|| fault("XML-ROOT", at, 0, "root element CC315A or CC313A", "end of input"))
    }
}

/// The character of `amp`, `lt`, `gt`, `apos`, `quot`, `#N` or `#xN`.
fn predefined(name: &str) -> Option<char> {
    let number = match name {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "apos" => return Some('\''),
        "quot" => return Some('"'),
        _ => name.strip_prefix('#')?,
    };
    let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |hex| (hex, 16));
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let character = char::from_u32(u32::from_str_radix(digits, radix).ok()?)?;
    let allowed = !character.is_control() || matches!(character, '\t' | '\n' | '\r' | '\u{7F}'..='\u{9F}');
    (allowed && !matches!(character, '\u{FFFE}' | '\u{FFFF}')).then_some(character)
}

fn name_is_allowed(name: &str) -> bool {
    let first = name.chars().next();
    first.is_some_and(|first| first.is_alphabetic() || first == '_' || !first.is_ascii())
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':') || !c.is_ascii())
        && !name.ends_with(':')
}
