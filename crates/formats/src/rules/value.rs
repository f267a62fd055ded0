//! What expressions give, and how that compares and adds up.

use crate::cel::{Comparison, Operation};
use std::borrow::Cow;
use std::collections::HashSet;
use std::rc::Rc;

/// What an expression gave.
#[derive(Debug, Clone)]
pub(crate) enum Value<'e> {
    Bool(bool),
    Int(i64),
    Double(f64),
    Text(Cow<'e, str>),
    /// An element, or [`crate::xml::NONE`].
    Node(u32),
    /// The elements of one kind in another.
    Children(u32, u16),
    List(Rc<[Value<'e>]>),
    /// A list of texts that is only asked what it holds.
    Texts(Rc<HashSet<Cow<'e, str>>>),
}

/// Why a condition gave nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// The steps of this message are used up.
    Steps,
    /// Division by zero, or a number that is too large.
    Number,
}

pub(crate) type Outcome<'e> = Result<Value<'e>, Trouble>;

pub(crate) fn text_of<'v>(value: &'v Value<'_>) -> &'v str {
    match value {
        Value::Text(text) => text,
        _ => "",
    }
}

/// Blanks and control characters of ASCII taken off the ends.
pub(crate) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c| c <= ' ')
}

/// The number that a text is: sign, digits, a point among them. NaN when it is none.
pub(crate) fn number(text: &str) -> f64 {
    let text = trimmed(text);
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.'));
    if plain { text.parse().unwrap_or(f64::NAN) } else { f64::NAN }
}

pub(crate) fn double(value: &Value<'_>) -> f64 {
    match value {
        Value::Int(value) => *value as f64,
        Value::Double(value) => *value,
        _ => f64::NAN,
    }
}

pub(crate) fn int<'e>(value: &Value<'_>) -> Outcome<'e> {
    match value {
        Value::Int(value) => Ok(Value::Int(*value)),
        // 2^63 and beyond are no int.
        Value::Double(value) if value.abs() < 9_223_372_036_854_775_808.0 => Ok(Value::Int(*value as i64)),
        _ => Err(Trouble::Number),
    }
}

pub(crate) fn compare(how: Comparison, left: &Value<'_>, right: &Value<'_>) -> bool {
    use std::cmp::Ordering::{Equal, Greater, Less};
    let order = match (left, right) {
        (Value::Text(left), Value::Text(right)) => Some(left.cmp(right)),
        (Value::Bool(left), Value::Bool(right)) => Some(left.cmp(right)),
        (Value::Int(left), Value::Int(right)) => Some(left.cmp(right)),
        (left, right) => double(left).partial_cmp(&double(right)),
    };
    match how {
        Comparison::Equal => order == Some(Equal),
        Comparison::Unequal => order != Some(Equal),
        Comparison::Less => order == Some(Less),
        Comparison::LessOrEqual => matches!(order, Some(Less | Equal)),
        Comparison::Greater => order == Some(Greater),
        Comparison::GreaterOrEqual => matches!(order, Some(Greater | Equal)),
    }
}

pub(crate) fn arithmetic<'e>(how: Operation, left: Value<'e>, right: &Value<'e>) -> Outcome<'e> {
    Ok(match (left, right) {
        (Value::Int(left), Value::Int(right)) => {
            let value = match how {
                Operation::Add => left.checked_add(*right),
                Operation::Subtract => left.checked_sub(*right),
                Operation::Multiply => left.checked_mul(*right),
                Operation::Divide => left.checked_div(*right),
                Operation::Modulo => left.checked_rem(*right),
            };
            Value::Int(value.ok_or(Trouble::Number)?)
        }
        (Value::Text(left), Value::Text(right)) => Value::Text(Cow::Owned(left.into_owned() + right)),
        (left, right) => {
            let (left, right) = (double(&left), double(right));
            Value::Double(match how {
                Operation::Add => left + right,
                Operation::Subtract => left - right,
                Operation::Multiply => left * right,
                Operation::Divide => left / right,
                Operation::Modulo => return Err(Trouble::Number),
            })
        }
    })
}
