//! What must hold for every input of every reader.

use tidewaiter_formats::{Detected, Format, Mapping, Reader};

/// The first two bytes say where to cut the rest.
pub fn check(data: &[u8], format: Format) {
    let Some((cut, input)) = data.split_first_chunk::<2>() else { return };
    let cut = usize::from(u16::from_le_bytes(*cut)) % (input.len() + 1);
    assert_eq!(read(input, format, cut), read(input, format, input.len()));
}

fn read(input: &[u8], format: Format, cut: usize) -> Vec<String> {
    let mappings = Mapping::builtin();
    let detected = Detected { format, mapping: Some(0) };
    let mut reader = Reader::new(&detected, &mappings, "fuzz");
    let (mut messages, mut consumed) = (Vec::new(), 0);
    for end in [cut, input.len()] {
        let last = end == input.len();
        consumed += reader.read(&input[consumed..end], consumed as u64, last, &mut |message| {
            assert!(message.span.end() <= input.len() as u64);
            messages.push(format!("{message:?}"));
        });
        if last {
            break;
        }
    }
    assert_eq!(consumed, input.len());
    messages
}
