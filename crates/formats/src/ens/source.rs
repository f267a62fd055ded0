//! The text of a message and how its places lead back to the message's bytes.

use std::borrow::Cow;
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::entry_summary::{EntrySummary, LocalText, Party};
use tidewaiter_model::provenance::ByteSpan;

/// A message as UTF-8.
#[derive(Debug)]
pub(crate) struct Source<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Bytes of the message before the text: the byte order mark.
    mark: u64,
    /// Places in the text where one byte of ISO 8859-1 became two, ascending.
    widened: Vec<u64>,
}

impl<'a> Source<'a> {
    /// Decodes UTF-8, US-ASCII and ISO 8859-1, as the XML declaration says; UTF-8 when it says nothing.
    pub(crate) fn decode(bytes: &'a [u8]) -> Result<Source<'a>, Diagnostic> {
        let wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
        if wide || bytes.get(..2).is_some_and(|pair| pair.contains(&0)) {
            return Err(refused(ByteSpan::new(0, 2), "UTF-16"));
        }
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let mark = (bytes.len() - text.len()) as u64;
        let declared = declared_encoding(text);
        let name = declared.map_or("UTF-8", |(name, _)| name).to_ascii_uppercase();
        match name.as_str() {
            "UTF-8" | "UTF8" | "US-ASCII" | "ASCII" => {}
            "ISO-8859-1" | "ISO8859-1" | "LATIN1" | "LATIN-1" if mark == 0 => {
                return Ok(Source::latin1(bytes));
            }
            _ => {
                let (start, len) = declared.map_or((0, 0), |(name, at)| (at as u64, name.len() as u64));
                return Err(refused(ByteSpan::new(mark + start, len), &name));
            }
        }
        let text = std::str::from_utf8(text).map_err(|error| {
            let fault = crate::csv::utf8_fault(text, error);
            Diagnostic { code: "XML-UTF8".to_owned(), span: fault.span.shifted(mark), ..fault }
        })?;
        Ok(Source { text: Cow::Borrowed(text), mark, widened: Vec::new() })
    }

    fn latin1(bytes: &'a [u8]) -> Source<'a> {
        if let Ok(text) = std::str::from_utf8(bytes)
            .map_err(|_| ())
            .and_then(|text| if text.is_ascii() { Ok(text) } else { Err(()) })
        {
            return Source { text: Cow::Borrowed(text), mark: 0, widened: Vec::new() };
        }
        let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
        let mut widened = Vec::new();
        for byte in bytes {
            if !byte.is_ascii() {
                widened.push(text.len() as u64);
            }
            text.push(char::from(*byte));
        }
        Source { text: Cow::Owned(text), mark: 0, widened }
    }

    /// The message's bytes of a span of the text.
    pub(crate) fn original(&self, span: ByteSpan) -> ByteSpan {
        let back = |place: u64| {
            let wider = self.widened.partition_point(|widened| *widened < place) as u64;
            place - wider + self.mark
        };
        let start = back(span.start);
        ByteSpan::new(start, back(span.end()).saturating_sub(start))
    }

    /// Turns the spans of a record into those of the message's bytes.
    pub(crate) fn restore_spans(&self, record: &mut EntrySummary) {
        if self.mark > 0 || !self.widened.is_empty() {
            spans(record, &mut |span| *span = self.original(*span));
        }
    }
}

/// Name of the declared encoding and where it stands.
fn declared_encoding(text: &[u8]) -> Option<(&str, usize)> {
    let head = text.get(..text.len().min(256))?;
    let declaration =
        head.strip_prefix(b"<?xml").and(memchr::memmem::find(head, b"?>")).map(|end| &head[..end])?;
    let key = memchr::memmem::find(declaration, b"encoding")?;
    let quote = key + declaration.get(key..)?.iter().position(|byte| matches!(byte, b'"' | b'\''))?;
    let mark = *declaration.get(quote)?;
    let len = memchr::memchr(mark, declaration.get(quote + 1..)?)?;
    let name = std::str::from_utf8(declaration.get(quote + 1..quote + 1 + len)?).ok()?;
    Some((name, quote + 1))
}

fn refused(span: ByteSpan, found: &str) -> Diagnostic {
    Diagnostic::error("XML-ENCODING", span, "", "UTF-8, US-ASCII or ISO-8859-1", found)
}

/// Calls `change` for every span in a record.
pub(crate) fn spans(record: &mut EntrySummary, change: &mut dyn FnMut(&mut ByteSpan)) {
    let mut located: Vec<&mut ByteSpan> = Vec::new();
    located.extend(record.local_reference_number.iter_mut().map(|text| &mut text.span));
    located.extend(record.movement_reference_number.iter_mut().map(|text| &mut text.span));
    located.extend(record.unique_consignment_reference.iter_mut().map(|text| &mut text.span));
    located.extend(record.office_of_first_entry.iter_mut().map(|text| &mut text.span));
    located.extend(record.total_gross_mass_kg.iter_mut().map(|mass| &mut mass.span));
    let times = [&mut record.declared, &mut record.amended, &mut record.expected_arrival];
    located.extend(times.into_iter().flatten().map(|time| &mut time.span));
    located.extend(record.itinerary.iter_mut().map(|country| &mut country.span));
    located.extend(record.seals.iter_mut().map(|seal| &mut seal.span));
    let texts: [&mut Option<LocalText>; 4] = [
        &mut record.declaration_place,
        &mut record.place_of_loading,
        &mut record.place_of_unloading,
        &mut record.amendment_place,
    ];
    located.extend(texts.into_iter().flatten().map(|text| &mut text.span));
    let parties: [&mut Option<Party>; 6] = [
        &mut record.consignor,
        &mut record.consignee,
        &mut record.notify_party,
        &mut record.representative,
        &mut record.lodging_person,
        &mut record.entry_carrier,
    ];
    located.extend(parties.into_iter().flatten().map(|party| &mut party.span));
    for item in &mut record.items {
        located.push(&mut item.span);
        let texts = [&mut item.description, &mut item.place_of_loading, &mut item.place_of_unloading];
        located.extend(texts.into_iter().flatten().map(|text| &mut text.span));
        let parties = [&mut item.consignor, &mut item.consignee, &mut item.notify_party];
        located.extend(parties.into_iter().flatten().map(|party| &mut party.span));
        located.extend(item.gross_mass_kg.iter_mut().map(|mass| &mut mass.span));
        located.extend(item.commodity_code.iter_mut().map(|code| &mut code.span));
        located.extend(item.documents.iter_mut().map(|document| &mut document.span));
        located.extend(item.containers.iter_mut().map(|container| &mut container.span));
        located.extend(
            item.packages
                .iter_mut()
                .filter_map(|packages| packages.marks.as_mut())
                .map(|text| &mut text.span),
        );
    }
    located.into_iter().for_each(change);
}
