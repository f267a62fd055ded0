//! The text of a message and how its places lead back to the message's bytes.

use std::borrow::Cow;
use tidewaiter_model::diagnostic::Diagnostic;
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

    /// Whether places in the text are not those in the message.
    pub(crate) fn moves_places(&self) -> bool {
        self.mark > 0 || !self.widened.is_empty()
    }

    /// Whether the message has one byte for each character.
    pub(crate) fn single_bytes(&self) -> bool {
        !self.widened.is_empty()
    }

    /// The message's bytes of a span of the text.
    pub(crate) fn original(&self, span: ByteSpan) -> ByteSpan {
        let back = |place: u64| {
            let wider = self.widened.partition_point(|widened| *widened < place) as u64;
            place.saturating_sub(wider) + self.mark
        };
        let start = back(span.start);
        ByteSpan::new(start, back(span.end()).saturating_sub(start))
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
