//! Pointers: from the classes and elements of the data model to a place in a declaration, and back.

use super::table::{Node, table};
use tidewaiter_model::customs::Pointer;

/// The place that pointers lead to, such as
/// `/Declaration[1]/GoodsShipment[1]/GovernmentAgencyGoodsItem[2]/Commodity[1]/Description[1]`.
///
/// A step that the table has no element for stands as `*[id]`, so that nothing said is lost. Steps that were left out
/// between two named ones are filled in.
pub fn location(pointers: &[Pointer]) -> String {
    let declaration = &table().declaration;
    let mut path = String::new();
    let mut at: Option<&Node> = None;
    for pointer in pointers {
        if let Some(section) = pointer.section.as_deref() {
            at = match at {
                None if path.is_empty() && Some(section) == declaration.id => {
                    path.push_str("/Declaration");
                    Some(declaration)
                }
                _ => step(at, section, &mut path, true),
            };
            path.push_str(&format!("[{}]", pointer.sequence.unwrap_or(1)));
        }
        if let Some(tag) = pointer.tag.as_deref() {
            let leaf = step(at, tag, &mut path, false);
            // A tag of a repeated element says which with the sequence that no section took.
            let number = pointer.sequence.filter(|_| pointer.section.is_none()).unwrap_or(1);
            path.push_str(&format!("[{number}]"));
            at = leaf.or(at);
        }
    }
    path
}

/// Goes from `at` to the element with an identifier, directly or through others, and writes the way but its last number.
fn step<'n>(at: Option<&'n Node>, id: &str, path: &mut String, group: bool) -> Option<&'n Node> {
    let mut way = Vec::new();
    let found = at.and_then(|at| find(at, id, group, &mut way));
    match found {
        Some(node) => {
            for name in way {
                path.push_str(&format!("/{name}[1]"));
            }
            path.push_str(&format!("/{}", node.name));
        }
        None => path.push_str(&format!("/*[{id}]")),
    }
    found
}

/// The nearest element with an identifier below `at`; `way` gets the names in between.
fn find<'n>(at: &'n Node, id: &str, group: bool, way: &mut Vec<&'static str>) -> Option<&'n Node> {
    let fits = |node: &&Node| node.id == Some(id) && node.children.is_empty() != group;
    if let Some(node) = at.children.iter().find(fits) {
        return Some(node);
    }
    for child in at.children.iter().filter(|child| !child.children.is_empty()) {
        way.push(child.name);
        if let Some(node) = find(child, id, group, way) {
            return Some(node);
        }
        way.pop();
    }
    None
}

/// The pointers to a place, as a rejection carries them; what stands around the declaration is left out. `None` when the
/// place is not in a declaration, or at an element without identifier.
pub fn pointers(location: &str) -> Option<Vec<Pointer>> {
    let from = location.find("/Declaration")?;
    let mut node: Option<&Node> = None;
    let mut out: Vec<Pointer> = Vec::new();
    for step in location.get(from..)?.split('/').filter(|step| !step.is_empty()) {
        if step == "DateTimeString" || step.starts_with("DateTimeString[") || step.starts_with('@') {
            break;
        }
        let (name, number) = step.split_once('[').unwrap_or((step, "1]"));
        let number: u64 = number.trim_end_matches(']').parse().ok()?;
        let next = match node {
            None if name == "Declaration" => &table().declaration,
            None => return None,
            Some(node) => node.child(name)?.1,
        };
        let id = Some(next.id?.to_owned());
        if next.children.is_empty() {
            out.last_mut()?.tag = id;
        } else {
            out.push(Pointer { sequence: Some(number), section: id, tag: None });
        }
        node = Some(next);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(steps: &[(u64, &str, &str)]) -> Vec<Pointer> {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let pointer = |(sequence, section, tag): &(u64, &str, &str)| Pointer {
            sequence: (*sequence > 0).then_some(*sequence),
            section: given(section),
            tag: given(tag),
        };
        steps.iter().map(pointer).collect()
    }

    #[test]
    fn pointers_lead_to_a_place() {
        let cases = [
            (
                steps(&[(0, "42A", ""), (0, "67A", ""), (2, "68A", ""), (0, "23A", "137")]),
                "/Declaration[1]/GoodsShipment[1]/GovernmentAgencyGoodsItem[2]/Commodity[1]/Description[1]",
            ),
            (
                steps(&[(1, "42A", ""), (0, "67A", ""), (1, "68A", ""), (3, "02A", "D005")]),
                "/Declaration[1]/GoodsShipment[1]/GovernmentAgencyGoodsItem[1]/AdditionalDocument[3]/ID[1]",
            ),
            (steps(&[(0, "42A", "D013")]), "/Declaration[1]/TypeCode[1]"),
            // The class in between is left out.
            (
                steps(&[(0, "42A", ""), (1, "68A", "114")]),
                "/Declaration[1]/GoodsShipment[1]/GovernmentAgencyGoodsItem[1]/StatisticalValueAmount[1]",
            ),
            (steps(&[(0, "42A", ""), (0, "77Z", "X1")]), "/Declaration[1]/*[77Z][1]/*[X1][1]"),
            (steps(&[]), ""),
        ];
        for (pointers, expected) in cases {
            assert_eq!(location(&pointers), expected);
        }
    }

    #[test]
    fn places_lead_back_to_pointers() {
        fn walk(node: &Node, path: &str, checked: &mut u32) {
            for child in &node.children {
                let path = format!("{path}/{}[1]", child.name);
                if let Some(found) = pointers(&path) {
                    let there = location(&found);
                    // Identifiers that two neighbours share lead to the first.
                    let same = node.children.iter().filter(|other| other.id == child.id).count() > 1;
                    assert!(there == path || same, "{path}: {there}");
                    *checked += 1;
                }
                walk(child, &path, checked);
            }
        }
        let mut checked = 0;
        walk(&table().declaration, "/Declaration[1]", &mut checked);
        assert!(checked > 300, "{checked} places");
        assert_eq!(pointers("/MetaData[1]/WCOTypeName[1]"), None);
    }
}
