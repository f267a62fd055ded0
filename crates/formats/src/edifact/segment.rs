//! One segment, cut into elements and components without copying.

use super::syntax::{COMPONENT, ELEMENT, RELEASE, REPETITION, Syntax};
use std::borrow::Cow;
use tidewaiter_model::provenance::ByteSpan;

/// Where the components of a segment lie: reused from segment to segment.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    /// First byte and end of each component, in the text.
    components: Vec<(u32, u32)>,
    /// Number of the first component of each element; the tag is element 0.
    elements: Vec<u32>,
    /// Number of the first component of each repetition but the first.
    repetitions: Vec<u32>,
    released: bool,
}

impl Tokens {
    /// Cuts the bytes `start..end` of `text`, the terminator not among them.
    #[inline]
    pub(crate) fn cut(&mut self, text: &str, start: usize, end: usize, syntax: &Syntax) {
        self.components.clear();
        self.elements.clear();
        self.repetitions.clear();
        self.released = false;
        self.elements.push(0);
        let mut from = start as u32;
        let mut skip = false;
        let body = text.as_bytes().get(start..end).unwrap_or_default();
        for (byte, at) in body.iter().zip(start as u32..) {
            let class = syntax.class(*byte);
            if class == 0 || skip {
                skip = false;
                continue;
            }
            if class == RELEASE {
                self.released = true;
                skip = true;
                continue;
            }
            self.components.push((from, at));
            from = at + 1;
            let next = self.components.len() as u32;
            match class {
                ELEMENT => self.elements.push(next),
                REPETITION => self.repetitions.push(next),
                _ => debug_assert_eq!(class, COMPONENT),
            }
        }
        self.components.push((from, end as u32));
    }
}

/// A segment of a message.
#[derive(Clone, Copy)]
pub(crate) struct Segment<'t, 'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'t Tokens,
    pub(crate) syntax: &'t Syntax,
    /// Number of the segment in its message, UNH being 0.
    pub(crate) number: usize,
}

impl<'t, 'a> Segment<'t, 'a> {
    /// The three letters that name it.
    #[inline]
    pub(crate) fn tag(&self) -> &'a str {
        self.raw(0, 0)
    }

    #[inline]
    fn place(&self, element: usize, component: usize) -> Option<(u32, u32)> {
        let first = *self.tokens.elements.get(element)? as usize;
        let next =
            self.tokens.elements.get(element + 1).map_or(self.tokens.components.len(), |next| *next as usize);
        let at = first + component;
        if at >= next {
            return None;
        }
        self.tokens.components.get(at).copied()
    }

    /// A component as it stands, release characters included; empty when it is not there.
    #[inline]
    pub(crate) fn raw(&self, element: usize, component: usize) -> &'a str {
        let place = self.place(element, component);
        place.and_then(|(start, end)| self.text.get(start as usize..end as usize)).unwrap_or_default()
    }

    /// A component without release characters and outer blanks; `None` when nothing is left.
    #[inline]
    pub(crate) fn text(&self, element: usize, component: usize) -> Option<Cow<'a, str>> {
        let raw = self.raw(element, component);
        if raw.is_empty() {
            return None;
        }
        let text = match self.syntax.release {
            Some(release) if self.tokens.released => unescape(raw, release),
            _ => Cow::Borrowed(raw),
        };
        // Nearly every text begins and ends with a letter or digit, and needs no look for blanks.
        let ends = text.as_bytes();
        if let (Some(first), Some(last)) = (ends.first(), ends.last())
            && first.is_ascii_graphic()
            && last.is_ascii_graphic()
        {
            return Some(text);
        }
        let trimmed = match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        };
        (!trimmed.is_empty()).then_some(trimmed)
    }

    /// The same, owned.
    pub(crate) fn owned(&self, element: usize, component: usize) -> Option<String> {
        self.text(element, component).map(Cow::into_owned)
    }

    /// The components of an element from `first` on, those that hold something, put together with a blank.
    pub(crate) fn joined(&self, element: usize, first: usize) -> Option<String> {
        let mut out: Option<String> = None;
        for component in first..first + 9 {
            if self.place(element, component).is_none() {
                break;
            }
            let Some(text) = self.text(element, component) else { continue };
            match &mut out {
                Some(out) => {
                    out.push(' ');
                    out.push_str(&text);
                }
                None => out = Some(text.into_owned()),
            }
        }
        out
    }

    /// How many components stand in the segment, the tag included.
    pub(crate) fn components(&self) -> usize {
        self.tokens.components.len()
    }

    /// The bytes of a component in the text, or of the whole segment when it is not there.
    pub(crate) fn span(&self, element: usize, component: usize) -> ByteSpan {
        let whole = self.whole();
        self.place(element, component)
            .map_or(whole, |(start, end)| ByteSpan::new(u64::from(start), u64::from(end - start)))
    }

    /// The bytes of the segment in the text, without terminator.
    pub(crate) fn whole(&self) -> ByteSpan {
        let start = self.tokens.components.first().map_or(0, |place| place.0);
        let end = self.tokens.components.last().map_or(0, |place| place.1);
        ByteSpan::new(u64::from(start), u64::from(end - start))
    }

    /// Everything as elements, their repetitions and components, without release characters.
    pub(crate) fn parts(&self) -> Vec<Vec<Vec<String>>> {
        let mut elements: Vec<Vec<Vec<String>>> = Vec::new();
        for (number, (start, end)) in (0..).zip(&self.tokens.components) {
            if self.tokens.elements.contains(&number) {
                elements.push(vec![Vec::new()]);
            } else if self.tokens.repetitions.contains(&number)
                && let Some(element) = elements.last_mut()
            {
                element.push(Vec::new());
            }
            let raw = self.text.get(*start as usize..*end as usize).unwrap_or_default();
            let text = self.syntax.release.map_or(Cow::Borrowed(raw), |release| unescape(raw, release));
            if let Some(last) = elements.last_mut().and_then(|element| element.last_mut()) {
                last.push(text.into_owned());
            }
        }
        elements
    }
}

/// A text without its release characters.
fn unescape(raw: &str, release: u8) -> Cow<'_, str> {
    let release = char::from(release);
    if !raw.contains(release) {
        return Cow::Borrowed(raw);
    }
    let mut out = String::with_capacity(raw.len());
    let mut released = false;
    for character in raw.chars() {
        if character == release && !released {
            released = true;
        } else {
            released = false;
            out.push(character);
        }
    }
    Cow::Owned(out)
}

/// The segments of a message, one after the other.
pub(crate) struct Segments<'a> {
    text: &'a str,
    at: usize,
    number: usize,
}

impl<'a> Segments<'a> {
    pub(crate) fn new(text: &'a str) -> Segments<'a> {
        Segments { text, at: 0, number: 0 }
    }

    /// The next segment, cut into `tokens`. The second value says whether its terminator stands there.
    #[inline]
    pub(crate) fn next<'t>(
        &mut self,
        tokens: &'t mut Tokens,
        syntax: &'t Syntax,
    ) -> Option<(Segment<'t, 'a>, bool)> {
        let bytes = self.text.as_bytes();
        while bytes.get(self.at).is_some_and(|byte| syntax.is_between(*byte)) {
            self.at += 1;
        }
        let start = self.at;
        if start >= bytes.len() {
            return None;
        }
        let (mut end, closed) = match syntax.terminator_in(bytes, start) {
            Ok(end) => (end, true),
            Err(_) => (bytes.len(), false),
        };
        self.at = end + 1;
        if syntax.terminator == b'\n' && end > start && bytes.get(end - 1) == Some(&b'\r') {
            end -= 1;
        }
        tokens.cut(self.text, start, end, syntax);
        let number = self.number;
        self.number += 1;
        Some((Segment { text: self.text, tokens, syntax, number }, closed))
    }
}
