//! Rules of messages as a table that people read: where, what must hold there, the code and the words when it does not.

mod context;
mod eval;
mod table;
mod value;

pub use table::{Rule, RuleFault};

use crate::cel::{Expr, Kind, Program, Variables, compile};
use crate::check::CheckError;
use crate::ens::{Schema, Validated};
use crate::xml::Tree;
use context::Context;
use std::sync::OnceLock;

const BUILTIN: &str = include_str!("ens.toml");

/// Most rules of a table.
pub const RULES_MAX: usize = 2_000;
/// Steps that the rules may take for each byte of a message, besides [`STEPS_FREE`]: some nanoseconds each.
pub const STEPS_PER_BYTE: u64 = 30;
/// Steps that the rules may take for any message.
pub const STEPS_FREE: u64 = 5_000_000;

/// The rules of entry summary declarations, ready to be tested.
#[derive(Debug, Clone)]
pub struct Rules {
    list: Vec<Rule>,
    compiled: Vec<Compiled>,
}

/// The rules of one message.
#[derive(Debug, Clone)]
struct Compiled {
    message: &'static str,
    /// For each element of the schema its rules.
    by_element: Vec<Vec<Tested>>,
    /// Parts of conditions that are evaluated once a message.
    once: u32,
    /// Places that the folds of conditions need.
    locals: u32,
    /// The element of goods items.
    item: u16,
}

#[derive(Debug, Clone)]
struct Tested {
    rule: usize,
    condition: Expr,
}

impl Rules {
    /// The rules that ship with the product.
    pub fn builtin() -> &'static Rules {
        static RULES: OnceLock<Rules> = OnceLock::new();
        // A test holds that the table compiles.
        RULES.get_or_init(|| Rules::none().with(BUILTIN).unwrap_or_else(|_| Rules::none()))
    }

    /// No rules.
    fn none() -> Rules {
        Rules { list: Vec::new(), compiled: Vec::new() }
    }

    /// These rules, changed by a table: an entry of the same path and code changes what it names, others are added.
    ///
    /// # Errors
    /// Everything that is wrong with the table, with its lines.
    pub fn with(&self, table: &str) -> Result<Rules, Vec<RuleFault>> {
        let list = table::merge(&self.list, table)?;
        let (mut compiled, mut faults) = (Vec::new(), Vec::new());
        for message in ["CC315A", "CC313A"] {
            let Some(schema) = Schema::of(message) else { continue };
            match compile_all(&list, schema) {
                Ok(rules) => compiled.push(rules),
                // What is wrong for both messages is said once.
                Err(more) => {
                    for fault in more {
                        if !faults.contains(&fault) {
                            faults.push(fault);
                        }
                    }
                }
            }
        }
        if faults.is_empty() { Ok(Rules { list, compiled }) } else { Err(faults) }
    }

    /// All rules, in the order of the table.
    pub fn list(&self) -> &[Rule] {
        &self.list
    }

    /// All rules as a table that gives them when it is read; it keeps nothing of what is there.
    pub fn to_toml(&self) -> String {
        table::write(&self.list)
    }

    /// Tests a message that keeps to its schema. Spans are those of the text.
    pub(crate) fn test(&self, tree: &Tree<'_>, schema: &Schema, found: &mut Validated, bytes: u64) {
        let Some(compiled) = self.compiled.iter().find(|compiled| compiled.message == schema.message) else {
            return;
        };
        let steps = STEPS_FREE.saturating_add(bytes.saturating_mul(STEPS_PER_BYTE));
        eval::test(compiled, &self.list, tree, found, steps);
    }
}

fn compile_all(list: &[Rule], schema: &Schema) -> Result<Compiled, Vec<RuleFault>> {
    let mut compiled = Compiled {
        message: schema.message,
        by_element: schema.elements.iter().map(|_| Vec::new()).collect(),
        once: 0,
        locals: 0,
        item: schema.child(0, "GOOITEGDS").unwrap_or(crate::ens::NO_ELEMENT),
    };
    let mut faults = Vec::new();
    for (number, rule) in list.iter().enumerate() {
        if !rule.messages.is_empty() && !rule.messages.iter().any(|message| message == schema.message) {
            continue;
        }
        // A path of the other message only is no fault: the table was checked to name an element of one of them.
        let Some(element) = element_of(schema, &rule.path) else { continue };
        let context = Context::of(schema, element);
        match compile(&rule.condition, &context) {
            Ok(Program { mut root, locals }) => {
                once(&mut root, &mut compiled.once);
                compiled.locals = compiled.locals.max(locals);
                if rule.enabled {
                    compiled.by_element[usize::from(element)].push(Tested { rule: number, condition: root });
                }
            }
            Err(found) => {
                let shown = |fault: &crate::cel::Fault| fault.shown(&rule.condition);
                faults.extend(found.iter().map(|fault| RuleFault::of(rule, &shown(fault))));
            }
        }
    }
    if faults.is_empty() { Ok(compiled) } else { Err(faults) }
}

/// The element at a path such as `/GOOITEGDS/PACGS2`; `/` is the root.
fn element_of(schema: &Schema, path: &str) -> Option<u16> {
    path.split('/').filter(|name| !name.is_empty()).try_fold(0, |group, name| schema.child(group, name))
}

/// Marks the largest parts that go through a list and depend on nothing but the message.
fn once(expr: &mut Expr, next: &mut u32) {
    if Variables::of(expr).only_message() && goes_through_a_list(expr) {
        let number = *next;
        *next += 1;
        let gives = expr.gives.clone();
        let inner = std::mem::replace(expr, Expr { kind: Kind::Bool(false), gives: gives.clone() });
        *expr = Expr { kind: Kind::Once(number, Box::new(inner)), gives };
        return;
    }
    expr.parts_mut(&mut |part| once(part, next));
}

fn goes_through_a_list(expr: &Expr) -> bool {
    let mut found = matches!(expr.kind, Kind::Fold(_));
    expr.parts(&mut |part| found |= goes_through_a_list(part));
    found
}

/// What a broken rule becomes in a verdict.
fn broken(rule: &Rule, location: String, span: tidewaiter_model::provenance::ByteSpan) -> CheckError {
    CheckError::new(&rule.code, location, span, &rule.message)
}

#[cfg(test)]
mod tests;
