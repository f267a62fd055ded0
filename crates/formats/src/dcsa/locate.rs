//! The bytes of a member in the text of an event. Only asked for when there is something to say about it.

use tidewaiter_model::provenance::ByteSpan;

/// The bytes of the value at `path` in `json`, which a parser has accepted. Of two members of one name the first.
pub(crate) fn locate(json: &[u8], path: &[&str]) -> Option<ByteSpan> {
    let mut at = blanks(json, 0);
    for step in path {
        at = match json.get(at)? {
            b'{' => member(json, at + 1, step)?,
            b'[' => element(json, at + 1, step.parse().ok()?)?,
            _ => return None,
        };
    }
    Some(ByteSpan::new(at as u64, (value_end(json, at)? - at) as u64))
}

fn blanks(json: &[u8], at: usize) -> usize {
    let rest = json.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

fn member(json: &[u8], mut at: usize, wanted: &str) -> Option<usize> {
    loop {
        at = blanks(json, at);
        let end = value_end(json, at)?;
        let name = json.get(at + 1..end.checked_sub(1)?)?;
        let value = blanks(json, blanks(json, end) + 1);
        if name == wanted.as_bytes() {
            return Some(value);
        }
        at = after_comma(json, value_end(json, value)?)?;
    }
}

fn element(json: &[u8], mut at: usize, wanted: usize) -> Option<usize> {
    at = blanks(json, at);
    for _ in 0..wanted {
        at = blanks(json, after_comma(json, value_end(json, at)?)?);
    }
    Some(at)
}

fn after_comma(json: &[u8], at: usize) -> Option<usize> {
    let at = blanks(json, at);
    (json.get(at) == Some(&b',')).then_some(at + 1)
}

/// Just past the value that begins at `at`.
fn value_end(json: &[u8], at: usize) -> Option<usize> {
    let (mut depth, mut in_string, mut escaped) = (0_u32, false, false);
    for (number, byte) in json.get(at..)?.iter().enumerate() {
        let past = at + number + 1;
        if in_string {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => {
                    in_string = false;
                    if depth == 0 {
                        return Some(past);
                    }
                }
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => in_string = true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth == 0 => return Some(past - 1),
            b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(past);
                }
            }
            b',' | b' ' | b'\n' | b'\r' | b'\t' if depth == 0 => return Some(past - 1),
            _ => {}
        }
    }
    Some(json.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_found() {
        let json = br#" { "a" : [1, {"b\"" : "x", "c": "y,}"} ], "d":12 }"#;
        for (path, expected) in [
            (&["d"] as &[&str], Some("12")),
            (&["a", "0"], Some("1")),
            (&["a", "1", "c"], Some("\"y,}\"")),
            (&["a", "2"], None),
            (&["e"], None),
        ] {
            let found = locate(json, path).map(|span| {
                let bytes = &json[span.start as usize..span.end() as usize];
                String::from_utf8_lossy(bytes).into_owned()
            });
            assert_eq!(found.as_deref(), expected, "{path:?}");
        }
    }
}
