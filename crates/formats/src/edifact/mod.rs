//! UN/EDIFACT interchanges (ISO 9735), syntax versions 1 to 4: container, stowage, manifest, declaration and
//! passenger messages of directories D.95B to D.24A.
//!
//! One message is `UNH` to `UNT`. What the envelope round it says (`UNB`, `UNG`, `UNE`, `UNZ`) goes into its records;
//! what is wrong with the envelope is said with the message next to it. Reading is liberal: separators of any UNA,
//! line breaks anywhere, groups, several interchanges in one input, trailers that are missing or miscount. Each of
//! these is said as a warning. What cannot be read for sure is refused.

mod answer;
mod check;
mod codes;
mod declaration;
mod envelope;
mod iftsta;
mod manifest;
mod message;
mod plain;
mod reader;
mod report;
mod segment;
mod status;
mod stow;
mod structure;
mod syntax;
mod tables;
mod time;
mod travellers;
mod write;

pub use answer::control;
pub(crate) use check::check;
pub(crate) use reader::Edifact;
pub use write::{Sending, write_manifest, write_moves};

/// Longest segment that is read, in bytes: 64 KiB.
pub const SEGMENT_BYTES_MAX: usize = 64 << 10;
/// Most components of one segment.
pub const COMPONENTS_MAX: usize = 2_000;

use plain::{Declared, Plain};
use segment::{Segments, Tokens};
use syntax::Syntax;

/// The segments of an input, each as its elements (the tag is the first), their repetitions and components, without
/// release characters: what a tokenizer of any other make finds too.
pub fn segments(input: &[u8]) -> Vec<Vec<Vec<Vec<String>>>> {
    let input = input.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(input);
    let front = input.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(input.len());
    let mut rest = input.get(front..).unwrap_or_default();
    let mut syntax = Syntax::from_header(rest);
    if rest.starts_with(b"UNA")
        && let Some((una, after)) = rest.split_at_checked(9)
    {
        syntax = Syntax::from_advice(una).unwrap_or(syntax);
        rest = after;
    }
    let version = reader::version_of(rest, &syntax);
    let syntax = syntax.of_version(version);
    let plain = Plain::of(rest, Declared::Other, &syntax);
    let (mut tokens, mut list, mut out) = (Tokens::default(), Segments::new(&plain.text), Vec::new());
    while let Some((segment, _)) = list.next(&mut tokens, &syntax) {
        out.push(segment.parts());
    }
    out
}
