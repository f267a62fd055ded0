//! The push reader.

use crate::dcsa::DcsaJson;
use crate::declaration_csv::{DeclarationCsv, Mapping};
use crate::detect::{Detected, Format};
use crate::edifact::Edifact;
use crate::ens::EnsXml;
use crate::message::ReadMessage;
use crate::status_csv::StatusCsv;
use crate::wco::WcoXml;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads one input, of one format, as its bytes arrive.
#[derive(Debug)]
pub struct Reader {
    name: String,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Ens(EnsXml),
    Wco(WcoXml),
    Dcsa(Box<DcsaJson>),
    Status(Box<StatusCsv>),
    Declaration(Box<DeclarationCsv>),
    Edifact(Box<Edifact>),
}

impl Reader {
    /// A reader for what [`crate::detect`] found, with the same mappings. `name` names the input in
    /// [`Reader::name`]; it never changes what is read.
    pub fn new(detected: &Detected, mappings: &[Mapping], name: &str) -> Reader {
        let kind = match detected.format {
            Format::EnsXml => Kind::Ens(EnsXml::default()),
            Format::WcoXml => Kind::Wco(WcoXml::default()),
            Format::DcsaJson => Kind::Dcsa(Box::default()),
            Format::Edifact => Kind::Edifact(Box::default()),
            Format::StatusCsv => Kind::Status(Box::new(StatusCsv::new())),
            Format::DeclarationCsv => {
                let mapping = detected.mapping.and_then(|number| mappings.get(number));
                Kind::Declaration(Box::new(DeclarationCsv::new(mapping.cloned().unwrap_or_default())))
            }
        };
        Reader { name: name.to_owned(), kind }
    }

    /// The input's name, as given.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Consumes what it can from `input`, which starts at byte `offset` of the whole input, hands each message to
    /// `sink` and returns how many bytes it consumed. The caller presents the rest again with more bytes behind
    /// it. With `at_end` everything is consumed.
    ///
    /// When it consumes nothing the caller must offer more; it never asks for more than
    /// [`crate::MESSAGE_BYTES_MAX`] and one byte (for a CSV row: [`crate::ROW_BYTES_MAX`] and one byte): whatever
    /// is longer is streamed past and comes out as one message without bytes, with a diagnostic.
    pub fn read(
        &mut self,
        input: &[u8],
        offset: u64,
        at_end: bool,
        sink: &mut dyn FnMut(ReadMessage<'_>),
    ) -> usize {
        let mark = match self.byte_order_mark(input, offset, at_end) {
            Some(mark) => mark,
            None => return 0,
        };
        let (rest, start) = (input.get(mark..).unwrap_or_default(), offset + mark as u64);
        mark + match &mut self.kind {
            Kind::Ens(reader) => reader.read(rest, start, at_end, sink),
            Kind::Wco(reader) => reader.read(rest, start, at_end, sink),
            Kind::Dcsa(reader) => reader.read(rest, start, at_end, sink),
            Kind::Status(reader) => reader.read(rest, start, at_end, sink),
            Kind::Declaration(reader) => reader.read(rest, start, at_end, sink),
            Kind::Edifact(reader) => reader.read(rest, start, at_end, sink),
        }
    }

    /// Length of the byte order mark to pass over; `None` when more bytes must tell. An XML message keeps its
    /// mark: it is the whole file.
    fn byte_order_mark(&self, input: &[u8], offset: u64, at_end: bool) -> Option<usize> {
        if offset > 0 || matches!(self.kind, Kind::Ens(_) | Kind::Wco(_)) {
            return Some(0);
        }
        if input.starts_with(BYTE_ORDER_MARK) {
            return Some(BYTE_ORDER_MARK.len());
        }
        let undecided = !at_end && BYTE_ORDER_MARK.starts_with(input);
        (!undecided).then_some(0)
    }
}
