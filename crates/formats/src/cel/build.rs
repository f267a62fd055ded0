//! From the parser's tree to a typed one: every name known, every operand of its type.

use super::functions::function;
use super::parse::{Parsed, parse};
use super::{Comparison, Expr, Fault, Fold, FoldKind, Kind, Operation, Pattern, Program, Schema, Type};
use cel::IdedExpr;
use cel::common::ast::{CallExpr, Expr as Node, LiteralValue, operators};

/// Compiles an expression that gives a bool.
///
/// # Errors
/// Everything that is wrong with it, in the order of places.
pub fn compile(text: &str, schema: &dyn Schema) -> Result<Program, Vec<Fault>> {
    let parsed = parse(text)?;
    let mut build = Build { parsed: &parsed, schema, scope: Vec::new(), locals: 0, faults: Vec::new() };
    let root = build.expr(&parsed.root);
    let Some(root) = root.filter(|_| build.faults.is_empty()) else {
        let mut faults = build.faults;
        faults.sort_by_key(|fault| fault.start);
        return Err(faults);
    };
    if root.gives != Type::Bool {
        let text = format!("a condition gives a bool; this gives {}", root.gives.name());
        return Err(vec![parsed.fault(parsed.root.id, text)]);
    }
    Ok(Program { root, locals: build.locals })
}

struct Build<'p> {
    parsed: &'p Parsed,
    schema: &'p dyn Schema,
    /// Names that folds bind, with their places and types; the last counts.
    scope: Vec<(String, u32, Type)>,
    locals: u32,
    faults: Vec<Fault>,
}

impl Build<'_> {
    fn fault(&mut self, node: u64, text: impl Into<String>) -> Option<Expr> {
        self.faults.push(self.parsed.fault(node, text));
        None
    }

    fn expr(&mut self, node: &IdedExpr) -> Option<Expr> {
        match &node.expr {
            Node::Literal(value) => self.literal(node.id, value),
            Node::Ident(name) => self.name(node.id, name),
            Node::Select(select) => {
                let (of, field, gives) = self.field(node.id, &select.operand, &select.field)?;
                let kind = if select.test {
                    Kind::Has(Box::new(of), field)
                } else {
                    Kind::Field(Box::new(of), field)
                };
                Some(Expr { kind, gives: if select.test { Type::Bool } else { gives } })
            }
            Node::List(list) => self.list(node.id, &list.elements),
            Node::Call(call) => self.call(node.id, call),
            _ => self.fault(node.id, "maps, messages and optional values are not made in conditions"),
        }
    }

    fn literal(&mut self, id: u64, value: &LiteralValue) -> Option<Expr> {
        let (kind, gives) = match value {
            LiteralValue::Boolean(value) => (Kind::Bool(*value.inner()), Type::Bool),
            LiteralValue::Int(value) => (Kind::Int(*value.inner()), Type::Int),
            LiteralValue::Double(value) => (Kind::Double(*value.inner()), Type::Double),
            LiteralValue::String(value) => (Kind::Text(value.inner().into()), Type::Text),
            LiteralValue::UInt(_) | LiteralValue::Bytes(_) | LiteralValue::Null => {
                return self.fault(id, "unsigned numbers, bytes and null are not used in conditions");
            }
        };
        Some(Expr { kind, gives })
    }

    fn name(&mut self, id: u64, name: &str) -> Option<Expr> {
        if let Some((_, place, gives)) = self.scope.iter().rev().find(|(known, ..)| known == name) {
            return Some(Expr { kind: Kind::Local(*place), gives: gives.clone() });
        }
        if let Some((number, gives)) = self.schema.variable(name) {
            return Some(Expr { kind: Kind::Variable(number), gives });
        }
        let mut names = self.schema.names(None);
        names.extend(self.scope.iter().map(|(name, ..)| name.clone()));
        self.fault(id, format!("there is no `{name}` here{}", suggestion(name, &names)))
    }

    fn field(&mut self, id: u64, of: &IdedExpr, name: &str) -> Option<(Expr, u32, Type)> {
        let of = self.expr(of)?;
        let Type::Message(message) = of.gives else {
            let hint = match of.gives {
                Type::List(_) => "; use exists, all, filter or map to reach its elements",
                _ => "",
            };
            let text = format!("`{name}` is asked of a {}, which has no fields{hint}", of.gives.name());
            self.fault(id, text);
            return None;
        };
        let Some((field, gives)) = self.schema.field(message, name) else {
            let names = self.schema.names(Some(message));
            self.fault(id, format!("there is no field `{name}`{}", suggestion(name, &names)));
            return None;
        };
        Some((of, field, gives))
    }

    fn list(&mut self, id: u64, elements: &[IdedExpr]) -> Option<Expr> {
        let built: Vec<Option<Expr>> = elements.iter().map(|element| self.expr(element)).collect();
        let built: Vec<Expr> = built.into_iter().collect::<Option<_>>()?;
        let of = built.first().map(|first| first.gives.clone());
        if let Some(odd) = built.iter().find(|element| Some(&element.gives) != of.as_ref()) {
            let first = of.map(|of| of.name()).unwrap_or_default();
            return self.fault(id, format!("a list of {first} holds a {}", odd.gives.name()));
        }
        Some(Expr { kind: Kind::List(built), gives: Type::List(of.map(Box::new)) })
    }

    fn call(&mut self, id: u64, call: &CallExpr) -> Option<Expr> {
        let CallExpr { func_name, target, args } = call;
        match (func_name.as_str(), target.as_deref(), args.as_slice()) {
            (operators::LOGICAL_AND, None, args) => self.logic(args, Kind::And),
            (operators::LOGICAL_OR, None, args) => self.logic(args, Kind::Or),
            (operators::LOGICAL_NOT, None, [of]) => {
                let of = self.must(of, &Type::Bool)?;
                Some(Expr { kind: Kind::Not(Box::new(of)), gives: Type::Bool })
            }
            (operators::NEGATE, None, [of]) => {
                let built = self.expr(of)?;
                if !built.gives.is_number() {
                    return self
                        .fault(of.id, format!("a number is expected; this is {}", built.gives.name()));
                }
                let gives = built.gives.clone();
                Some(Expr { kind: Kind::Negate(Box::new(built)), gives })
            }
            (operators::CONDITIONAL, None, [when, then, or]) => self.choose(id, when, then, or),
            (operators::IN, None, [element, list]) => self.within(id, element, list),
            ("has", None, [what]) => self.has(what),
            ("matches", Some(text), [pattern]) => self.matches(text, pattern),
            (name @ ("all" | "exists" | "exists_one" | "existsOne" | "filter" | "map"), Some(list), args) => {
                self.fold(id, name, list, args)
            }
            (name, None, [left, right]) => match (comparison(name), operation(name)) {
                (Some(how), _) => self.compare(id, how, left, right),
                (_, Some(how)) => self.arithmetic(id, how, left, right),
                _ => self.function(id, call),
            },
            _ => self.function(id, call),
        }
    }

    fn must(&mut self, node: &IdedExpr, wanted: &Type) -> Option<Expr> {
        let built = self.expr(node)?;
        if built.gives == *wanted {
            return Some(built);
        }
        let (wanted, given) = (wanted.name(), built.gives.name());
        self.fault(node.id, format!("a {wanted} is expected; this is {given}"))
    }

    fn logic(&mut self, args: &[IdedExpr], of: fn(Vec<Expr>) -> Kind) -> Option<Expr> {
        let built: Vec<Option<Expr>> = args.iter().map(|arg| self.must(arg, &Type::Bool)).collect();
        let built: Vec<Expr> = built.into_iter().collect::<Option<_>>()?;
        Some(Expr { kind: of(built), gives: Type::Bool })
    }

    fn choose(&mut self, id: u64, when: &IdedExpr, then: &IdedExpr, or: &IdedExpr) -> Option<Expr> {
        let when = self.must(when, &Type::Bool);
        let (then, or) = (self.expr(then)?, self.expr(or)?);
        if then.gives != or.gives {
            let (then, or) = (then.gives.name(), or.gives.name());
            return self.fault(id, format!("both sides are of one type; here they are {then} and {or}"));
        }
        let gives = then.gives.clone();
        Some(Expr { kind: Kind::Choose(Box::new([when?, then, or])), gives })
    }

    fn compare(&mut self, id: u64, how: Comparison, left: &IdedExpr, right: &IdedExpr) -> Option<Expr> {
        let (left, right) = (self.expr(left), self.expr(right));
        let (left, right) = (left?, right?);
        let equality = matches!(how, Comparison::Equal | Comparison::Unequal);
        let alike = match (&left.gives, &right.gives) {
            (Type::Text, Type::Text) => true,
            (Type::Bool, Type::Bool) => equality,
            (a, b) => a.is_number() && b.is_number(),
        };
        if !alike {
            let (left, right) = (left.gives.name(), right.gives.name());
            let hint =
                if left == "string" || right == "string" { "; number(text) makes a double" } else { "" };
            return self.fault(id, format!("{left} and {right} are not compared{hint}"));
        }
        Some(Expr { kind: Kind::Compare(how, Box::new([left, right])), gives: Type::Bool })
    }

    fn arithmetic(&mut self, id: u64, how: Operation, left: &IdedExpr, right: &IdedExpr) -> Option<Expr> {
        let (left, right) = (self.expr(left), self.expr(right));
        let (left, right) = (left?, right?);
        let fits = left.gives == right.gives
            && match left.gives {
                Type::Int => true,
                Type::Double => how != Operation::Modulo,
                Type::Text => how == Operation::Add,
                _ => false,
            };
        if !fits {
            let (left, right) = (left.gives.name(), right.gives.name());
            let text = format!("numbers of one type are expected; here they are {left} and {right}");
            return self.fault(id, text + "; double(int) makes a double");
        }
        let gives = left.gives.clone();
        Some(Expr { kind: Kind::Arithmetic(how, Box::new([left, right])), gives })
    }

    fn within(&mut self, id: u64, element: &IdedExpr, list: &IdedExpr) -> Option<Expr> {
        let (element, list) = (self.expr(element), self.expr(list));
        let (element, list) = (element?, list?);
        let fits = match &list.gives {
            Type::List(None) => true,
            Type::List(Some(of)) => **of == element.gives || (of.is_number() && element.gives.is_number()),
            _ => false,
        };
        if !fits || matches!(element.gives, Type::Message(_) | Type::List(_)) {
            let (element, list) = (element.gives.name(), list.gives.name());
            return self
                .fault(id, format!("a list that holds {element} is expected behind `in`; this is {list}"));
        }
        Some(Expr { kind: Kind::In(Box::new([element, list])), gives: Type::Bool })
    }

    fn has(&mut self, what: &IdedExpr) -> Option<Expr> {
        let Node::Select(select) = &what.expr else {
            return self.fault(what.id, "has() asks for a field, such as has(self.name)");
        };
        let (of, field, _) = self.field(what.id, &select.operand, &select.field)?;
        Some(Expr { kind: Kind::Has(Box::new(of), field), gives: Type::Bool })
    }

    fn matches(&mut self, text: &IdedExpr, pattern: &IdedExpr) -> Option<Expr> {
        let text = self.must(text, &Type::Text);
        let Node::Literal(LiteralValue::String(written)) = &pattern.expr else {
            return self.fault(pattern.id, "the pattern of matches() is written out, such as '^[0-9]+$'");
        };
        match Pattern::compile(written.inner()) {
            Ok(pattern) => Some(Expr { kind: Kind::Matches(Box::new(text?), pattern), gives: Type::Bool }),
            Err(fault) => self.fault(pattern.id, fault.text),
        }
    }

    fn fold(&mut self, id: u64, name: &str, list: &IdedExpr, args: &[IdedExpr]) -> Option<Expr> {
        let kind = match name {
            "all" => FoldKind::All,
            "exists" => FoldKind::Exists,
            "filter" => FoldKind::Filter,
            "map" => FoldKind::Map,
            _ => FoldKind::ExistsOne,
        };
        let usage = || format!("`{name}` is used as list.{name}(x, …)");
        let over = self.expr(list)?;
        let Type::List(Some(of)) = &over.gives else {
            let given = over.gives.name();
            return self.fault(list.id, format!("{}; this is {given}", usage()));
        };
        let of = (**of).clone();
        let name_of = |node: &IdedExpr| match &node.expr {
            Node::Ident(name) => Some(name.clone()),
            _ => None,
        };
        // Two names are index and element, as in the comprehensions extension; `map` with three arguments has a guard.
        let (index, local, guard, body) = match args {
            [local, body] => (None, name_of(local), None, body),
            [local, guard, body] if kind == FoldKind::Map => (None, name_of(local), Some(guard), body),
            [index, local, body] => (name_of(index), name_of(local), None, body),
            _ => return self.fault(id, usage()),
        };
        let Some(local) = local.filter(|_| args.len() < 3 || kind == FoldKind::Map || index.is_some()) else {
            return self.fault(id, format!("{}, x being a name", usage()));
        };
        let depth = self.scope.len();
        let index = index.map(|index| self.bind(index, Type::Int));
        let place = self.bind(local, of.clone());
        let guard = guard.map(|guard| self.must(guard, &Type::Bool));
        let body = if kind == FoldKind::Map { self.expr(body) } else { self.must(body, &Type::Bool) };
        self.scope.truncate(depth);
        let (guard, body) = (guard.map_or(Some(None), |guard| guard.map(Some))?, body?);
        let gives = match kind {
            FoldKind::Filter => Type::List(Some(Box::new(of))),
            FoldKind::Map => Type::List(Some(Box::new(body.gives.clone()))),
            _ => Type::Bool,
        };
        let fold = Fold { kind, over, index, local: place, guard, body };
        Some(Expr { kind: Kind::Fold(Box::new(fold)), gives })
    }

    fn bind(&mut self, name: String, gives: Type) -> u32 {
        let place = self.scope.len() as u32;
        self.scope.push((name, place, gives));
        self.locals = self.locals.max(place + 1);
        place
    }

    fn function(&mut self, id: u64, call: &CallExpr) -> Option<Expr> {
        let given = call.target.as_deref().into_iter().chain(&call.args);
        let built: Vec<Option<Expr>> = given.map(|argument| self.expr(argument)).collect();
        let built: Vec<Expr> = built.into_iter().collect::<Option<_>>()?;
        let types: Vec<Type> = built.iter().map(|argument| argument.gives.clone()).collect();
        match function(&call.func_name, call.target.is_some(), &types) {
            Ok((function, gives)) => Some(Expr { kind: Kind::Call(function, built), gives }),
            Err(text) => self.fault(id, text),
        }
    }
}

fn comparison(name: &str) -> Option<Comparison> {
    Some(match name {
        operators::EQUALS => Comparison::Equal,
        operators::NOT_EQUALS => Comparison::Unequal,
        operators::LESS => Comparison::Less,
        operators::LESS_EQUALS => Comparison::LessOrEqual,
        operators::GREATER => Comparison::Greater,
        operators::GREATER_EQUALS => Comparison::GreaterOrEqual,
        _ => return None,
    })
}

fn operation(name: &str) -> Option<Operation> {
    Some(match name {
        operators::ADD => Operation::Add,
        operators::SUBSTRACT => Operation::Subtract,
        operators::MULTIPLY => Operation::Multiply,
        operators::DIVIDE => Operation::Divide,
        operators::MODULO => Operation::Modulo,
        _ => return None,
    })
}

/// The known name that is nearest, in words; nothing when none is near.
fn suggestion(name: &str, known: &[String]) -> String {
    let nearest = known.iter().map(|known| (distance(name, known), known)).min();
    match nearest {
        Some((distance, known)) if distance <= 1 + name.len() / 4 => format!("; is `{known}` meant?"),
        _ if known.is_empty() => String::new(),
        _ => {
            let some: Vec<&str> = known.iter().take(8).map(String::as_str).collect();
            let more = if known.len() > some.len() { " …" } else { "" };
            format!("; there are {}{more}", some.join(", "))
        }
    }
}

/// Letters to change, add or leave out (Levenshtein).
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (number, a) in left.chars().take(64).enumerate() {
        let mut corner = std::mem::replace(&mut row[0], number + 1);
        for (at, b) in right.iter().enumerate() {
            let change = corner + usize::from(a != *b);
            corner = row[at + 1];
            row[at + 1] = change.min(corner + 1).min(row[at] + 1);
        }
    }
    row[right.len()]
}
