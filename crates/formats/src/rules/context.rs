//! What a condition at an element may name.

use crate::cel::{Schema as Names, Type};
use crate::ens::{Element, NO_ELEMENT, Schema};

/// Variables by number.
pub(crate) const MESSAGE: u32 = crate::cel::WHOLE;
pub(crate) const SELF: u32 = 1;
pub(crate) const PARENT: u32 = 2;
pub(crate) const ITEM: u32 = 3;

pub(crate) struct Context<'s> {
    schema: &'s Schema,
    element: u16,
    item: Option<u16>,
}

impl<'s> Context<'s> {
    pub(crate) fn of(schema: &'s Schema, element: u16) -> Context<'s> {
        let mut item = None;
        let mut next = element;
        while let Some(known) = schema.get(next).filter(|known| known.parent != NO_ELEMENT) {
            item = (known.name == "GOOITEGDS").then_some(next).or(item);
            next = known.parent;
        }
        Context { schema, element, item }
    }

    fn gives(element: &Element, number: u16) -> Type {
        let message = Type::Message(u32::from(number));
        match element.leaf {
            Some(_) => Type::Text,
            None if element.occurs_max > 1 => Type::List(Some(Box::new(message))),
            None => message,
        }
    }
}

impl Names for Context<'_> {
    fn variable(&self, name: &str) -> Option<(u32, Type)> {
        let element = self.schema.get(self.element)?;
        Some(match name {
            "message" => (MESSAGE, Type::Message(0)),
            "self" if element.leaf.is_some() => (SELF, Type::Text),
            "self" => (SELF, Type::Message(u32::from(self.element))),
            "parent" if element.parent != NO_ELEMENT => (PARENT, Type::Message(u32::from(element.parent))),
            "item" => (ITEM, Type::Message(u32::from(self.item?))),
            _ => return None,
        })
    }

    fn field(&self, message: u32, name: &str) -> Option<(u32, Type)> {
        let child = self.schema.child(u16::try_from(message).ok()?, name)?;
        Some((u32::from(child), Context::gives(self.schema.get(child)?, child)))
    }

    fn names(&self, message: Option<u32>) -> Vec<String> {
        let Some(message) = message else {
            let known = ["message", "self", "parent", "item"].into_iter();
            return known.filter(|name| self.variable(name).is_some()).map(str::to_owned).collect();
        };
        let children = u16::try_from(message).ok().and_then(|message| self.schema.get(message));
        let children = children.map(|element| element.children.as_slice()).unwrap_or_default();
        children.iter().filter_map(|child| Some(self.schema.get(*child)?.name.to_owned())).collect()
    }
}
