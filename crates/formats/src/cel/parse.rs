//! From text to the tree of the `cel` crate's parser, its macros left as they are written.

use super::{EXPRESSION_BYTES_MAX, EXPRESSION_DEPTH_MAX, Fault};
use cel::IdedExpr;
use cel::parser::ParseErrors;
use std::collections::HashMap;

/// The tree, and the bytes of each node.
pub(crate) struct Parsed {
    pub(crate) root: IdedExpr,
    places: HashMap<u64, (usize, usize)>,
}

impl Parsed {
    /// A fault at a node.
    pub(crate) fn fault(&self, node: u64, text: impl Into<String>) -> Fault {
        let (start, len) = self.places.get(&node).copied().unwrap_or((0, 0));
        Fault { start, len, text: text.into() }
    }
}

pub(crate) fn parse(text: &str) -> Result<Parsed, Vec<Fault>> {
    let whole = |what: String| vec![Fault { start: 0, len: 0, text: what }];
    if text.len() > EXPRESSION_BYTES_MAX {
        return Err(whole(format!("an expression has at most {EXPRESSION_BYTES_MAX} bytes")));
    }
    if text.trim().is_empty() {
        return Err(whole("an expression is expected".to_owned()));
    }
    if deepest(text) > usize::from(EXPRESSION_DEPTH_MAX) {
        return Err(whole(format!("brackets stand at most {EXPRESSION_DEPTH_MAX} deep")));
    }
    // An environment without macros: they come as calls, with the arguments as written.
    let parser = cel::Env::default().parser().max_recursion_depth(EXPRESSION_DEPTH_MAX * 4);
    let (root, info) = parser.parse_with_source_info(text).map_err(|errors| faults(text, &errors))?;
    let mut places = HashMap::new();
    let mut id = 0;
    // Nodes are numbered from 0 or 1 without gaps worth speaking of.
    let mut missing = 0;
    while missing < 64 {
        match info.offset_for(id) {
            Some((start, stop)) => {
                let start = boundary(text, start as usize);
                let end = boundary(text, stop as usize + 1).max(start);
                places.insert(id, (start, end - start));
                missing = 0;
            }
            None => missing += 1,
        }
        id += 1;
    }
    Ok(Parsed { root, places })
}

/// Brackets and signs that the parser would go down by, quoted text aside. Over-counting only refuses what nobody writes.
fn deepest(text: &str) -> usize {
    let (mut depth, mut most, mut signs) = (0usize, 0, 0);
    for byte in text.bytes() {
        signs = if matches!(byte, b'!' | b'-') { signs + 1 } else { 0 };
        match byte {
            b'(' | b'[' | b'{' | b'?' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        most = most.max(depth + signs);
    }
    most
}

fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn faults(text: &str, errors: &ParseErrors) -> Vec<Fault> {
    let mut faults: Vec<Fault> = errors
        .errors
        .iter()
        .map(|error| {
            let (line, column) = error.pos;
            let before: usize =
                text.split_inclusive('\n').take((line - 1).max(0) as usize).map(str::len).sum();
            let start = boundary(text, before + (column - 1).max(0) as usize);
            // The parser lists every token that would do; the first sentence says enough.
            let said = error.msg.split(" expecting ").next().unwrap_or_default().trim();
            let said = said.strip_prefix("Syntax error: ").unwrap_or(said);
            Fault { start, len: 0, text: format!("this is not CEL: {said}") }
        })
        .collect();
    faults.truncate(5);
    if faults.is_empty() {
        faults.push(Fault { start: 0, len: 0, text: "this is not CEL".to_owned() });
    }
    faults
}
