//! A message's bytes as text: its character set read, line breaks inside segments taken out.

use super::syntax::Syntax;
use std::borrow::Cow;
use tidewaiter_model::provenance::ByteSpan;

/// The character set that a UNB declares (S001 0001).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Declared {
    /// UNOA, UNOB, IATA: no byte above 7F.
    Ascii,
    /// UNOC: ISO 8859-1.
    Latin1,
    /// UNOW, UNOY: UTF-8.
    Utf8,
    /// Any other, such as UNOE (ISO 8859-5): bytes above 7F are not read for sure.
    Other,
}

impl Declared {
    pub(crate) fn of(identifier: &str) -> Declared {
        match identifier {
            "UNOC" => Declared::Latin1,
            "UNOW" | "UNOY" => Declared::Utf8,
            "UNOA" | "UNOB" | "IATA" | "IATB" | "" => Declared::Ascii,
            _ => Declared::Other,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Declared::Ascii => "characters of ISO 646 (UNOA, UNOB)",
            Declared::Latin1 => "ISO 8859-1 (UNOC)",
            Declared::Utf8 => "UTF-8 (UNOW)",
            Declared::Other => "a character set that is read; its bytes above 7F were taken for ISO 8859-1",
        }
    }
}

/// How the bytes above 7F were read, if that is not what was declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Charset {
    /// The first such byte, in the message.
    pub(crate) at: ByteSpan,
    pub(crate) expected: &'static str,
    pub(crate) found: &'static str,
}

/// A message as text, with the way back to its bytes.
pub(crate) struct Plain<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Where text and bytes part: offset in the text, offset in the bytes.
    marks: Vec<(u64, u64)>,
    pub(crate) charset: Option<Charset>,
    /// The first line break inside a segment.
    pub(crate) break_at: Option<u64>,
}

/// Bytes 80 to 9F of Windows code page 1252; the five that it leaves open stand for themselves.
const CP1252: [char; 32] = [
    '\u{20AC}', '\u{81}', '\u{201A}', '\u{192}', '\u{201E}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{2C6}',
    '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8D}', '\u{17D}', '\u{8F}', '\u{90}', '\u{2018}',
    '\u{2019}', '\u{201C}', '\u{201D}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{2DC}', '\u{2122}', '\u{161}',
    '\u{203A}', '\u{153}', '\u{9D}', '\u{17E}', '\u{178}',
];

impl<'a> Plain<'a> {
    pub(crate) fn of(bytes: &'a [u8], declared: Declared, syntax: &Syntax) -> Plain<'a> {
        let break_at = inner_break(bytes, syntax);
        let high = if bytes.is_ascii() { None } else { bytes.iter().position(|byte| !byte.is_ascii()) };
        let utf8 = std::str::from_utf8(bytes).ok();
        let charset = high.and_then(|at| charset(bytes, at, declared, utf8.is_some()));
        match utf8 {
            Some(text) if break_at.is_none() => {
                Plain { text: Cow::Borrowed(text), marks: Vec::new(), charset, break_at: None }
            }
            _ => Plain { charset, break_at, ..copied(bytes, syntax, utf8.is_some(), break_at.is_some()) },
        }
    }

    /// Where a span of the text lies in the bytes.
    pub(crate) fn original(&self, span: ByteSpan) -> ByteSpan {
        let (start, end) = (self.offset(span.start), self.offset(span.end()));
        ByteSpan::new(start, end.saturating_sub(start))
    }

    fn offset(&self, at: u64) -> u64 {
        let mark = self.marks.partition_point(|mark| mark.0 <= at);
        let Some((text, bytes)) = mark.checked_sub(1).and_then(|mark| self.marks.get(mark)) else {
            return at;
        };
        bytes + (at - text)
    }
}

/// The first line break that stands inside a segment, not behind one.
fn inner_break(bytes: &[u8], syntax: &Syntax) -> Option<u64> {
    for at in memchr::memchr2_iter(b'\r', b'\n', bytes) {
        if bytes.get(at).is_some_and(|byte| *byte == syntax.terminator) {
            continue;
        }
        let before = bytes.get(..at).unwrap_or_default();
        // Nearly every break stands right behind a terminator.
        if let [.., second, last] = before
            && *last == syntax.terminator
            && syntax.release != Some(*second)
        {
            continue;
        }
        let mut behind = before.iter().rev().skip_while(|byte| syntax.is_between(**byte));
        let terminated = behind.next().is_none_or(|byte| *byte == syntax.terminator);
        let released = terminated && behind.next().is_some_and(|byte| syntax.release == Some(*byte));
        let last = syntax.terminator == b'\n' && bytes.get(at + 1) == Some(&b'\n');
        if (!terminated || released) && !last && at + 1 < bytes.len() {
            return Some(at as u64);
        }
    }
    None
}

fn charset(bytes: &[u8], at: usize, declared: Declared, utf8: bool) -> Option<Charset> {
    let windows = bytes.iter().any(|byte| (0x80..0xA0).contains(byte));
    let found = match (declared, utf8) {
        (Declared::Utf8, true) => return None,
        (Declared::Latin1, false) if !windows => return None,
        (_, true) => "UTF-8; read as such",
        (_, false) if windows => "bytes of Windows code page 1252; read as such",
        (_, false) => "bytes above 7F; read as ISO 8859-1",
    };
    let at = ByteSpan::new(at as u64, 1);
    Some(Charset { at, expected: declared.name(), found })
}

/// A copy in UTF-8, without the line breaks inside segments if there are any.
fn copied(bytes: &[u8], syntax: &Syntax, utf8: bool, breaks: bool) -> Plain<'static> {
    let mut text: Vec<u8> = Vec::with_capacity(bytes.len() + bytes.len() / 16);
    let mut marks = Vec::new();
    let (mut between, mut released) = (true, false);
    for (at, byte) in bytes.iter().enumerate() {
        if breaks && syntax.is_break(*byte) && !between {
            marks.push((text.len() as u64, at as u64 + 1));
            continue;
        }
        if released {
            released = false;
        } else if *byte == syntax.terminator {
            between = true;
        } else if syntax.release == Some(*byte) {
            released = true;
            between = false;
        } else if !syntax.is_between(*byte) {
            between = false;
        }
        if utf8 || byte.is_ascii() {
            text.push(*byte);
            continue;
        }
        let character = match byte.checked_sub(0x80).and_then(|low| CP1252.get(usize::from(low))) {
            Some(character) => *character,
            None => char::from(*byte),
        };
        let mut buffer = [0; 4];
        text.extend_from_slice(character.encode_utf8(&mut buffer).as_bytes());
        marks.push((text.len() as u64, at as u64 + 1));
    }
    let text = String::from_utf8(text).unwrap_or_else(|error| {
        // A line break cannot stand inside a character of UTF-8, so nothing is lost here.
        String::from_utf8_lossy(error.as_bytes()).into_owned()
    });
    Plain { text: Cow::Owned(text), marks, charset: None, break_at: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain<'a>(bytes: &'a [u8], declared: Declared) -> Plain<'a> {
        Plain::of(bytes, declared, &Syntax::default())
    }

    #[test]
    fn breaks_inside_segments_go_and_those_between_stay() {
        let found = plain(b"UNH+1'\r\nBGM+4\r\n4+9'\nUN\nT+3+1'", Declared::Ascii);
        assert_eq!(found.text, "UNH+1'\r\nBGM+44+9'\nUNT+3+1'");
        assert_eq!(found.break_at, Some(13));
        assert_eq!(found.original(ByteSpan::new(12, 2)), ByteSpan::new(12, 4));
        let at = found.text.find("UNT").unwrap() as u64;
        assert_eq!(found.original(ByteSpan::new(at, 3)), ByteSpan::new(20, 4));
        assert!(matches!(plain(b"UNH+1'\r\n\r\nUNT+3+1'\r\n", Declared::Ascii).text, Cow::Borrowed(_)));
    }

    #[test]
    fn character_sets_are_told_and_said() {
        let check = |bytes: &[u8], declared, text: &str, said: Option<&str>| {
            let found = plain(bytes, declared);
            assert_eq!(found.text, text);
            let charset = found.charset.as_ref().map(|charset| charset.found);
            assert_eq!(charset.map(|found| found.split(';').next().unwrap()), said, "{text}");
        };
        check(b"M\xFCller'", Declared::Latin1, "M\u{FC}ller'", None);
        check(b"M\xFCller'", Declared::Ascii, "M\u{FC}ller'", Some("bytes above 7F"));
        check("M\u{FC}ller'".as_bytes(), Declared::Utf8, "M\u{FC}ller'", None);
        check("M\u{FC}ller'".as_bytes(), Declared::Latin1, "M\u{FC}ller'", Some("UTF-8"));
        check(b"5 \x80'", Declared::Latin1, "5 \u{20AC}'", Some("bytes of Windows code page 1252"));
        check(b"5 \x80'", Declared::Utf8, "5 \u{20AC}'", Some("bytes of Windows code page 1252"));
        let shifted = plain(b"\xFC\xFCab", Declared::Latin1);
        assert_eq!(shifted.original(ByteSpan::new(4, 1)), ByteSpan::new(2, 1));
    }
}
