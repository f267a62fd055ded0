//! The parts of an expression, and what it depends on.

use super::{Expr, Kind};

/// The variable that stands for the whole of what is evaluated, such as a message; its number in every schema.
pub const WHOLE: u32 = 0;

impl Expr {
    /// Hands each direct part to `each`.
    pub fn parts<'p>(&'p self, each: &mut dyn FnMut(&'p Expr)) {
        match &self.kind {
            Kind::List(parts) | Kind::And(parts) | Kind::Or(parts) | Kind::Call(_, parts) => {
                parts.iter().for_each(each);
            }
            Kind::Field(of, _)
            | Kind::Has(of, _)
            | Kind::Not(of)
            | Kind::Negate(of)
            | Kind::Matches(of, _)
            | Kind::Once(_, of) => each(of),
            Kind::Choose(parts) => parts.iter().for_each(each),
            Kind::Compare(_, parts) | Kind::Arithmetic(_, parts) | Kind::In(parts) => {
                parts.iter().for_each(each);
            }
            Kind::Fold(fold) => {
                each(&fold.over);
                fold.guard.iter().for_each(&mut *each);
                each(&fold.body);
            }
            _ => {}
        }
    }

    /// The same, to be changed.
    pub fn parts_mut(&mut self, each: &mut dyn FnMut(&mut Expr)) {
        match &mut self.kind {
            Kind::List(parts) | Kind::And(parts) | Kind::Or(parts) | Kind::Call(_, parts) => {
                parts.iter_mut().for_each(each);
            }
            Kind::Field(of, _)
            | Kind::Has(of, _)
            | Kind::Not(of)
            | Kind::Negate(of)
            | Kind::Matches(of, _)
            | Kind::Once(_, of) => each(of),
            Kind::Choose(parts) => parts.iter_mut().for_each(each),
            Kind::Compare(_, parts) | Kind::Arithmetic(_, parts) | Kind::In(parts) => {
                parts.iter_mut().for_each(each);
            }
            Kind::Fold(fold) => {
                each(&mut fold.over);
                fold.guard.iter_mut().for_each(&mut *each);
                each(&mut fold.body);
            }
            _ => {}
        }
    }
}

/// What an expression depends on besides constants and what it binds itself.
#[derive(Debug, Default, Clone, Copy)]
pub struct Variables {
    whole: bool,
    other: bool,
}

impl Variables {
    /// Looks through an expression.
    pub fn of(expr: &Expr) -> Variables {
        let mut found = Variables::default();
        found.look(expr, &mut Vec::new());
        found
    }

    /// Whether it depends on the whole and nothing else.
    pub fn only_message(self) -> bool {
        self.whole && !self.other
    }

    fn look(&mut self, expr: &Expr, bound: &mut Vec<u32>) {
        match &expr.kind {
            Kind::Variable(WHOLE) => self.whole = true,
            Kind::Variable(_) => self.other = true,
            Kind::Local(place) => self.other |= !bound.contains(place),
            Kind::Fold(fold) => {
                self.look(&fold.over, bound);
                let depth = bound.len();
                bound.extend(fold.index);
                bound.push(fold.local);
                fold.guard.iter().for_each(|guard| self.look(guard, bound));
                self.look(&fold.body, bound);
                bound.truncate(depth);
            }
            _ => {
                let mut parts = Vec::new();
                expr.parts(&mut |part| parts.push(part));
                parts.into_iter().for_each(|part| self.look(part, bound));
            }
        }
    }
}
