//! The push reader: finds segments in a stream of blocks and gathers them into messages.

use super::envelope::{GroupOpen, Interchange, Note, with_segment};
use super::message::{Whole, read_message};
use super::syntax::Syntax;
use crate::MESSAGE_BYTES_MAX;
use crate::message::ReadMessage;
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::provenance::ByteSpan;

/// Length of a UNA.
const ADVICE_BYTES: usize = 9;

/// Reader of one input. Holds back the bytes of an unfinished message, and of the last whole one until it is known
/// what follows it.
#[derive(Debug, Default)]
pub(crate) struct Edifact {
    /// The next byte to look at, in the whole input.
    position: u64,
    /// First byte of the segment under way.
    segment: Option<u64>,
    syntax: Syntax,
    interchange: Option<Interchange>,
    group: Option<GroupOpen>,
    open: Option<Gathered>,
    waiting: Option<Gathered>,
    /// What to say with the next message.
    before: Vec<Note>,
    /// Number of the message in its interchange.
    number: u64,
    messages_seen: bool,
    /// Whether each message is held against the structure of its directory.
    strict: bool,
    /// Segments from the first UNB to the last UNZ, or of what there is.
    pub(crate) segments: u64,
}

/// Segments that make one message, or that stand outside all.
#[derive(Debug, Clone)]
struct Gathered {
    start: u64,
    end: u64,
    segments: u64,
    /// Whether a UNH began it.
    headed: bool,
    too_long: bool,
    number: u64,
    notes: Vec<Note>,
}

struct Block<'i, 's> {
    input: &'i [u8],
    offset: u64,
    sink: &'s mut dyn FnMut(ReadMessage<'_>),
}

impl Edifact {
    /// A reader that also says where a message leaves the structure of its directory.
    pub(crate) fn strict() -> Edifact {
        Edifact { strict: true, ..Edifact::default() }
    }

    pub(crate) fn read(
        &mut self,
        input: &[u8],
        offset: u64,
        at_end: bool,
        sink: &mut dyn FnMut(ReadMessage<'_>),
    ) -> usize {
        self.position = self.position.max(offset);
        let mut block = Block { input, offset, sink };
        while self.step(&mut block, at_end) {}
        let end = offset + input.len() as u64;
        if at_end {
            self.finish(end, &mut block);
            return input.len();
        }
        self.shed(end, &mut block);
        let held = [&self.waiting, &self.open].into_iter().flatten().filter(|one| !one.too_long);
        let keep = held.map(|one| one.start).chain(self.segment.filter(|start| !long(*start, end))).min();
        (keep.unwrap_or(self.position).saturating_sub(offset) as usize).min(input.len())
    }

    /// Takes the next segment. False when more bytes must come first.
    fn step(&mut self, block: &mut Block<'_, '_>, at_end: bool) -> bool {
        let start = match self.segment {
            Some(start) => start,
            None => {
                let rest = block.from(self.position);
                let skipped = rest.iter().take_while(|byte| self.syntax.is_between(**byte)).count();
                self.position += skipped as u64;
                if self.waiting.as_ref().is_some_and(|waiting| long(waiting.start, self.position)) {
                    self.flush(block);
                }
                let rest = rest.get(skipped..).unwrap_or_default();
                if rest.is_empty()
                    || (!at_end && rest.len() < 4 && b"UNA".starts_with(rest.get(..3).unwrap_or(rest)))
                {
                    return false;
                }
                if rest.starts_with(b"UNA") {
                    return self.advice(rest, block, at_end);
                }
                if !at_end && rest.len() < 4 && b"UNB".starts_with(rest.get(..3).unwrap_or(rest)) {
                    return false;
                }
                if rest.starts_with(b"UNB") {
                    self.flush_before_header(block);
                    self.header_ahead(rest);
                }
                self.segment = Some(self.position);
                self.position
            }
        };
        let rest = block.from(self.position);
        match self.syntax.terminator_in(rest, 0) {
            Ok(found) => {
                let end = self.position + found as u64 + 1;
                self.position = end;
                self.segment = None;
                self.segment_read(start, end, block);
                true
            }
            Err(next) => {
                self.position += next as u64;
                false
            }
        }
    }

    /// A UNA: nine bytes that say how the rest is cut.
    fn advice(&mut self, rest: &[u8], block: &mut Block<'_, '_>, at_end: bool) -> bool {
        let Some(una) = rest.get(..ADVICE_BYTES) else {
            if at_end {
                self.segment = Some(self.position);
                self.position += rest.len() as u64;
            }
            return false;
        };
        self.flush_before_header(block);
        self.position += ADVICE_BYTES as u64;
        match Syntax::from_advice(una) {
            Some(syntax) => self.syntax = syntax,
            None => {
                self.syntax = Syntax::default();
                let expected =
                    "six different characters, neither letters nor digits; read with those of the standard";
                self.before.push(Note::warning("EDI-UNA", "UNA", expected, String::from_utf8_lossy(una)));
            }
        }
        true
    }

    /// Takes what the UNB at the front of `rest` tells of the separators.
    fn header_ahead(&mut self, rest: &[u8]) {
        if !self.syntax.advised {
            self.syntax = Syntax::from_header(rest);
        } else if rest.get(3) == Some(&self.syntax.component) {
            let expected = "the component separator before that of elements; read with the two exchanged, as UNB uses them";
            self.before.push(Note::warning("EDI-UNA", "UNA", expected, "the two exchanged"));
            self.syntax = self.syntax.exchanged();
        }
    }

    /// What is open ends where a new interchange begins.
    fn flush_before_header(&mut self, block: &mut Block<'_, '_>) {
        self.end_message(block, true);
        self.end_interchange(block);
        self.flush(block);
        self.interchange = None;
    }

    fn segment_read(&mut self, start: u64, end: u64, block: &mut Block<'_, '_>) {
        self.segments += 1;
        for one in [&mut self.waiting, &mut self.open].into_iter().flatten() {
            one.too_long |= long(one.start, end);
        }
        if self.waiting.as_ref().is_some_and(|waiting| waiting.too_long || long(waiting.start, end)) {
            self.flush(block);
        }
        let bytes = block.bytes(start, end);
        match &tag(bytes, &self.syntax) {
            b"UNH" => self.header(start, end, block),
            b"UNT" => self.trailer(start, end, block),
            b"UNB" => self.interchange_begins(start, end, block),
            b"UNZ" => self.interchange_ends(bytes, start, end, block),
            b"UNG" => {
                self.end_message(block, true);
                self.flush(block);
                self.group = with_segment(bytes, &self.syntax, GroupOpen::of);
                if let Some(interchange) = &mut self.interchange {
                    interchange.groups += 1;
                }
            }
            b"UNE" => {
                self.end_message(block, true);
                let group = self.group.take().unwrap_or_default();
                let notes = with_segment(bytes, &self.syntax, |segment| group.closed_by(segment));
                self.say_behind(notes.unwrap_or_default(), start, end, block);
            }
            _ => self.body(start, end, block),
        }
    }

    fn header(&mut self, start: u64, end: u64, block: &mut Block<'_, '_>) {
        self.end_message(block, true);
        self.flush(block);
        let mut notes = std::mem::take(&mut self.before);
        if self.interchange.is_none() {
            let expected = "UNB, the header of the interchange, before the first message";
            notes.push(Note::warning("EDI-UNB", "UNB", expected, "no UNB"));
            self.interchange = Some(Interchange::default());
            self.number = 0;
        }
        self.number += 1;
        self.messages_seen = true;
        if let Some(interchange) = &mut self.interchange {
            interchange.messages += 1;
        }
        if let Some(group) = &mut self.group {
            group.messages += 1;
        }
        let too_long = long(start, end);
        self.open =
            Some(Gathered { start, end, segments: 1, headed: true, too_long, number: self.number, notes });
    }

    fn body(&mut self, start: u64, end: u64, block: &mut Block<'_, '_>) {
        if let Some(open) = &mut self.open {
            open.end = end;
            open.segments += 1;
            return;
        }
        self.flush(block);
        let too_long = long(start, end);
        let notes = std::mem::take(&mut self.before);
        self.open =
            Some(Gathered { start, end, segments: 1, headed: false, too_long, number: self.number, notes });
    }

    fn trailer(&mut self, start: u64, end: u64, block: &mut Block<'_, '_>) {
        self.body(start, end, block);
        self.waiting = self.open.take();
    }

    /// Ends the message under way, whose UNT is missing.
    fn end_message(&mut self, block: &mut Block<'_, '_>, lacks_trailer: bool) {
        let Some(mut open) = self.open.take() else { return };
        if open.headed && lacks_trailer {
            let expected = "UNT, the trailer of the message, before what follows it";
            open.notes.push(Note::warning("EDI-UNT", "UNT", expected, "no UNT"));
        }
        self.flush(block);
        self.waiting = Some(open);
    }

    fn interchange_begins(&mut self, start: u64, end: u64, block: &mut Block<'_, '_>) {
        self.flush_before_header(block);
        let bytes = block.bytes(start, end);
        self.syntax = self.syntax.clone().of_version(version_of(bytes, &self.syntax));
        self.interchange = with_segment(bytes, &self.syntax, Interchange::of);
        self.number = 0;
        self.messages_seen = true;
    }

    fn interchange_ends(&mut self, bytes: &[u8], start: u64, end: u64, block: &mut Block<'_, '_>) {
        self.end_message(block, true);
        let mut notes = Vec::new();
        if self.group.take().is_some() {
            notes.push(Note::warning(
                "EDI-UNE",
                "UNE",
                "UNE, the trailer of the group, before UNZ",
                "no UNE",
            ));
        }
        match &self.interchange {
            Some(interchange) => {
                let said = with_segment(bytes, &self.syntax, |segment| interchange.closed_by(segment));
                notes.extend(said.unwrap_or_default());
            }
            None => {
                let expected = "UNZ behind a UNB and its messages only";
                notes.push(Note::error("EDI-UNZ-ALONE", "UNZ", expected, String::from_utf8_lossy(bytes)));
            }
        }
        self.say_behind(notes, start, end, block);
        self.flush(block);
        self.interchange = None;
        self.syntax = Syntax::default();
    }

    /// Says that an interchange has no UNZ, if one is open.
    fn end_interchange(&mut self, block: &mut Block<'_, '_>) {
        self.group = None;
        if self.interchange.as_ref().is_none_or(|interchange| interchange.identifier.is_empty()) {
            return;
        }
        let expected = "UNZ, the trailer of the interchange: something may be missing behind this message";
        let note = Note::warning("EDI-UNZ", "UNZ", expected, "no UNZ");
        match &mut self.waiting {
            Some(waiting) => waiting.notes.push(note),
            None => {
                let at = ByteSpan::new(self.position.min(block.offset + block.input.len() as u64), 0);
                let refused =
                    Note::error("EDI-UNZ", "UNZ", "messages and UNZ behind UNB", "no message and no UNZ");
                (block.sink)(ReadMessage::refused(at, &[], vec![refused.at(ByteSpan::new(0, 0))]));
            }
        }
    }

    /// Says something of a trailer with the message before it, or with the trailer itself when there is none.
    fn say_behind(&mut self, notes: Vec<Note>, start: u64, end: u64, block: &mut Block<'_, '_>) {
        if notes.is_empty() {
            return;
        }
        if let Some(waiting) = &mut self.waiting {
            waiting.notes.extend(notes);
            return;
        }
        let span = ByteSpan::new(start, end - start);
        let whole = ByteSpan::new(0, span.len);
        let diagnostics: Vec<Diagnostic> = notes
            .into_iter()
            .map(|note| Note { severity: tidewaiter_model::diagnostic::Severity::Error, ..note }.at(whole))
            .collect();
        let bytes = block.bytes(start, end);
        let span = if long(start, end) { ByteSpan::new(end, 0) } else { span };
        (block.sink)(ReadMessage::refused(span, if span.len == 0 { &[] } else { bytes }, diagnostics));
    }

    /// Hands on the message that waits.
    fn flush(&mut self, block: &mut Block<'_, '_>) {
        let Some(waiting) = self.waiting.take() else { return };
        let span = ByteSpan::new(waiting.start, waiting.end - waiting.start);
        if waiting.too_long {
            let expected = format!("a message of at most {MESSAGE_BYTES_MAX} bytes");
            let whole = ByteSpan::new(0, span.len);
            let fault = Diagnostic::error("EDI-LENGTH", whole, "", expected, &format!("{} bytes", span.len));
            return (block.sink)(ReadMessage::refused(span, &[], vec![fault]));
        }
        let nobody = Interchange::default();
        read_message(
            &Whole {
                bytes: block.bytes(waiting.start, waiting.end),
                span,
                segments: waiting.segments,
                number: waiting.number,
                strict: self.strict,
                notes: &waiting.notes,
                interchange: self.interchange.as_ref().unwrap_or(&nobody),
                syntax: &self.syntax,
            },
            block.sink,
        );
    }

    /// Lets go of what grew past the limit.
    fn shed(&mut self, end: u64, block: &mut Block<'_, '_>) {
        if self.waiting.as_ref().is_some_and(|waiting| long(waiting.start, end)) {
            self.flush(block);
        }
        if let Some(open) = self.open.as_mut() {
            open.too_long |= long(open.start, end);
        }
    }

    fn finish(&mut self, end: u64, block: &mut Block<'_, '_>) {
        if let Some(start) = self.segment.take() {
            self.position = end;
            self.unfinished(start, end, block);
        }
        self.flush_before_header(block);
        if !self.messages_seen && !self.before.is_empty() {
            let notes = std::mem::take(&mut self.before);
            self.say_behind(notes, end, end, block);
        }
    }

    /// The last segment, which has no terminator.
    fn unfinished(&mut self, start: u64, end: u64, block: &mut Block<'_, '_>) {
        let bytes = block.bytes(start, end);
        let kind = tag(bytes, &self.syntax);
        let note =
            Note::warning("EDI-TERMINATOR", "", "a terminator behind the last segment", "end of input");
        if matches!(&kind, b"UNT" | b"UNZ" | b"UNE") && !bytes.is_empty() {
            if &kind == b"UNT" {
                self.segments += 1;
                self.trailer(start, end, block);
            }
            if let Some(waiting) = &mut self.waiting {
                waiting.notes.push(note);
            }
            if &kind != b"UNT" {
                self.segment_read(start, end, block);
            }
            return;
        }
        let cut =
            Note::error("EDI-TRUNCATED", "", "the rest of the message: the input ends inside a segment", {
                String::from_utf8_lossy(bytes.get(..bytes.len().min(160)).unwrap_or_default()).into_owned()
            });
        if let Some(waiting) = self.waiting.as_ref()
            && long(waiting.start, end)
        {
            self.flush(block);
        }
        self.segments += 1;
        if self.open.is_none() && &kind == b"UNH" {
            self.header(start, end, block);
        } else {
            self.body(start, end, block);
        }
        if let Some(open) = &mut self.open {
            open.too_long |= long(open.start, end);
            open.notes.push(cut);
        }
        self.end_message(block, false);
    }
}

/// Whether what began at `start` and reaches to `end` is longer than a message may be.
fn long(start: u64, end: u64) -> bool {
    end.saturating_sub(start) > MESSAGE_BYTES_MAX as u64
}

/// The first three letters of a segment, line breaks passed over.
fn tag(bytes: &[u8], syntax: &Syntax) -> [u8; 3] {
    let mut letters = bytes.iter().copied().filter(|byte| !syntax.is_break(*byte));
    std::array::from_fn(|_| letters.next().unwrap_or_default())
}

/// The syntax version that the UNB at the front of `bytes` states; 0 when there is none.
pub(crate) fn version_of(bytes: &[u8], syntax: &Syntax) -> u8 {
    let end = syntax.terminator_in(bytes, 0).unwrap_or(bytes.len());
    let unb = bytes.get(..end).unwrap_or_default();
    if &tag(unb, syntax) != b"UNB" {
        return 0;
    }
    with_segment(unb, syntax, |segment| segment.raw(1, 1).parse().unwrap_or(0)).unwrap_or(0)
}

impl<'i> Block<'i, '_> {
    fn from(&self, position: u64) -> &'i [u8] {
        let start = position.saturating_sub(self.offset) as usize;
        self.input.get(start..).unwrap_or_default()
    }

    fn bytes(&self, start: u64, end: u64) -> &'i [u8] {
        let from = start.checked_sub(self.offset).map(|from| from as usize);
        let to = end.saturating_sub(self.offset) as usize;
        from.and_then(|from| self.input.get(from..to)).unwrap_or_default()
    }
}
