//! Expressions in CEL, the Common Expression Language, against a schema: text in, a typed tree with places out, or faults
//! that say where and why.
//!
//! The grammar is that of the `cel` crate's parser; names and types are checked here, before anything is evaluated. The
//! tree knows nothing of what it is evaluated over: rows of a table or elements of a message. Fields that are absent have
//! the default of their type, as in protocol buffers: an empty text, an empty list, a message without fields; `has` tells
//! whether a field is there.

mod build;
mod functions;
mod parse;
mod regex;
mod walk;

pub use build::compile;
pub use functions::Function;
pub use regex::Pattern;
pub use walk::{Variables, WHOLE};

/// Longest expression, in bytes.
pub const EXPRESSION_BYTES_MAX: usize = 8 << 10;
/// Deepest nesting of an expression.
pub const EXPRESSION_DEPTH_MAX: u16 = 64;

/// The type of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// True or false.
    Bool,
    /// A whole number of 64 bits.
    Int,
    /// A floating-point number of 64 bits.
    Double,
    /// A text.
    Text,
    /// Something with fields; the number is the schema's.
    Message(u32),
    /// A list of one type; `None` of the empty list, which is of any.
    List(Option<Box<Type>>),
}

impl Type {
    /// The type's name in CEL.
    pub fn name(&self) -> String {
        match self {
            Type::Bool => "bool".to_owned(),
            Type::Int => "int".to_owned(),
            Type::Double => "double".to_owned(),
            Type::Text => "string".to_owned(),
            Type::Message(_) => "message".to_owned(),
            Type::List(Some(of)) => format!("list({})", of.name()),
            Type::List(None) => "list".to_owned(),
        }
    }

    fn is_number(&self) -> bool {
        matches!(self, Type::Int | Type::Double)
    }
}

/// What an expression may name.
pub trait Schema {
    /// A variable: its number and type.
    fn variable(&self, name: &str) -> Option<(u32, Type)>;
    /// A field of a message: its number and type.
    fn field(&self, message: u32, name: &str) -> Option<(u32, Type)>;
    /// Names that could be meant: the variables, or the fields of a message.
    fn names(&self, message: Option<u32>) -> Vec<String>;
}

/// What is wrong with an expression, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Bytes of the expression.
    pub start: usize,
    /// How many.
    pub len: usize,
    /// What is wrong, and what would be right.
    pub text: String,
}

impl Fault {
    /// The line with the fault and a caret under it, below line and column, which count from 1.
    pub fn shown(&self, expression: &str) -> String {
        let before = expression.get(..self.start).unwrap_or(expression);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = expression.get(line_start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let number = before.matches('\n').count() + 1;
        let column = before.get(line_start..).map_or(0, |text| text.chars().count());
        let marked = expression.get(self.start..self.start + self.len).and_then(|text| text.lines().next());
        let carets = marked.map_or(1, |text| text.chars().count().max(1));
        format!(
            "line {number}, column {}: {}\n  | {line}\n  | {}{}",
            column + 1,
            self.text,
            " ".repeat(column),
            "^".repeat(carets)
        )
    }
}

/// An expression whose names and types hold.
#[derive(Debug, Clone)]
pub struct Expr {
    /// What it is.
    pub kind: Kind,
    /// What it gives.
    pub gives: Type,
}

/// Forms of expressions.
#[derive(Debug, Clone)]
pub enum Kind {
    /// A constant.
    Bool(bool),
    /// A constant.
    Int(i64),
    /// A constant.
    Double(f64),
    /// A constant.
    Text(Box<str>),
    /// A list of given elements.
    List(Vec<Expr>),
    /// A variable of the schema.
    Variable(u32),
    /// What a fold runs over just now, by its place.
    Local(u32),
    /// A field of a message.
    Field(Box<Expr>, u32),
    /// Whether a field of a message is there.
    Has(Box<Expr>, u32),
    /// `!x`
    Not(Box<Expr>),
    /// `-x`
    Negate(Box<Expr>),
    /// `a && b && …`
    And(Vec<Expr>),
    /// `a || b || …`
    Or(Vec<Expr>),
    /// `a ? b : c`
    Choose(Box<[Expr; 3]>),
    /// A comparison.
    Compare(Comparison, Box<[Expr; 2]>),
    /// `a + b` and so on, of numbers of one type, or of texts.
    Arithmetic(Operation, Box<[Expr; 2]>),
    /// `a in list`
    In(Box<[Expr; 2]>),
    /// A function with its arguments, the receiver first.
    Call(Function, Vec<Expr>),
    /// `x.matches('…')`, the pattern compiled.
    Matches(Box<Expr>, Pattern),
    /// A macro over a list.
    Fold(Box<Fold>),
    /// A part that depends on one message as a whole: evaluated once for it, and kept under this number.
    Once(u32, Box<Expr>),
}

/// Comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

/// Operations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `%`
    Modulo,
}

/// A macro over a list.
#[derive(Debug, Clone)]
pub struct Fold {
    /// Which.
    pub kind: FoldKind,
    /// The list.
    pub over: Expr,
    /// Place of the index, where it is named.
    pub index: Option<u32>,
    /// Place of the element.
    pub local: u32,
    /// Of `map` with three arguments: which elements.
    pub guard: Option<Expr>,
    /// The condition, or what `map` makes.
    pub body: Expr,
}

/// The macros.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoldKind {
    /// Whether all elements fulfil it.
    All,
    /// Whether one fulfils it.
    Exists,
    /// Whether exactly one fulfils it.
    ExistsOne,
    /// Those that fulfil it.
    Filter,
    /// What is made of each.
    Map,
}

/// An expression, ready to be evaluated.
#[derive(Debug, Clone)]
pub struct Program {
    /// The expression; it gives a bool.
    pub root: Expr,
    /// How many places its folds need.
    pub locals: u32,
}

#[cfg(test)]
mod tests;
