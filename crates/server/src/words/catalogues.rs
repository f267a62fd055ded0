//! What holds of every message file: the same keys and variables in each, and every branch of every choice renders.

use super::{Language, Words};
use crate::outcome::FINDINGS;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use std::collections::{BTreeMap, BTreeSet};
use tidewaiter_model::event::EventCode;
use tidewaiter_model::reason::Indicator;

/// Numbers that between them fall in every plural category of every language.
const NUMBERS: [f64; 9] = [0.0, 1.0, 2.0, 3.0, 10.0, 11.0, 100.0, 1_000_000.0, 1.5];

/// What a message is made of.
#[derive(Default)]
struct Parts {
    /// Variables, the bare `x_n` beside a written `x` counted as `x`, and those of messages that it refers to.
    variables: BTreeSet<String>,
    /// By variable, the keys of its choices.
    choices: BTreeMap<String, BTreeSet<String>>,
    /// Messages that it refers to.
    references: BTreeSet<String>,
}

impl Parts {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::Placeable { expression: Expression::Inline(inline) } => self.inline(inline),
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    self.inline(selector);
                    let InlineExpression::VariableReference { id } = selector else {
                        panic!("a choice by {selector:?}");
                    };
                    for variant in variants {
                        let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) =
                            &variant.key;
                        self.choices.entry(id.name.to_owned()).or_default().insert((*key).to_owned());
                        self.pattern(&variant.value);
                    }
                }
                PatternElement::TextElement { .. } => {}
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.strip_suffix("_n").unwrap_or(id.name).to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.references.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => match expression.as_ref() {
                Expression::Inline(inline) => self.inline(inline),
                Expression::Select { .. } => panic!("a choice within braces within braces"),
            },
            _ => {}
        }
    }
}

fn messages(language: Language) -> BTreeMap<String, Parts> {
    let resource = FluentResource::try_new(language.source().to_owned()).unwrap();
    let mut messages = BTreeMap::new();
    for entry in resource.entries() {
        match entry {
            Entry::Message(message) => {
                let mut parts = Parts::default();
                parts.pattern(message.value.as_ref().expect("a message has a value"));
                let key = message.id.name.to_owned();
                assert!(messages.insert(key.clone(), parts).is_none(), "{key} twice in {}", language.tag());
            }
            Entry::Junk { content } => panic!("{}: cannot be read: {content}", language.tag()),
            _ => {}
        }
    }
    messages
}

/// The variables of a message and of those that it refers to.
fn variables(messages: &BTreeMap<String, Parts>, key: &str) -> BTreeSet<String> {
    let Some(parts) = messages.get(key) else { panic!("no message {key}") };
    let referred = parts.references.iter().flat_map(|key| variables(messages, key));
    parts.variables.iter().cloned().chain(referred).collect()
}

#[test]
fn every_language_has_the_same_keys_and_variables() {
    let english = messages(Language::English);
    assert!(english.len() > 100);
    for language in &Language::ALL[1..] {
        let other = messages(*language);
        let keys = |messages: &BTreeMap<String, Parts>| messages.keys().cloned().collect::<BTreeSet<_>>();
        let missing: Vec<_> = keys(&english).difference(&keys(&other)).cloned().collect();
        let additional: Vec<_> = keys(&other).difference(&keys(&english)).cloned().collect();
        assert!(
            missing.is_empty() && additional.is_empty(),
            "{}: missing {missing:?}, additional {additional:?}",
            language.tag()
        );
        for key in english.keys() {
            assert_eq!(variables(&other, key), variables(&english, key), "{key} in {}", language.tag());
        }
    }
}

#[test]
fn choices_that_are_no_plurals_are_the_same_in_every_language() {
    const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
    let words_of = |parts: &Parts| -> BTreeMap<String, BTreeSet<String>> {
        // A number stands for itself beside the plurals: a language without a word for none needs `[0]`.
        let is_plural = |key: &String| PLURALS.contains(&key.as_str()) || key.parse::<u64>().is_ok();
        let is_word = |keys: &BTreeSet<String>| !keys.iter().all(is_plural);
        parts.choices.iter().filter(|(_, keys)| is_word(keys)).map(|(v, k)| (v.clone(), k.clone())).collect()
    };
    let english = messages(Language::English);
    for language in Language::ALL {
        for (key, parts) in messages(*language) {
            assert_eq!(words_of(&parts), words_of(&english[&key]), "{key} in {}", language.tag());
            let plurals = parts.choices.values().filter(|keys| keys.contains("one"));
            for keys in plurals.filter(|_| *language == Language::Arabic) {
                assert_eq!(keys.len(), PLURALS.len(), "{key} counts in six ways");
            }
        }
    }
}

#[test]
fn every_code_has_words() {
    let indicators = Indicator::ALL.iter().map(|indicator| indicator.code().to_lowercase());
    let keys: Vec<String> = indicators
        .flat_map(|code| [format!("indicator-{code}-title"), format!("indicator-{code}-meaning")])
        .chain(FINDINGS.iter().map(|finding| format!("finding-{}", finding.replace('_', "-"))))
        .chain(EventCode::ALL.iter().map(|event| format!("event-{}", event.as_str().to_lowercase())))
        .collect();
    for language in Language::ALL {
        let words = Words::load(*language).unwrap();
        let missing: Vec<_> = keys.iter().filter(|key| !words.has(key)).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", language.tag());
    }
}

/// Arguments by name and value, one set for each choice there is.
fn argument_sets(messages: &BTreeMap<String, Parts>, key: &str) -> Vec<FluentArgs<'static>> {
    let mut choices: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut ahead = vec![key.to_owned()];
    while let Some(key) = ahead.pop() {
        let parts = &messages[&key];
        for (variable, keys) in &parts.choices {
            choices.entry(variable.clone()).or_default().extend(keys.iter().cloned());
        }
        ahead.extend(parts.references.iter().cloned());
    }
    let rounds = choices.values().map(BTreeSet::len).max().unwrap_or(1).max(NUMBERS.len());
    let set = |round: usize| {
        let mut arguments = FluentArgs::new();
        for name in variables(messages, key) {
            arguments.set(format!("{name}_n"), FluentValue::from(NUMBERS[round % NUMBERS.len()]));
            arguments.set(name, FluentValue::from("ABCD"));
        }
        for (variable, keys) in &choices {
            let chosen = keys.iter().nth(round % keys.len()).cloned().unwrap_or_default();
            let plural = keys.contains("one");
            let value =
                if plural { NUMBERS[round % NUMBERS.len()].into() } else { FluentValue::from(chosen) };
            arguments.set(variable.clone(), value);
        }
        arguments
    };
    (0..rounds).map(set).collect()
}

#[test]
fn every_branch_renders() {
    for language in Language::ALL {
        let words = Words::load(*language).unwrap();
        let messages = messages(*language);
        for key in messages.keys() {
            for arguments in argument_sets(&messages, key) {
                let message = words.bundle.get_message(key).expect("a message of the file");
                let pattern = message.value().expect("a message has a value");
                let mut errors = Vec::new();
                let said = words.bundle.format_pattern(pattern, Some(&arguments), &mut errors);
                assert!(errors.is_empty(), "{key} in {}: {errors:?}", language.tag());
                assert!(
                    !said.trim().is_empty() && !said.contains('{'),
                    "{key} in {}: {said}",
                    language.tag()
                );
                let opened = said.matches('\u{2068}').count();
                assert_eq!(opened, said.matches('\u{2069}').count(), "{key} in {}", language.tag());
                assert!(opened == 0 || language.right_to_left(), "{key} in {}: {said}", language.tag());
            }
        }
    }
}
