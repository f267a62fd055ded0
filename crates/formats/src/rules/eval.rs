//! Conditions over the tree of a message.

use super::context::{ITEM, MESSAGE, PARENT, SELF};
use super::value::{Outcome, Trouble, Value, arithmetic, compare, double, int, number, text_of, trimmed};
use super::{Compiled, Rule, broken};
use crate::cel::{Comparison, Expr, Fold, FoldKind, Function, Kind, Operation, Type};
use crate::check::{CheckError, ERRORS_MAX};
use crate::ens::{NO_ELEMENT, Validated, location, text_span};
use crate::xml::{NONE, Tree};
use std::borrow::Cow;
use std::collections::HashSet;
use std::rc::Rc;

struct Run<'e> {
    tree: &'e Tree<'e>,
    elements: &'e [u16],
    /// The first child of the root of each element.
    roots: Vec<u32>,
    /// The element whose rules are tested, and the goods item around it.
    here: u32,
    item: u32,
    locals: Vec<Value<'e>>,
    once: Vec<Option<Value<'e>>>,
    steps: u64,
}

/// Tests every element of a message, in their order.
pub(crate) fn test(compiled: &Compiled, list: &[Rule], tree: &Tree<'_>, found: &mut Validated, steps: u64) {
    let mut roots = vec![NONE; compiled.by_element.len()];
    for (number, _) in tree.children(0) {
        let element = found.elements[number as usize];
        if let Some(first) = roots.get_mut(usize::from(element)).filter(|first| **first == NONE) {
            *first = number;
        }
    }
    let mut run = Run {
        tree,
        elements: &found.elements,
        roots,
        here: 0,
        item: NONE,
        locals: vec![Value::Bool(false); compiled.locals as usize],
        once: vec![None; compiled.once as usize],
        steps,
    };
    let mut errors = Vec::new();
    for (number, node) in tree.nodes.iter().enumerate() {
        let element = found.elements[number];
        run.here = number as u32;
        if element == compiled.item {
            run.item = run.here;
        }
        for tested in compiled.by_element.get(usize::from(element)).map(Vec::as_slice).unwrap_or_default() {
            let rule = &list[tested.rule];
            let holds = run.eval(&tested.condition);
            if matches!(holds, Ok(Value::Bool(true))) {
                continue;
            }
            let (place, span) = (location(tree, &found.ordinals, number as u32), text_span(node));
            errors.push(match holds {
                Err(Trouble::Steps) => {
                    let text =
                        format!("the rules take more steps than this message may cost, at {}", rule.code);
                    CheckError::new("STEPS", place, span, text)
                }
                Err(Trouble::Number) => {
                    let text = format!("rule {} divides by zero or leaves the range of numbers", rule.code);
                    CheckError::new("NUMBER", place, span, text)
                }
                Ok(_) => broken(rule, place, span),
            });
            if matches!(holds, Err(Trouble::Steps)) || errors.len() > ERRORS_MAX {
                return found.errors.append(&mut errors);
            }
        }
    }
    found.errors.append(&mut errors);
}

impl<'e> Run<'e> {
    fn step(&mut self) -> Result<(), Trouble> {
        self.steps = self.steps.checked_sub(1).ok_or(Trouble::Steps)?;
        Ok(())
    }

    fn eval(&mut self, expr: &'e Expr) -> Outcome<'e> {
        self.step()?;
        Ok(match &expr.kind {
            Kind::Bool(value) => Value::Bool(*value),
            Kind::Int(value) => Value::Int(*value),
            Kind::Double(value) => Value::Double(*value),
            Kind::Text(text) => Value::Text(Cow::Borrowed(text)),
            Kind::List(elements) => {
                let values: Result<Vec<_>, _> = elements.iter().map(|element| self.eval(element)).collect();
                Value::List(values?.into())
            }
            Kind::Variable(number) => self.variable(*number, &expr.gives),
            Kind::Local(place) => self.locals.get(*place as usize).cloned().unwrap_or(Value::Bool(false)),
            Kind::Field(of, field) => {
                let of = self.eval(of)?;
                self.field(&of, *field, &expr.gives)?
            }
            Kind::Has(of, field) => {
                let Value::Node(of) = self.eval(of)? else { return Ok(Value::Bool(false)) };
                Value::Bool(self.child(of, *field as u16)? != NONE)
            }
            Kind::Not(of) => Value::Bool(!self.truth(of)?),
            Kind::Negate(of) => match self.eval(of)? {
                Value::Int(value) => Value::Int(value.checked_neg().ok_or(Trouble::Number)?),
                other => Value::Double(-double(&other)),
            },
            Kind::And(parts) => {
                for part in parts {
                    if !self.truth(part)? {
                        return Ok(Value::Bool(false));
                    }
                }
                Value::Bool(true)
            }
            Kind::Or(parts) => {
                for part in parts {
                    if self.truth(part)? {
                        return Ok(Value::Bool(true));
                    }
                }
                Value::Bool(false)
            }
            Kind::Choose(parts) => {
                let [when, then, or] = &**parts;
                if self.truth(when)? { self.eval(then)? } else { self.eval(or)? }
            }
            Kind::Compare(how, parts) => {
                let (left, right) = (self.eval(&parts[0])?, self.eval(&parts[1])?);
                Value::Bool(compare(*how, &left, &right))
            }
            Kind::Arithmetic(how, parts) => {
                let (left, right) = (self.eval(&parts[0])?, self.eval(&parts[1])?);
                arithmetic(*how, left, &right)?
            }
            Kind::In(parts) => Value::Bool(self.within(&parts[0], &parts[1])?),
            Kind::Call(function, arguments) => self.call(*function, arguments)?,
            Kind::Matches(text, pattern) => {
                let text = self.eval(text)?;
                // A pattern looks at every byte, some of them more than once.
                self.steps = self.steps.checked_sub(text_of(&text).len() as u64).ok_or(Trouble::Steps)?;
                Value::Bool(pattern.is_match(text_of(&text)))
            }
            Kind::Fold(fold) => self.fold(fold)?,
            Kind::Once(number, inner) => {
                if let Some(Some(known)) = self.once.get(*number as usize) {
                    return Ok(known.clone());
                }
                let value = self.eval(inner)?;
                if let Some(kept) = self.once.get_mut(*number as usize) {
                    *kept = Some(value.clone());
                }
                value
            }
        })
    }

    fn truth(&mut self, expr: &'e Expr) -> Result<bool, Trouble> {
        Ok(matches!(self.eval(expr)?, Value::Bool(true)))
    }

    fn variable(&self, number: u32, gives: &Type) -> Value<'e> {
        let node = match number {
            MESSAGE => 0,
            SELF => self.here,
            PARENT => self.tree.get(self.here).map_or(NONE, |node| node.parent),
            ITEM => self.item,
            _ => NONE,
        };
        if *gives == Type::Text { self.text(node) } else { Value::Node(node) }
    }

    fn text(&self, node: u32) -> Value<'e> {
        Value::Text(Cow::Borrowed(self.tree.get(node).map_or("", |node| &node.text)))
    }

    fn field(&mut self, of: &Value<'e>, field: u32, gives: &Type) -> Outcome<'e> {
        let Value::Node(of) = of else { return Ok(Value::Node(NONE)) };
        let field = field as u16;
        Ok(match gives {
            Type::List(_) => Value::Children(*of, field),
            Type::Text => {
                let child = self.child(*of, field)?;
                self.text(child)
            }
            _ => Value::Node(self.child(*of, field)?),
        })
    }

    /// The first child of this element, or [`NONE`]. In a valid message children stand in the order of the schema.
    fn child(&mut self, of: u32, element: u16) -> Result<u32, Trouble> {
        if of == 0 {
            return Ok(self.roots.get(usize::from(element)).copied().unwrap_or(NONE));
        }
        let mut next = self.tree.get(of).map_or(NONE, |node| node.first);
        while let Some(node) = self.tree.get(next) {
            self.step()?;
            match self.elements.get(next as usize).copied().unwrap_or(NO_ELEMENT) {
                found if found == element => return Ok(next),
                found if found > element => return Ok(NONE),
                _ => next = node.next,
            }
        }
        Ok(NONE)
    }

    /// The elements of a list one by one, until `each` says that it has seen enough.
    fn walk(
        &mut self,
        list: Value<'e>,
        each: &mut dyn FnMut(&mut Run<'e>, i64, Value<'e>) -> Result<bool, Trouble>,
    ) -> Result<(), Trouble> {
        let mut number = 0;
        match list {
            Value::Children(of, element) => {
                let mut next = self.child(of, element)?;
                while next != NONE && self.elements.get(next as usize) == Some(&element) {
                    self.step()?;
                    if !each(self, number, Value::Node(next))? {
                        break;
                    }
                    number += 1;
                    next = self.tree.get(next).map_or(NONE, |node| node.next);
                }
            }
            Value::List(values) => {
                for value in values.iter() {
                    self.step()?;
                    if !each(self, number, value.clone())? {
                        break;
                    }
                    number += 1;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn fold(&mut self, fold: &'e Fold) -> Outcome<'e> {
        let list = self.eval(&fold.over)?;
        let (mut count, mut failed, mut kept) = (0u32, false, Vec::new());
        self.walk(list, &mut |run, number, value| {
            if let Some(index) = fold.index.and_then(|index| run.locals.get_mut(index as usize)) {
                *index = Value::Int(number);
            }
            if let Some(local) = run.locals.get_mut(fold.local as usize) {
                *local = value.clone();
            }
            if let Some(guard) = &fold.guard
                && !run.truth(guard)?
            {
                return Ok(true);
            }
            if fold.kind == FoldKind::Map {
                kept.push(run.eval(&fold.body)?);
                return Ok(true);
            }
            let holds = run.truth(&fold.body)?;
            count += u32::from(holds);
            if holds && fold.kind == FoldKind::Filter {
                kept.push(value);
            }
            failed |= !holds;
            Ok(match fold.kind {
                FoldKind::All => holds,
                FoldKind::Exists => !holds,
                FoldKind::ExistsOne => count < 2,
                FoldKind::Filter | FoldKind::Map => true,
            })
        })?;
        Ok(match fold.kind {
            FoldKind::All => Value::Bool(!failed),
            FoldKind::Exists => Value::Bool(count > 0),
            FoldKind::ExistsOne => Value::Bool(count == 1),
            FoldKind::Filter | FoldKind::Map => Value::List(kept.into()),
        })
    }

    fn within(&mut self, element: &'e Expr, list: &'e Expr) -> Result<bool, Trouble> {
        let element = self.eval(element)?;
        let mut list_value = self.eval(list)?;
        // A list of texts that stays the same for the whole message is turned into a set the first time.
        if let (Kind::Once(number, _), Value::List(values)) = (&list.kind, &list_value)
            && matches!(element, Value::Text(_))
        {
            let texts = values.iter().filter_map(|value| match value {
                Value::Text(text) => Some(text.clone()),
                _ => None,
            });
            list_value = Value::Texts(Rc::new(texts.collect()));
            if let Some(kept) = self.once.get_mut(*number as usize) {
                *kept = Some(list_value.clone());
            }
        }
        if let Value::Texts(texts) = &list_value {
            return Ok(texts.contains(text_of(&element)));
        }
        let mut found = false;
        self.walk(list_value, &mut |_, _, value| {
            found = compare(Comparison::Equal, &element, &value);
            Ok(!found)
        })?;
        Ok(found)
    }

    fn call(&mut self, function: Function, arguments: &'e [Expr]) -> Outcome<'e> {
        let first = match arguments.first() {
            Some(first) => self.eval(first)?,
            None => return Ok(Value::Bool(false)),
        };
        let second = match arguments.get(1) {
            Some(second) => Some(self.eval(second)?),
            None => None,
        };
        let second = second.as_ref().map_or("", text_of);
        Ok(match function {
            Function::Size => Value::Int(self.size(first)?),
            Function::StartsWith => Value::Bool(text_of(&first).starts_with(second)),
            Function::EndsWith => Value::Bool(text_of(&first).ends_with(second)),
            Function::Contains => Value::Bool(text_of(&first).contains(second)),
            Function::Trim => Value::Text(match first {
                Value::Text(Cow::Borrowed(text)) => Cow::Borrowed(trimmed(text)),
                other => Cow::Owned(trimmed(text_of(&other)).to_owned()),
            }),
            Function::LowerAscii => Value::Text(Cow::Owned(text_of(&first).to_ascii_lowercase())),
            Function::UpperAscii => Value::Text(Cow::Owned(text_of(&first).to_ascii_uppercase())),
            Function::ToDouble => Value::Double(double(&first)),
            Function::ToInt => int(&first)?,
            Function::ToText => Value::Text(match first {
                Value::Int(value) => Cow::Owned(value.to_string()),
                Value::Double(value) => Cow::Owned(value.to_string()),
                Value::Text(text) => text,
                _ => Cow::Borrowed(""),
            }),
            Function::Number => Value::Double(number(text_of(&first))),
            Function::Fields => match first {
                Value::Node(node) => {
                    Value::Int(self.tree.get(node).map_or(0, |node| i64::from(node.elements)))
                }
                _ => Value::Int(0),
            },
            Function::Distinct => self.distinct(first)?,
            Function::Flatten => self.flatten(first)?,
            Function::Sum => self.sum(first)?,
        })
    }

    fn size(&mut self, of: Value<'e>) -> Result<i64, Trouble> {
        Ok(match of {
            Value::Text(text) => text.chars().count() as i64,
            Value::List(values) => values.len() as i64,
            list => {
                let mut count = 0;
                self.walk(list, &mut |_, _, _| {
                    count += 1;
                    Ok(true)
                })?;
                count
            }
        })
    }

    fn distinct(&mut self, list: Value<'e>) -> Outcome<'e> {
        let (mut seen, mut kept) = (HashSet::new(), Vec::new());
        self.walk(list, &mut |_, _, value| {
            let key = match &value {
                Value::Int(value) => value.to_string(),
                Value::Double(value) => value.to_string(),
                Value::Bool(value) => value.to_string(),
                other => text_of(other).to_owned(),
            };
            if seen.insert(key) {
                kept.push(value);
            }
            Ok(true)
        })?;
        Ok(Value::List(kept.into()))
    }

    fn flatten(&mut self, list: Value<'e>) -> Outcome<'e> {
        let mut kept = Vec::new();
        self.walk(list, &mut |run, _, inner| {
            run.walk(inner, &mut |_, _, value| {
                kept.push(value);
                Ok(true)
            })?;
            Ok(true)
        })?;
        Ok(Value::List(kept.into()))
    }

    fn sum(&mut self, list: Value<'e>) -> Outcome<'e> {
        let mut sum = None;
        self.walk(list, &mut |_, _, value| {
            sum = Some(match sum.take() {
                None => value,
                Some(sum) => arithmetic(Operation::Add, sum, &value)?,
            });
            Ok(true)
        })?;
        Ok(sum.unwrap_or(Value::Double(0.0)))
    }
}
