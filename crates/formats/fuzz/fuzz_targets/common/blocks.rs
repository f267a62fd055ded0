//! What must hold for every message of every reader.

use std::fmt::{self, Write};
use tidewaiter_formats::{DIAGNOSTICS_MAX, MESSAGE_BYTES_MAX, ROW_BYTES_MAX};
use tidewaiter_formats::{Detected, Format, Mapping, ReadMessage, Reader};
use tidewaiter_model::diagnostic::Severity;

/// How an input is cut into blocks; the first bytes of what the fuzzer offers say so.
pub struct Cuts([u8; 4]);

/// Most blocks of one input: more would only make large inputs slow.
const BLOCKS_MAX: usize = 64;

impl Cuts {
    /// Takes the four bytes that describe the cuts off the front.
    pub fn split(data: &[u8]) -> Option<(Cuts, &[u8])> {
        data.split_first_chunk().map(|(cuts, input)| (Cuts(*cuts), input))
    }

    /// Where the blocks end, ascending, the last one at the end of the input. An even first byte makes blocks of any
    /// length, an odd one blocks of equal length.
    fn ends(&self, len: usize) -> Vec<usize> {
        let [kind, seed @ ..] = self.0;
        let seed = seed.iter().fold(0, |seed, byte| (seed << 8) | usize::from(*byte));
        let mut ends = Vec::new();
        if kind % 2 == 1 {
            let size = (seed % 512 + 1).max(len / BLOCKS_MAX + 1);
            ends.extend((size..len).step_by(size));
        } else {
            let mut state = seed as u64 + 1;
            for _ in 0..usize::from(kind / 2) % 16 + 1 {
                // The steps of Knuth's MMIX: any spread will do, as long as it is the same in every run.
                ends.push((state >> 33) as usize % (len + 1));
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                ends.push((state >> 33) as usize % (len + 1));
            }
            ends.sort_unstable();
        }
        ends.push(len);
        ends
    }
}

/// Reads whole and in blocks: both must keep every promise and say the same.
pub fn check(cuts: &Cuts, input: &[u8], detected: &Detected, mappings: &[Mapping]) {
    let digest = |ends: &[usize]| {
        let mut messages = Vec::new();
        read(input, detected, mappings, ends, &mut |message| {
            let mut text = Digest(0xCBF2_9CE4_8422_2325);
            write_message(message, &mut text);
            messages.push(text.0);
        });
        messages
    };
    let ends = cuts.ends(input.len());
    if digest(&[input.len()]) != digest(&ends) {
        let text = |ends: &[usize]| {
            let mut messages = Vec::new();
            read(input, detected, mappings, ends, &mut |message| {
                let mut text = String::new();
                write_message(message, &mut text);
                messages.push(text);
            });
            messages
        };
        assert_eq!(text(&[input.len()]), text(&ends), "whole and in blocks that end at {ends:?}");
    }
}

fn read(
    input: &[u8],
    detected: &Detected,
    mappings: &[Mapping],
    ends: &[usize],
    sink: &mut dyn FnMut(&ReadMessage<'_>),
) {
    let mut reader = Reader::new(detected, mappings, "fuzz");
    let held_max = match detected.format {
        Format::EnsXml | Format::WcoXml | Format::DcsaJson | Format::Edifact => MESSAGE_BYTES_MAX,
        Format::StatusCsv | Format::DeclarationCsv => ROW_BYTES_MAX,
    };
    let (mut consumed, mut last_end) = (0, 0_u64);
    for (number, end) in ends.iter().enumerate() {
        let at_end = number + 1 == ends.len();
        let block = &input[consumed..*end];
        consumed += reader.read(block, consumed as u64, at_end, &mut |message| {
            assert!(message.span.start >= last_end, "{:?} begins before {last_end}", message.span);
            last_end = message.span.end();
            check_message(&message, input);
            sink(&message);
        });
        assert!(consumed <= *end, "{consumed} bytes are consumed of {end}");
        assert!(*end - consumed <= held_max, "{} bytes are held back", *end - consumed);
    }
    assert_eq!(consumed, input.len(), "all is consumed at the end");
}

fn check_message(message: &ReadMessage<'_>, input: &[u8]) {
    assert!(message.span.end() <= input.len() as u64, "{:?} is inside the input", message.span);
    if !message.bytes.is_empty() {
        let place = message.span.start as usize..message.span.end() as usize;
        assert_eq!(message.bytes, &input[place], "the bytes are those of the span");
    }
    super::diagnostics::check(&message.diagnostics, message.span.len);
    assert!(message.diagnostics.len() <= DIAGNOSTICS_MAX, "{} diagnostics", message.diagnostics.len());
    let refused = message.diagnostics.iter().any(|said| said.severity == Severity::Error);
    assert_eq!(message.record.is_none(), refused, "{:?}", message.diagnostics);
    assert!(message.more.is_empty() || message.record.is_some(), "more, but no first record");
}

/// All of a message but its bytes, which the span stands for.
fn write_message(message: &ReadMessage<'_>, out: &mut impl Write) {
    let ReadMessage { span, bytes, identity, record, more, received, event_time, diagnostics } = message;
    let said = (span, bytes.len(), identity, record, more, received, event_time, diagnostics);
    write!(out, "{said:?}").expect("text and digest take everything");
}

/// FNV-1a: two long texts are compared without keeping either.
struct Digest(u64);

impl Write for Digest {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        }
        Ok(())
    }
}
