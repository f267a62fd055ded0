//! Where the events of a JSON body begin and end, in a stream of blocks.
//!
//! The body is an array of events, one event, or an object that wraps an array of events; several such values may
//! follow each other (JSON lines). Brackets are counted without regard to their kind and a raw line feed ends a
//! string, so that one broken event costs as little as possible of what follows it; whether an event is JSON at all
//! is for the parser to say.

use super::read::{read_event, refuse};
use crate::EVENT_BYTES_MAX;
use crate::message::ReadMessage;
use tidewaiter_model::provenance::ByteSpan;

/// Members that only an event has.
const EVENT_MEMBERS: &[&str] = &[
    "eventID",
    "eventType",
    "eventTypeCode",
    "eventDateTime",
    "eventCreatedDateTime",
    "eventUpdatedDateTime",
    "eventClassifierCode",
    "eventClassification",
    "eventRouting",
    "equipmentEventTypeCode",
    "transportEventTypeCode",
    "shipmentEventTypeCode",
    "iotEventTypeCode",
    "reeferEventTypeCode",
];
/// Longest member name that is looked at.
const KEY_BYTES_MAX: usize = 64;

/// Whether an object with this member is an event.
fn is_event_member(name: &[u8]) -> bool {
    EVENT_MEMBERS.iter().any(|member| member.as_bytes() == name)
}

/// Whether the front of a JSON body holds events, or is an empty list of them.
pub(crate) fn looks_like_events(head: &[u8]) -> bool {
    let squeezed: Vec<u8> = head.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let quoted = |name: &&str| memchr::memmem::find(head, format!("\"{name}\"").as_bytes()).is_some();
    squeezed.starts_with(b"[]") || quoted(&"events") || EVENT_MEMBERS.iter().any(quoted)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Place {
    /// Outside all values.
    #[default]
    Top,
    /// Text that is no JSON, up to the end of its line.
    Garbage,
    /// In an object that may be an event or wrap events.
    Probe,
    /// In one event that is the whole value.
    Single,
    /// In an array of events at this depth.
    Events(u32),
    /// In an object, behind its array of events.
    Wrapper,
}

/// Reader of one body. Holds back the bytes of an unfinished event only.
#[derive(Debug, Default)]
pub(crate) struct DcsaJson {
    place: Place,
    /// The next byte to look at, in the whole input.
    position: u64,
    depth: u32,
    in_string: bool,
    escaped: bool,
    last_string: Vec<u8>,
    /// Member of the outermost object that we are in.
    member: Vec<u8>,
    /// The event, or the object that may be one.
    element: Option<Element>,
    /// First byte of an array that may hold events.
    candidate: Option<u64>,
}

#[derive(Debug, Clone, Copy)]
struct Element {
    start: u64,
    /// Just past its last byte that is not blank.
    end: u64,
    depth: u32,
    too_long: bool,
}

struct Block<'i, 's, 'm> {
    input: &'i [u8],
    offset: u64,
    sink: &'s mut dyn FnMut(ReadMessage<'m>),
}

impl DcsaJson {
    pub(crate) fn read(
        &mut self,
        input: &[u8],
        offset: u64,
        at_end: bool,
        sink: &mut dyn FnMut(ReadMessage<'_>),
    ) -> usize {
        self.position = self.position.max(offset);
        let mut block = Block { input, offset, sink: &mut |message| sink(message) };
        while let Some(byte) = block.byte(self.position) {
            self.byte(byte, &mut block);
        }
        if at_end {
            self.finish(&mut block);
            return input.len();
        }
        let held = self.element.filter(|element| !element.too_long).map(|element| element.start);
        let keep = [held, self.candidate].into_iter().flatten().min().unwrap_or(self.position);
        keep.saturating_sub(offset) as usize
    }

    fn byte<'m>(&mut self, byte: u8, block: &mut Block<'m, '_, 'm>) {
        let at = self.position;
        self.position += 1;
        if let Some(element) = &mut self.element {
            element.too_long |= at - element.start >= EVENT_BYTES_MAX as u64;
        }
        if self.candidate.is_some_and(|start| at - start >= EVENT_BYTES_MAX as u64) {
            self.candidate = None;
        }
        if self.in_string {
            self.string_byte(byte);
        } else if self.place == Place::Garbage {
            if byte == b'\n' {
                self.emit(block, None);
                self.place = Place::Top;
            }
        } else if !byte.is_ascii_whitespace() {
            self.structure(byte, at, block);
        }
        if let Some(element) = self.element.as_mut().filter(|_| !byte.is_ascii_whitespace()) {
            element.end = at + 1;
        }
    }

    fn string_byte(&mut self, byte: u8) {
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' => self.escaped = true,
            b'"' | b'\n' => {
                self.in_string = false;
                return;
            }
            _ => {}
        }
        if self.last_string.len() <= KEY_BYTES_MAX {
            self.last_string.push(byte);
        }
    }

    fn structure<'m>(&mut self, byte: u8, at: u64, block: &mut Block<'m, '_, 'm>) {
        let place = self.place;
        if place == Place::Top {
            return self.top(byte, at);
        }
        if let Place::Events(depth) = place
            && self.between_events(byte, at, depth, block)
        {
            return;
        }
        match byte {
            b'"' => {
                self.in_string = true;
                self.escaped = false;
                self.last_string.clear();
            }
            b':' => self.key(),
            b'{' | b'[' => {
                self.depth = self.depth.saturating_add(1);
                if let Some(element) = &mut self.element {
                    element.depth = element.depth.max(self.depth);
                }
                let outermost = matches!(self.place, Place::Probe | Place::Wrapper) && self.depth == 2;
                if outermost && byte == b'[' {
                    self.array(at);
                }
            }
            b'}' | b']' => self.close(at, block),
            _ => {}
        }
    }

    fn top(&mut self, byte: u8, at: u64) {
        let place = match byte {
            b'[' => Place::Events(1),
            b'{' => Place::Probe,
            _ => Place::Garbage,
        };
        self.place = place;
        self.depth = u32::from(place != Place::Garbage);
        self.member.clear();
        if !matches!(place, Place::Events(_)) {
            self.begin(at, 1);
        }
    }

    fn begin(&mut self, start: u64, depth: u32) {
        self.element = Some(Element { start, end: start + 1, depth, too_long: false });
    }

    /// What stands at the level of the events themselves. True when the byte needs no more attention.
    fn between_events<'m>(&mut self, byte: u8, at: u64, depth: u32, block: &mut Block<'m, '_, 'm>) -> bool {
        if self.depth != depth {
            return false;
        }
        match byte {
            b',' => self.emit(block, Some(depth)),
            b']' => {
                self.emit(block, Some(depth));
                self.depth = depth - 1;
                self.place = if depth == 1 { Place::Top } else { Place::Wrapper };
            }
            _ => {
                if self.element.is_none() {
                    self.begin(at, depth);
                }
                // A stray closing brace is part of the text that the parser will refuse.
                return byte == b'}';
            }
        }
        true
    }

    fn key(&mut self) {
        if self.depth == 1 && matches!(self.place, Place::Probe | Place::Wrapper) {
            self.member.clone_from(&self.last_string);
            if self.place == Place::Probe && is_event_member(&self.member) {
                self.place = Place::Single;
                self.candidate = None;
            }
        } else if self.depth == 3
            && is_event_member(&self.last_string)
            && let Some(start) = self.candidate.take()
        {
            // The array holds events: go back and take it as such.
            self.enter_array();
            self.position = start + 1;
        }
    }

    fn array(&mut self, at: u64) {
        if self.member == b"events" {
            self.enter_array();
        } else {
            self.candidate = Some(at);
        }
    }

    fn enter_array(&mut self) {
        self.place = Place::Events(2);
        self.depth = 2;
        self.element = None;
        self.candidate = None;
    }

    fn close<'m>(&mut self, at: u64, block: &mut Block<'m, '_, 'm>) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 1 {
            self.candidate = None;
        }
        if self.depth > 0 || matches!(self.place, Place::Events(_)) {
            return;
        }
        if let Some(element) = &mut self.element {
            element.end = at + 1;
        }
        self.emit(block, Some(0));
        self.place = Place::Top;
    }

    /// Hands on the element that has ended, if there is one. `base` is the depth outside it; `None`: it is no JSON.
    fn emit<'m>(&mut self, block: &mut Block<'m, '_, 'm>, base: Option<u32>) {
        let Some(element) = self.element.take() else { return };
        let span = ByteSpan::new(element.start, element.end - element.start);
        if element.too_long {
            let expected = format!("an event of at most {EVENT_BYTES_MAX} bytes");
            return block.refuse(span, &[], "JSON-LENGTH", &expected);
        }
        let bytes = block.bytes(span);
        match (self.place, base) {
            (Place::Probe, _) => {
                block.refuse(span, bytes, "JSON-NO-EVENTS", "an event, or an array of events");
            }
            (_, None) => block.refuse(span, bytes, "JSON-SYNTAX", "a JSON object or array"),
            (_, Some(base)) => (block.sink)(read_event(bytes, span, element.depth - base.min(element.depth))),
        }
    }

    fn finish<'m>(&mut self, block: &mut Block<'m, '_, 'm>) {
        match self.place {
            Place::Top => return,
            Place::Garbage => return self.emit(block, None),
            Place::Events(depth) if self.depth == depth && !self.in_string => {
                self.emit(block, Some(depth));
            }
            _ => {}
        }
        let end = self.position;
        let (start, bytes) = match self.element.take() {
            Some(element) => {
                let span = ByteSpan::new(element.start, element.end - element.start);
                (span, if element.too_long { &[] } else { block.bytes(span) })
            }
            None => (ByteSpan::new(end, 0), &[] as &[u8]),
        };
        block.refuse(
            start,
            bytes,
            "JSON-TRUNCATED",
            "the rest of the body: it ends before its brackets are closed",
        );
    }
}

impl<'i> Block<'i, '_, 'i> {
    fn byte(&self, position: u64) -> Option<u8> {
        self.input.get(position.checked_sub(self.offset)? as usize).copied()
    }

    fn bytes(&self, span: ByteSpan) -> &'i [u8] {
        let start = span.start.saturating_sub(self.offset) as usize;
        self.input.get(start..start + span.len as usize).unwrap_or_default()
    }

    fn refuse(&mut self, span: ByteSpan, bytes: &'i [u8], code: &str, expected: &str) {
        (self.sink)(refuse(span, bytes, code, expected));
    }
}
