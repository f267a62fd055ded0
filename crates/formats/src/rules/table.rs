//! The table: TOML in, rules or faults with their lines out.

use super::{RULES_MAX, element_of};
use crate::ens::Schema;
use serde::Deserialize;
use toml::Spanned;

/// Types that an error of a rule can have in a rejection.
const KINDS: &[&str] = &["12", "13", "14", "15", "19", "26", "35", "37", "38", "39", "40"];

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The element at which it is tested, such as `/GOOITEGDS/PACGS2`; `/` is the message.
    pub path: String,
    /// What a message that breaks it is answered with; up to 6 letters and digits.
    pub code: String,
    /// What must hold, in CEL.
    pub condition: String,
    /// The rule in words.
    pub message: String,
    /// Where it comes from; empty when that is not said.
    pub reference: String,
    /// Its type in a rejection, of the list FunctionalErrorCodes: `12` wrong value, `13` missing, `15` not to be here and so
    /// on.
    pub kind: String,
    /// Whether it is tested.
    pub enabled: bool,
    /// The messages in which it is tested, by root; empty for every one that has the path.
    pub messages: Vec<String>,
    /// Line of the table where it stands.
    pub line: usize,
}

/// What is wrong with a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleFault {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong.
    pub text: String,
}

impl RuleFault {
    pub(crate) fn of(rule: &Rule, text: &str) -> RuleFault {
        RuleFault { line: rule.line, text: format!("condition of {} at {}: {text}", rule.code, rule.path) }
    }
}

impl std::fmt::Display for RuleFault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "line {}: {}", self.line, self.text)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    /// `false` begins without the rules that are there.
    #[serde(default = "yes")]
    keep: bool,
    #[serde(default)]
    rule: Vec<Spanned<Entry>>,
}

fn yes() -> bool {
    true
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    path: String,
    code: String,
    condition: Option<String>,
    message: Option<String>,
    reference: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    enabled: Option<bool>,
    messages: Option<Vec<String>>,
}

/// `rules` with the entries of a table.
pub(crate) fn merge(rules: &[Rule], text: &str) -> Result<Vec<Rule>, Vec<RuleFault>> {
    let line = |at: usize| text.get(..at).unwrap_or(text).matches('\n').count() + 1;
    let table: Table = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line(span.start));
        vec![RuleFault { line, text: error.message().to_owned() }]
    })?;
    let mut rules = if table.keep { rules.to_vec() } else { Vec::new() };
    let mut faults = Vec::new();
    for entry in table.rule {
        let line = line(entry.span().start);
        let entry = entry.into_inner();
        let place = rules.iter().position(|rule| rule.path == entry.path && rule.code == entry.code);
        match changed(place.and_then(|place| rules.get(place)), entry, line) {
            Ok(rule) => match place {
                Some(place) => rules[place] = rule,
                None => rules.push(rule),
            },
            Err(text) => faults.push(RuleFault { line, text }),
        }
    }
    if rules.len() > RULES_MAX {
        faults.push(RuleFault {
            line: 1,
            text: format!("there are {} rules, at most {RULES_MAX}", rules.len()),
        });
    }
    if faults.is_empty() { Ok(rules) } else { Err(faults) }
}

fn changed(known: Option<&Rule>, entry: Entry, line: usize) -> Result<Rule, String> {
    let Entry { path, code, condition, message, reference, kind, enabled, messages } = entry;
    let coded = (1..=6).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !coded {
        return Err(format!("code `{code}` is not 1 to 6 letters and digits"));
    }
    let schemas: Vec<&Schema> = ["CC315A", "CC313A"].into_iter().filter_map(Schema::of).collect();
    if !path.starts_with('/') || !schemas.iter().any(|schema| element_of(schema, &path).is_some()) {
        return Err(format!("path `{path}` is no element of IE315 or IE313; write it as /GOOITEGDS/PACGS2"));
    }
    let messages = messages.or_else(|| known.map(|rule| rule.messages.clone())).unwrap_or_default();
    if let Some(strange) = messages.iter().find(|message| Schema::of(message).is_none()) {
        return Err(format!("there is no message `{strange}`; there are CC315A and CC313A"));
    }
    let missing = |what: &str| format!("{code} at {path} is a new rule and needs a {what}");
    let known_text = |of: fn(&Rule) -> &String| known.map(|rule| of(rule).clone());
    let condition =
        condition.or_else(|| known_text(|rule| &rule.condition)).ok_or_else(|| missing("condition"))?;
    let message = message.or_else(|| known_text(|rule| &rule.message)).ok_or_else(|| missing("message"))?;
    let reference = reference.or_else(|| known_text(|rule| &rule.reference)).unwrap_or_default();
    let kind = kind.or_else(|| known_text(|rule| &rule.kind)).unwrap_or_else(|| "12".to_owned());
    if !KINDS.contains(&kind.as_str()) {
        return Err(format!("type `{kind}` is none of {}", KINDS.join(", ")));
    }
    let enabled = enabled.or(known.map(|rule| rule.enabled)).unwrap_or(true);
    Ok(Rule { path, code, condition, message, reference, kind, enabled, messages, line })
}

/// Rules as a table.
pub(crate) fn write(rules: &[Rule]) -> String {
    let mut out = "keep = false\n".to_owned();
    for rule in rules {
        let Rule { path, code, condition, message, reference, kind, enabled, messages, line: _ } = rule;
        out.push_str("\n[[rule]]\n");
        let mut put = |key: &str, value: &str| {
            let value = toml::Value::String(value.to_owned());
            out.push_str(&format!("{key} = {value}\n"));
        };
        put("path", path);
        put("code", code);
        put("condition", condition);
        put("message", message);
        if !reference.is_empty() {
            put("reference", reference);
        }
        if kind != "12" {
            put("type", kind);
        }
        if !enabled {
            out.push_str("enabled = false\n");
        }
        if !messages.is_empty() {
            let list: Vec<String> = messages.iter().map(|message| format!("\"{message}\"")).collect();
            out.push_str(&format!("messages = [{}]\n", list.join(", ")));
        }
    }
    out
}
