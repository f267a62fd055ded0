//! The service characters of an interchange (ISO 9735, UNA).

/// What a byte is to the tokenizer.
pub(crate) const PLAIN: u8 = 0;
pub(crate) const COMPONENT: u8 = 1;
pub(crate) const ELEMENT: u8 = 2;
pub(crate) const REPETITION: u8 = 3;
pub(crate) const RELEASE: u8 = 4;

/// The separators in force, and what each byte is under them.
#[derive(Debug, Clone)]
pub(crate) struct Syntax {
    pub(crate) terminator: u8,
    pub(crate) element: u8,
    pub(crate) component: u8,
    pub(crate) release: Option<u8>,
    pub(crate) repetition: Option<u8>,
    /// Whether a UNA gave them.
    pub(crate) advised: bool,
    classes: [u8; 256],
}

impl Default for Syntax {
    /// The separators without UNA: `:`, `+`, `?`, `'`, and no repetition.
    fn default() -> Self {
        Syntax::new(b':', b'+', Some(b'?'), None, b'\'')
    }
}

impl Syntax {
    fn new(
        component: u8,
        element: u8,
        release: Option<u8>,
        repetition: Option<u8>,
        terminator: u8,
    ) -> Syntax {
        let mut classes = [PLAIN; 256];
        let mut set = |byte: u8, class: u8| {
            if let Some(slot) = classes.get_mut(usize::from(byte)) {
                *slot = class;
            }
        };
        set(component, COMPONENT);
        set(element, ELEMENT);
        if let Some(byte) = repetition {
            set(byte, REPETITION);
        }
        if let Some(byte) = release {
            set(byte, RELEASE);
        }
        Syntax { terminator, element, component, release, repetition, advised: false, classes }
    }

    /// From the nine bytes of a UNA. `None` when its characters cannot separate: equal, letters, digits, not ASCII.
    pub(crate) fn from_advice(una: &[u8]) -> Option<Syntax> {
        let [b'U', b'N', b'A', component, element, _decimal, release, repetition, terminator] = *una else {
            return None;
        };
        let optional = |byte: u8| (byte != b' ').then_some(byte);
        let (release, repetition) = (optional(release), optional(repetition));
        let mut used = vec![component, element, terminator];
        used.extend(release);
        used.extend(repetition);
        let count = used.len();
        let usable = used.iter().all(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric());
        used.sort_unstable();
        used.dedup();
        let blank = component == b' ' || element == b' ' || terminator == b' ';
        (usable && !blank && used.len() == count).then(|| Syntax {
            advised: true,
            ..Syntax::new(component, element, release, repetition, terminator)
        })
    }

    /// What a UNB without UNA in front says of them: its fourth byte separates elements. Only the two sets that the
    /// standard names are known, that of UNOA and the control characters of UNOB.
    pub(crate) fn from_header(unb: &[u8]) -> Syntax {
        match unb.get(3) {
            Some(0x1D) => Syntax::new(0x1F, 0x1D, None, None, 0x1C),
            _ => Syntax::default(),
        }
    }

    /// The same with the repetition separator of syntax version 4, or without one before it.
    pub(crate) fn of_version(self, version: u8) -> Syntax {
        let repetition = match (version >= 4, self.advised) {
            (false, _) => None,
            (true, true) => self.repetition,
            (true, false) => Some(b'*'),
        };
        let advised = self.advised;
        let syntax = Syntax::new(self.component, self.element, self.release, repetition, self.terminator);
        Syntax { advised, ..syntax }
    }

    /// The same with the separators of elements and components exchanged.
    pub(crate) fn exchanged(&self) -> Syntax {
        let syntax =
            Syntax::new(self.element, self.component, self.release, self.repetition, self.terminator);
        Syntax { advised: self.advised, ..syntax }
    }

    #[inline]
    pub(crate) fn class(&self, byte: u8) -> u8 {
        self.classes.get(usize::from(byte)).copied().unwrap_or(PLAIN)
    }

    /// Whether a byte is a line break that says nothing.
    #[inline]
    pub(crate) fn is_break(&self, byte: u8) -> bool {
        matches!(byte, b'\r' | b'\n') && byte != self.terminator
    }

    /// Whether a byte may stand between segments: blanks, line ends, and the marks that old lines put round a text.
    #[inline]
    pub(crate) fn is_between(&self, byte: u8) -> bool {
        matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0x01 | 0x02 | 0x03 | 0x1A) && byte != self.terminator
    }

    /// Offset of the next unreleased terminator in `bytes` from `from` on; `Err` with where to look on when more
    /// bytes are offered.
    #[inline]
    pub(crate) fn terminator_in(&self, bytes: &[u8], from: usize) -> Result<usize, usize> {
        let mut at = from;
        let Some(release) = self.release else {
            let rest = bytes.get(at..).unwrap_or_default();
            return memchr::memchr(self.terminator, rest).map(|found| at + found).ok_or(bytes.len());
        };
        while let Some(found) = memchr::memchr2(self.terminator, release, bytes.get(at..).unwrap_or_default())
        {
            let here = at + found;
            if bytes.get(here) == Some(&self.terminator) {
                return Ok(here);
            }
            if here + 1 >= bytes.len() {
                return Err(here);
            }
            at = here + 2;
        }
        Err(bytes.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_is_taken_when_it_can_separate() {
        for good in [b"UNA:+.? '", b"UNA:+,?*'", b"UNA|~.^ #", b"UNA:(.) -", b"UNA:+.? \n"] {
            assert!(Syntax::from_advice(good).is_some(), "{}", String::from_utf8_lossy(good));
        }
        for bad in [b"UNA++.? '", b"UNAA+.? '", b"UNA:+.?''", b"UNA \xFF.? '", b"UNB:+.? '"] {
            assert!(Syntax::from_advice(bad).is_none(), "{}", String::from_utf8_lossy(bad));
        }
    }

    #[test]
    fn released_terminators_are_passed_over() {
        let syntax = Syntax::default();
        assert_eq!(syntax.terminator_in(b"FTX+a?'b??'", 0), Ok(10));
        assert_eq!(syntax.terminator_in(b"FTX+a?", 0), Err(5));
        assert_eq!(syntax.terminator_in(b"FTX+a", 0), Err(5));
    }

    #[test]
    fn versions_before_four_repeat_nothing() {
        assert_eq!(Syntax::default().of_version(3).class(b'*'), PLAIN);
        assert_eq!(Syntax::default().of_version(4).class(b'*'), REPETITION);
        let spaced = Syntax::from_advice(b"UNA:+.? '").unwrap();
        assert_eq!(spaced.of_version(4).class(b'*'), PLAIN);
    }
}
