//! The verdict on an ENS message.

use super::schema::{Schema, validate};
use crate::check::{CheckError, Verdict};
use crate::rules::Rules;
use crate::xml::{Source, Tree};
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::provenance::ByteSpan;

/// Checks an ENS message: well-formed, of a known kind, its structure, its rules.
pub(crate) fn check(bytes: &[u8], rules: &Rules) -> Verdict {
    let root = crate::detect::root_name(bytes).unwrap_or_default();
    let message = Schema::of(&String::from_utf8_lossy(root)).map_or("", |schema| schema.message);
    let source = match Source::decode(bytes) {
        Ok(source) => source,
        Err(fault) => return unreadable(message, &fault, fault.span).placed(bytes, false),
    };
    let verdict = match Tree::read(&source.text) {
        Ok(tree) => judge(&tree, &source, rules),
        Err(fault) => unreadable(message, &fault, source.original(fault.span)),
    };
    verdict.placed(bytes, source.single_bytes())
}

fn unreadable(message: &str, fault: &Diagnostic, span: ByteSpan) -> Verdict {
    let text = format!("expected {}, found `{}`", fault.expected, fault.found);
    Verdict::unreadable(message, CheckError::new(&fault.code, &fault.path, span, text))
}

fn judge(tree: &Tree<'_>, source: &Source<'_>, rules: &Rules) -> Verdict {
    let schema = tree.get(0).and_then(|root| Schema::of(root.name));
    let Some(schema) = schema else {
        let error =
            CheckError::new("XML-ROOT", "", ByteSpan::default(), "expected root element CC315A or CC313A");
        return Verdict::unreadable("", error);
    };
    let mut found = validate(tree, schema);
    let schema_valid = found.errors.is_empty();
    // Of a message with a wrong structure nobody can say what its elements mean.
    if schema_valid {
        rules.test(tree, schema, &mut found, source.text.len() as u64);
    }
    for error in &mut found.errors {
        error.span = source.original(error.span);
    }
    Verdict {
        message: schema.message.to_owned(),
        readable: true,
        schema_valid,
        errors: found.errors,
        segments: None,
        leaves: Some(found.leaves),
    }
}
