//! XML events, under the limits that keep a hostile message harmless.

use crate::{ATTRIBUTES_MAX, DEPTH_MAX, ELEMENTS_MAX};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::provenance::ByteSpan;

/// What takes the elements of a message as they come.
pub(crate) trait Sink<'a> {
    /// Which root elements are taken, in words.
    fn roots(&self) -> &'static str;
    /// Begins with the root of this local name; false when it is none of ours.
    fn root(&mut self, name: &str) -> bool;
    /// A start tag, its bytes in the text; the name with its prefix.
    fn open(&mut self, qualified: &'a str, start: u64, end: u64);
    /// An attribute of the element that was opened last; no namespace declaration.
    fn attribute(&mut self, name: &str, value: String);
    /// A namespace declaration of that element; the prefix is empty for the default namespace.
    fn namespace(&mut self, _prefix: &str, _uri: String) {}
    /// All attributes of the element are known. An error says what was expected.
    fn opened(&mut self) -> Result<(), &'static str> {
        Ok(())
    }
    /// Characters of the element that is open, and their bytes in the text.
    fn text(&mut self, text: Cow<'a, str>, start: u64, end: u64);
    /// An end tag, its bytes in the text.
    fn close(&mut self, start: u64, end: u64);
    /// The path of the element that is open.
    fn here(&self) -> String;
}

/// A name without its prefix.
pub(crate) fn local_name(qualified: &str) -> &str {
    qualified.rsplit(':').next().unwrap_or(qualified)
}

/// Feeds a message to `sink`. The first fault ends it and is returned, its span that of the text.
///
/// A document type declaration is refused as a whole: no entity is ever expanded or fetched.
pub(crate) fn scan<'a, S: Sink<'a>>(text: &'a str, sink: &mut S) -> Option<Diagnostic> {
    if let Some(at) = text.bytes().position(|byte| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) {
        let found = text.get(at..at + 1).unwrap_or_default().escape_default().to_string();
        return Some(fault("XML-SYNTAX", at as u64, 1, "no control characters", &found));
    }
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_comments = true;
    let mut scanner = Scanner { text, sink, depth: 0, elements: 0, rooted: false };
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

struct Scanner<'a, 's, S> {
    text: &'a str,
    sink: &'s mut S,
    depth: usize,
    elements: u64,
    rooted: bool,
}

impl<'a, S: Sink<'a>> Scanner<'a, '_, S> {
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
                self.sink.text(content.into_inner(), start + 9, end - 3);
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
        Box::new(Diagnostic { path: self.sink.here(), ..fault })
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
        if !name_is_allowed(qualified) || !name_is_allowed(local_name(qualified)) {
            return Err(self.fault("XML-SYNTAX", start, end, "an element name"));
        }
        if self.depth == 1 {
            self.rooted = true;
            if !self.sink.root(local_name(qualified)) {
                return Err(self.fault("XML-ROOT", start, end, self.sink.roots()));
            }
        }
        self.sink.open(qualified, start, end);
        self.attributes(tag, start, end)?;
        self.sink.opened().map_err(|expected| self.fault("XML-SYNTAX", start, end, expected))
    }

    fn attributes(&mut self, tag: &BytesStart<'a>, start: u64, end: u64) -> Step {
        if tag.attributes_raw().is_empty() {
            return Ok(());
        }
        for (number, attribute) in tag.attributes().enumerate() {
            if number == ATTRIBUTES_MAX {
                let expected = format!("at most {ATTRIBUTES_MAX} attributes of an element");
                return Err(self.fault("XML-ATTRIBUTES", start, end, &expected));
            }
            let Ok(attribute) = attribute else {
                return Err(self.fault("XML-SYNTAX", start, end, "well-formed attributes, each once"));
            };
            let name = String::from_utf8_lossy(attribute.key.as_ref().as_ref()).into_owned();
            let value = String::from_utf8_lossy(attribute.value.as_ref().as_ref()).into_owned();
            if !name_is_allowed(&name) || !name_is_allowed(local_name(&name)) {
                return Err(self.fault("XML-SYNTAX", start, end, "an attribute name"));
            }
            if value.contains('<') {
                return Err(self.fault("XML-SYNTAX", start, end, "no `<` in an attribute"));
            }
            let Some(plain) = without_references(&value) else {
                let expected = "a predefined entity or a character reference to a character XML allows";
                return Err(self.fault("XML-ENTITY", start, end, expected));
            };
            match name.strip_prefix("xmlns") {
                Some("") => self.sink.namespace("", plain.into_owned()),
                Some(rest) if rest.starts_with(':') => self.sink.namespace(&rest[1..], plain.into_owned()),
                _ => self.sink.attribute(&name, value),
            }
        }
        Ok(())
    }

    fn close(&mut self, start: u64, end: u64) -> Step {
        if self.depth == 0 {
            return Err(self.fault("XML-SYNTAX", start, end, "a start tag in front of this end tag"));
        }
        self.depth -= 1;
        self.sink.close(start, end);
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
        if let Some(at) = memchr::memmem::find(raw.as_bytes(), b"]]>") {
            let at = start + at as u64;
            return Err(self.fault("XML-SYNTAX", at, at + 3, "no `]]>` in text"));
        }
        let text = self.text.get(start as usize..end as usize).unwrap_or_default();
        self.sink.text(text.into(), start, end);
        Ok(())
    }

    fn reference(&mut self, character: char, start: u64, end: u64) -> Step {
        if self.depth == 0 {
            return Err(self.fault("XML-SYNTAX", start, end, "no text outside the root element"));
        }
        self.sink.text(character.to_string().into(), start, end);
        Ok(())
    }

    fn end_of_input(&self) -> Option<Diagnostic> {
        let at = self.text.len() as u64;
        if self.depth > 0 {
            let expected = format!("the end tag of {}", self.sink.here());
            let fault = fault("XML-SYNTAX", at, 0, &expected, "end of input");
            return Some(Diagnostic { path: self.sink.here(), ..fault });
        }
        (!self.rooted).then(|| fault("XML-ROOT", at, 0, self.sink.roots(), "end of input"))
    }
}

/// An attribute's value with its references replaced; `None` when one of them is none that is read.
pub(crate) fn without_references(value: &str) -> Option<Cow<'_, str>> {
    let Some(first) = value.find('&') else { return Some(Cow::Borrowed(value)) };
    let (mut plain, mut rest) = (value[..first].to_owned(), &value[first..]);
    while let Some(behind) = rest.strip_prefix('&') {
        let (name, after) = behind.split_once(';')?;
        plain.push(predefined(name)?);
        let next = after.find('&').unwrap_or(after.len());
        plain.push_str(&after[..next]);
        rest = &after[next..];
    }
    Some(Cow::Owned(plain))
}

/// The character of `amp`, `lt`, `gt`, `apos`, `quot`, `#N` or `#xN`.
pub(crate) fn predefined(name: &str) -> Option<char> {
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

pub(crate) fn name_is_allowed(name: &str) -> bool {
    let first = name.chars().next();
    first.is_some_and(|first| first.is_alphabetic() || first == '_' || !first.is_ascii())
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':') || !c.is_ascii())
        && !name.ends_with(':')
}
