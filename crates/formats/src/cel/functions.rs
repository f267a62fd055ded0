//! The functions that expressions may call.

use super::Type;

/// A function. Where a name is CEL's own or that of a common extension, so is the meaning; `number` and `fields` are ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    /// `size(x)`, `x.size()`: characters of a text, elements of a list.
    Size,
    /// `x.startsWith(y)`
    StartsWith,
    /// `x.endsWith(y)`
    EndsWith,
    /// `x.contains(y)`
    Contains,
    /// `x.trim()`, of the strings extension: without blanks and control characters at its ends.
    Trim,
    /// `x.lowerAscii()`, of the strings extension.
    LowerAscii,
    /// `x.upperAscii()`, of the strings extension.
    UpperAscii,
    /// `double(n)`, of an int or a double.
    ToDouble,
    /// `int(n)`, of a double or an int: towards zero.
    ToInt,
    /// `string(n)`, of a number or a text.
    ToText,
    /// `list.distinct()`, of the lists extension.
    Distinct,
    /// `list.flatten()`, of the lists extension: a list of lists as one.
    Flatten,
    /// `list.sum()`, of Kubernetes' lists: of numbers; of none, zero.
    Sum,
    /// `number(text)`: the number that a text is, blanks around it aside; NaN, which equals nothing, when it is none.
    Number,
    /// `fields(message)`: how many fields are there, each element of a list counted.
    Fields,
}

/// What `name` with a receiver and arguments of these types is; the receiver, where there is one, is the first.
pub(crate) fn function(name: &str, receiver: bool, given: &[Type]) -> Result<(Function, Type), String> {
    use Function as F;
    use Type::{Bool, Double, Int, List, Message, Text};
    let wrong = |usage: &str| {
        let given: Vec<String> = given.iter().map(Type::name).collect();
        Err(format!("`{name}` is used as {usage}; here it has ({})", given.join(", ")))
    };
    let found = match (name, receiver, given) {
        ("size", _, [Text | List(_)]) => (F::Size, Int),
        ("size", ..) => return wrong("size(string) or size(list)"),
        ("startsWith", true, [Text, Text]) => (F::StartsWith, Bool),
        ("startsWith", ..) => return wrong("text.startsWith(text)"),
        ("endsWith", true, [Text, Text]) => (F::EndsWith, Bool),
        ("endsWith", ..) => return wrong("text.endsWith(text)"),
        ("contains", true, [Text, Text]) => (F::Contains, Bool),
        ("contains", ..) => return wrong("text.contains(text)"),
        ("trim", true, [Text]) => (F::Trim, Text),
        ("trim", ..) => return wrong("text.trim()"),
        ("lowerAscii", true, [Text]) => (F::LowerAscii, Text),
        ("lowerAscii", ..) => return wrong("text.lowerAscii()"),
        ("upperAscii", true, [Text]) => (F::UpperAscii, Text),
        ("upperAscii", ..) => return wrong("text.upperAscii()"),
        ("double", false, [Int | Double]) => (F::ToDouble, Double),
        ("double", ..) => return wrong("double(int); of a text number(text) makes a double"),
        ("int", false, [Int | Double]) => (F::ToInt, Int),
        ("int", ..) => return wrong("int(double); of a text number(text) makes a double"),
        ("string", false, [Int | Double | Text]) => (F::ToText, Text),
        ("string", ..) => return wrong("string(number)"),
        ("distinct", true, [List(Some(of))]) if !matches!(**of, Message(_) | List(_)) => {
            (F::Distinct, List(Some(of.clone())))
        }
        ("distinct", ..) => return wrong("list.distinct(), of texts, numbers or bools"),
        ("flatten", true, [List(Some(of))]) if matches!(**of, List(_)) => (F::Flatten, (**of).clone()),
        ("flatten", ..) => return wrong("list.flatten(), of a list of lists"),
        ("sum", true, [List(Some(of))]) if of.is_number() => (F::Sum, (**of).clone()),
        ("sum", ..) => return wrong("list.sum(), of numbers"),
        ("number", false, [Text]) => (F::Number, Double),
        ("number", ..) => return wrong("number(text)"),
        ("fields", false, [Message(_)]) => (F::Fields, Int),
        ("fields", ..) => return wrong("fields(message)"),
        _ => {
            let known = "size, startsWith, endsWith, contains, matches, trim, lowerAscii, upperAscii, double, int, \
                         string, distinct, flatten, sum, number, fields, has, all, exists, exists_one, filter, map";
            return Err(format!("there is no function `{name}`; there are {known}"));
        }
    };
    Ok(found)
}
