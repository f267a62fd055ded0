//! What was read does not depend on where the blocks were cut, and no damage makes a reader fail.

use crate::fixtures::{ALL, detected, read, read_with_cuts};
use proptest::prelude::*;
use tidewaiter_formats::{Mapping, detect};

#[test]
fn one_cut_anywhere_changes_nothing() {
    for (text, format) in ALL {
        let whole = read(text.as_bytes(), *format);
        assert!(!whole.is_empty());
        for cut in 0..text.len() {
            assert_eq!(
                read_with_cuts(text.as_bytes(), &detected(*format), &[cut]),
                whole,
                "{format:?} cut at {cut}"
            );
        }
    }
}

#[test]
fn cut_off_anywhere_something_is_said_or_the_rest_still_reads() {
    for (text, format) in ALL {
        for end in 0..text.len() {
            let input = &text.as_bytes()[..end];
            let _ = detect(input, &Mapping::builtin());
            read(input, *format);
        }
    }
}

#[test]
fn damage_at_every_structural_point_is_survived() {
    let replacements: [&[u8]; 14] =
        [b"", b"\"", b"<", b">", b"{", b"}", b"]", b"\n", b"\0", b"\xFF", b",", b"&x;", b"'", b"?"];
    for (text, format) in ALL {
        let structural =
            text.bytes().enumerate().filter(|(_, byte)| b"\",<>/{}[]:\n;=&+'?~|#^".contains(byte));
        for (at, _) in structural {
            for replacement in replacements {
                let mut input = text.as_bytes()[..at].to_vec();
                input.extend_from_slice(replacement);
                input.extend_from_slice(&text.as_bytes()[at + 1..]);
                let whole = read(&input, *format);
                let _ = detect(&input, &Mapping::builtin());
                if at % 5 == 0 {
                    assert_eq!(read_with_cuts(&input, &detected(*format), &[at / 2, at, at + 1]), whole);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn random_damage_reads_the_same_in_any_blocks(
        fixture in 0..ALL.len(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..3_u8, any::<u8>()), 0..6),
        cuts in prop::collection::vec(any::<usize>(), 0..12),
    ) {
        let (text, format) = ALL[fixture];
        let mut input = text.as_bytes().to_vec();
        for (index, kind, byte) in edits {
            let at = index.index(input.len());
            match kind {
                0 => input[at] = byte,
                1 => input.insert(at, byte),
                _ => { input.remove(at); }
            }
        }
        let whole = read(&input, format);
        prop_assert_eq!(read_with_cuts(&input, &detected(format), &cuts), whole);
        let _ = detect(&input, &Mapping::builtin());
    }

    #[test]
    fn random_bytes_are_survived(input in prop::collection::vec(any::<u8>(), 0..200), cut in any::<usize>()) {
        for (_, format) in ALL {
            let whole = read(&input, *format);
            prop_assert_eq!(read_with_cuts(&input, &detected(*format), &[cut]), whole);
        }
        let _ = detect(&input, &Mapping::builtin());
    }

    #[test]
    fn random_structure_is_survived(input in "[\",\n\\[\\]{}<>:/a1 \\\\]{0,120}", cut in any::<usize>()) {
        for (_, format) in ALL {
            let whole = read(input.as_bytes(), *format);
            prop_assert_eq!(read_with_cuts(input.as_bytes(), &detected(*format), &[cut]), whole);
        }
    }
}
