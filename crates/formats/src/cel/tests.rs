//! Expressions and what is said of them.

use super::*;

/// `self` has the fields Name, Count (texts), Items (a list of messages with Name) and Party (a message with Name).
struct Small;

impl Schema for Small {
    fn variable(&self, name: &str) -> Option<(u32, Type)> {
        (name == "self").then_some((0, Type::Message(0)))
    }

    fn field(&self, message: u32, name: &str) -> Option<(u32, Type)> {
        Some(match (message, name) {
            (_, "Name") => (0, Type::Text),
            (0, "Count") => (1, Type::Text),
            (0, "Items") => (2, Type::List(Some(Box::new(Type::Message(1))))),
            (0, "Party") => (3, Type::Message(1)),
            _ => return None,
        })
    }

    fn names(&self, message: Option<u32>) -> Vec<String> {
        let names: &[&str] = match message {
            None => &["self"],
            Some(0) => &["Name", "Count", "Items", "Party"],
            Some(_) => &["Name"],
        };
        names.iter().map(|name| (*name).to_owned()).collect()
    }
}

fn check(text: &str, expected: &str) {
    match compile(text, &Small) {
        Ok(_) => assert_eq!("", expected, "{text}"),
        Err(faults) => {
            let shown = faults[0].shown(text);
            assert!(!expected.is_empty() && shown.contains(expected), "{text}:\n{shown}");
            let end = faults[0].start + faults[0].len;
            assert!(text.get(faults[0].start..end).is_some(), "{text}: {faults:?}");
        }
    }
}

#[test]
fn conditions_that_hold_together_are_taken() {
    for text in [
        "true",
        "has(self.Name) || self.Name.startsWith('GB')",
        "number(self.Count) in [1, 8] ? size(self.Items) > 2 : has(self.Party.Name)",
        "self.Items.exists(i, i.Name == self.Name)",
        "self.Items.all(n, i, number(i.Name) == n + 1)",
        "self.Items.map(i, has(i.Name), i.Name.trim()).distinct().size() > 1",
        "self.Items.map(i, number(i.Name)).sum() <= number(self.Count) * 2.0 + 0.1",
        "self.Name.matches('^[A-Z]{2}\\\\s*$') && !(self.Name in ['a', 'b'])",
        "[[1], [2]].flatten().exists_one(x, x == 1)",
        "-1 < int(2.5) && string(1) == '1' && fields(self) > 0",
    ] {
        check(text, "");
    }
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    for (text, expected) in [
        ("", "an expression is expected"),
        ("self.Nmae == ''", "is `Name` meant?"),
        ("selv.Name == ''", "is `self` meant?"),
        ("self.Name", "a condition gives a bool; this gives string"),
        ("self.Name == 1", "string and int are not compared; number(text)"),
        ("self.Items.Name == ''", "use exists, all, filter or map"),
        ("has(self)", "has() asks for a field"),
        ("self.Name.matches('[')", "not a pattern"),
        ("self.Name.matches(self.Count)", "written out"),
        ("self.Items.exists(1, true)", "x being a name"),
        ("self.Items.exists(i)", "is used as"),
        ("self.Name.exists(i, true)", "this is string"),
        ("size(1) == 1", "is used as size(string)"),
        ("foo(1)", "there is no function `foo`"),
        ("1 + 1.0 == 2.0", "numbers of one type"),
        ("1 && true", "a bool is expected"),
        ("true ? 1 : 'a'", "both sides"),
        ("self.Name in [1]", "behind `in`"),
        ("[1, 'a'].size() == 2", "a list of int holds a string"),
        ("true &&", "this is not CEL"),
        ("self.Name == \"abc", "this is not CEL"),
        ("{'a': 1}.size() == 1", "are not made"),
        ("null == null", "not used"),
    ] {
        check(text, expected);
    }
    check(&"(".repeat(500), "brackets stand at most");
    check(&"!".repeat(500), "brackets stand at most");
    check(&" ".repeat(9_000), "at most 8192 bytes");
}

#[test]
fn a_caret_stands_under_the_fault() {
    let text = "true &&\n  é.startsWith('é')";
    let faults = compile("true &&\n  self.Nmae == ''", &Small).unwrap_err();
    let shown = faults[0].shown("true &&\n  self.Nmae == ''");
    assert!(shown.starts_with("line 2, column "), "{shown}");
    let caret = shown.lines().last().unwrap();
    assert!(caret.contains('^'), "{shown}");
    assert!(compile(text, &Small).is_err());
}

#[test]
fn patterns_have_the_classes_of_ascii() {
    for (pattern, text, expected) in [
        (r"^\s*$", "\u{a0}", false),
        (r"^\s*$", " \t\r\n", true),
        (r"^\d$", "٣", false),
        (r"^[\d\s]+$", "1 2", true),
        (r"^\S$", "x", true),
        (r"^[^\]]$", "]", false),
        (r"^[]a]$", "]", true),
        (r"^[[:alpha:]\[]+$", "a[", true),
        (r"^[a&&b]+$", "&", true),
        (r"^a\\s$", "a\\s", true),
    ] {
        assert_eq!(Pattern::compile(pattern).unwrap().is_match(text), expected, "{pattern} {text:?}");
    }
}
