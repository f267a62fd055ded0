//! The one table of elements: it drives reading, writing, counting, pointers and the reference of fields.

use std::sync::OnceLock;

/// How often an element stands in its parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occurrence {
    /// Once.
    Once,
    /// At most once.
    Optional,
    /// Any number of times.
    Many,
}

/// What an element holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Other elements.
    Group,
    /// A text of at most so many characters.
    Text(usize),
    /// At most so many digits, kept as text.
    Digits(usize),
    /// Exactly so many letters.
    Letters(usize),
    /// A whole number of at most so many digits.
    Count(usize),
    /// A number: digits in all, digits behind the point.
    Number(usize, usize),
    /// The same with a currency.
    Amount(usize, usize),
    /// The same with a unit.
    Measure(usize, usize),
    /// A time, in an element of its own.
    Time,
}

impl Kind {
    /// In the words of the table.
    pub fn words(self) -> String {
        match self {
            Kind::Group => "group".to_owned(),
            Kind::Text(chars) => format!("text, at most {chars} characters"),
            Kind::Digits(digits) => format!("at most {digits} digits"),
            Kind::Letters(letters) => format!("{letters} letters"),
            Kind::Count(digits) => format!("whole number of at most {digits} digits"),
            Kind::Number(digits, behind) => {
                format!("number of at most {digits} digits, {behind} behind the point")
            }
            Kind::Amount(digits, behind) => {
                format!("amount of at most {digits} digits, {behind} behind the point")
            }
            Kind::Measure(digits, behind) => {
                format!("measure of at most {digits} digits, {behind} behind the point")
            }
            Kind::Time => "time in DateTimeString".to_owned(),
        }
    }
}

/// One element at one place.
#[derive(Debug, Clone)]
pub struct Node {
    /// Its name.
    pub name: &'static str,
    /// Its identifier in the data model; `None` where the published schema gives none.
    pub id: Option<&'static str>,
    /// How often it stands there.
    pub occurrence: Occurrence,
    /// What it holds.
    pub kind: Kind,
    /// Where its value stands in the record, within the parent's; `None` when a group's fields stand in the parent's.
    pub field: Option<&'static str>,
    /// Its number in the European Union's data requirements.
    pub eu: Option<&'static str>,
    /// Its elements, in their order.
    pub children: Vec<Node>,
}

impl Node {
    /// The child of this name, and its place in the order.
    pub(crate) fn child(&self, name: &str) -> Option<(usize, &Node)> {
        self.children.iter().enumerate().find(|(_, child)| child.name == name)
    }
}

/// The messages and the envelope.
#[derive(Debug)]
pub struct Table {
    /// `Declaration`.
    pub declaration: Node,
    /// `Response`.
    pub response: Node,
    /// `MetaData`, without the message it holds.
    pub envelope: Node,
}

/// The table, read once from the text it is kept in.
pub fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let parsed = parse(include_str!("elements.txt"));
        let block = |name: &str| {
            let found = parsed.iter().find(|(_, node)| node.name == name).map(|(_, node)| node.clone());
            found.unwrap_or_else(|| group(name))
        };
        let envelope = Node { name: "MetaData", ..block("envelope") };
        Table { declaration: block("Declaration"), response: block("Response"), envelope }
    })
}

fn group(_: &str) -> Node {
    Node {
        name: "",
        id: None,
        occurrence: Occurrence::Once,
        kind: Kind::Group,
        field: None,
        eu: None,
        children: Vec::new(),
    }
}

/// The blocks of the text with the lines that they could not take.
fn parse(text: &'static str) -> Vec<(Vec<&'static str>, Node)> {
    let mut blocks: Vec<(Vec<&'static str>, Node)> = Vec::new();
    let lines: Vec<&'static str> =
        text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).collect();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let mut words = line.split_whitespace().skip(1);
        let name = words.next().unwrap_or_default();
        let id = words.next();
        let end = lines[at + 1..].iter().position(|line| !line.starts_with(' '));
        let end = end.map_or(lines.len(), |length| at + 1 + length);
        let mut refused = Vec::new();
        let children = children(&lines[at + 1..end], 2, &blocks, &mut refused);
        blocks.push((refused, Node { name, id, children, ..group(name) }));
        at = end;
    }
    blocks
}

/// The elements at one depth of indentation.
fn children(
    lines: &[&'static str],
    depth: usize,
    blocks: &[(Vec<&'static str>, Node)],
    refused: &mut Vec<&'static str>,
) -> Vec<Node> {
    let mut found = Vec::new();
    let indented = |line: &str| line.len() - line.trim_start().len();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let below = lines[at + 1..].iter().position(|line| indented(line) <= depth);
        let end = below.map_or(lines.len(), |length| at + 1 + length);
        match node(line, blocks) {
            // A nameless line puts the elements of a fragment here.
            Some(fragment) if fragment.name == "." => found.extend(fragment.children),
            Some(mut node) if indented(line) == depth => {
                node.children.extend(children(&lines[at + 1..end], depth + 2, blocks, refused));
                found.push(node);
            }
            _ => refused.push(line),
        }
        at = end;
    }
    found
}

fn node(line: &'static str, blocks: &[(Vec<&'static str>, Node)]) -> Option<Node> {
    let words: Vec<&'static str> = line.split_whitespace().collect();
    let &[name, id, occurrence, kind, field, eu] = words.as_slice() else { return None };
    let given = |word: &'static str| (word != "-").then_some(word);
    let occurrence = match occurrence {
        "1" => Occurrence::Once,
        "?" => Occurrence::Optional,
        "*" => Occurrence::Many,
        _ => return None,
    };
    let (kind, children) = match kind.strip_prefix('&') {
        Some(fragment) => {
            let (_, block) = blocks.iter().find(|(_, block)| block.name == fragment)?;
            (Kind::Group, block.children.clone())
        }
        None => (kind_of(kind)?, Vec::new()),
    };
    let field = (field != ".").then_some(field);
    Some(Node { name, id: given(id), occurrence, kind, field, eu: given(eu), children })
}

fn kind_of(word: &str) -> Option<Kind> {
    let (name, sizes) = word.split_once(':').unwrap_or((word, ""));
    let (first, second) = sizes.split_once(',').unwrap_or((sizes, "0"));
    let (first, second): (usize, usize) = match name {
        "group" => return Some(Kind::Group),
        "time" => return Some(Kind::Time),
        _ => (first.parse().ok()?, second.parse().ok()?),
    };
    Some(match name {
        "text" => Kind::Text(first),
        "digits" => Kind::Digits(first),
        "letters" => Kind::Letters(first),
        "count" => Kind::Count(first),
        "number" => Kind::Number(first, second),
        "amount" => Kind::Amount(first, second),
        "measure" => Kind::Measure(first, second),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaves(node: &Node) -> usize {
        if node.children.is_empty() { 1 } else { node.children.iter().map(leaves).sum() }
    }

    fn names_are_told_apart(node: &Node) {
        for (place, child) in node.children.iter().enumerate() {
            assert_eq!(node.child(child.name).map(|(found, _)| found), Some(place), "{} twice", child.name);
            assert!(
                child.kind == Kind::Group || child.children.is_empty(),
                "{} holds text and elements",
                child.name
            );
            assert!(child.kind == Kind::Group || child.field.is_some(), "{} has a field", child.name);
            assert!(
                child.field.is_some() || child.occurrence != Occurrence::Many,
                "{} many times, in one place",
                child.name
            );
            names_are_told_apart(child);
        }
    }

    #[test]
    fn every_line_of_the_table_is_understood() {
        for (refused, block) in parse(include_str!("elements.txt")) {
            assert!(refused.is_empty(), "{}: {refused:?}", block.name);
            assert!(!block.children.is_empty(), "{} is empty", block.name);
        }
        let table = table();
        for root in [&table.declaration, &table.response, &table.envelope] {
            names_are_told_apart(root);
        }
        assert_eq!((table.declaration.id, table.response.id), (Some("42A"), Some("07B")));
        let counts = [&table.declaration, &table.response, &table.envelope].map(leaves);
        assert_eq!(counts, [365, 64, 6]);
    }
}
