//! JSON as a tree that keeps every member, so that a name that occurs twice is seen.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// A JSON value. Numbers stay as text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Tree {
    Null,
    Plain(String),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Plain(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Plain(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Plain(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Plain(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = sequence.next_element()? {
            list.push(value);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Tree::Object(members))
    }
}

/// A member name that occurs twice in one object.
pub(crate) struct Twice<'t> {
    pub(crate) path: Vec<Cow<'t, str>>,
    pub(crate) same: bool,
}

impl Tree {
    /// The value at a path of member names and list positions.
    pub(crate) fn at(&self, path: &[&str]) -> Option<&Tree> {
        path.iter().try_fold(self, |tree, step| match tree {
            Tree::Object(members) => members.iter().find(|(name, _)| name == step).map(|(_, value)| value),
            Tree::List(list) => list.get(step.parse::<usize>().ok()?),
            _ => None,
        })
    }

    /// The text or number of a leaf, without blanks around it, unless it is empty.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Tree::Text(text) | Tree::Plain(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// The members of a list; none for anything else.
    pub(crate) fn list(&self) -> &[Tree] {
        match self {
            Tree::List(list) => list,
            _ => &[],
        }
    }

    /// Whether a text anywhere, names included, holds a NUL character.
    pub(crate) fn holds_nul(&self) -> bool {
        match self {
            Tree::Text(text) => text.contains('\0'),
            Tree::List(list) => list.iter().any(Tree::holds_nul),
            Tree::Object(members) => {
                members.iter().any(|(name, value)| name.contains('\0') || value.holds_nul())
            }
            Tree::Null | Tree::Plain(_) => false,
        }
    }

    /// Every member whose name occurred before in its object.
    pub(crate) fn twice(&self) -> Vec<Twice<'_>> {
        let mut found = Vec::new();
        self.collect_twice(&mut Vec::new(), &mut found);
        found
    }

    fn collect_twice<'t>(&'t self, path: &mut Vec<Cow<'t, str>>, found: &mut Vec<Twice<'t>>) {
        match self {
            Tree::Object(members) => {
                let mut sorted: Vec<usize> = (0..members.len()).collect();
                sorted.sort_by_key(|index| members.get(*index).map(|(name, _)| name));
                for pair in sorted.windows(2) {
                    if let [first, second] = pair
                        && let (Some(first), Some(second)) = (members.get(*first), members.get(*second))
                        && first.0 == second.0
                    {
                        let mut path = path.clone();
                        path.push(Cow::Borrowed(&first.0));
                        found.push(Twice { path, same: first.1 == second.1 });
                    }
                }
                for (name, value) in members {
                    path.push(Cow::Borrowed(name));
                    value.collect_twice(path, found);
                    path.pop();
                }
            }
            Tree::List(list) => {
                for (number, value) in list.iter().enumerate() {
                    path.push(Cow::Owned(number.to_string()));
                    value.collect_twice(path, found);
                    path.pop();
                }
            }
            _ => {}
        }
    }
}
