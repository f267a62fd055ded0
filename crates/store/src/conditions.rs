//! The conditions of a query whose filters may be missing, with numbered parameters.

use sqlx::Any;
use sqlx::any::AnyArguments;
use sqlx::query::Query;
use std::fmt::Write as _;

/// A `WHERE` clause under construction. Texts come from the program alone; what a user gives is bound.
#[derive(Debug, Default)]
pub(crate) struct Conditions {
    sql: String,
    values: Vec<Value>,
}

#[derive(Debug, Clone)]
enum Value {
    Text(String),
    Number(i64),
}

impl Conditions {
    /// Adds a condition without a parameter.
    pub(crate) fn plain(&mut self, condition: &str) {
        self.sql.push_str(if self.sql.is_empty() { " WHERE " } else { " AND " });
        self.sql.push_str(condition);
    }

    /// Adds a condition such as `actor = ` whose parameter follows it.
    pub(crate) fn text(&mut self, condition: &str, value: &str) {
        self.values.push(Value::Text(crate::database::clean(value)));
        self.parameter(condition);
    }

    /// The same with a number.
    pub(crate) fn number(&mut self, condition: &str, value: i64) {
        self.values.push(Value::Number(value));
        self.parameter(condition);
    }

    fn parameter(&mut self, condition: &str) {
        self.plain(condition);
        let _ = write!(self.sql, "${}", self.values.len());
    }

    /// The whole query: `head`, the conditions, `tail`.
    pub(crate) fn query(&self, head: &str, tail: &str) -> Query<'static, Any, AnyArguments> {
        let mut query = sqlx::query(sqlx::AssertSqlSafe(format!("{head}{}{tail}", self.sql)));
        for value in &self.values {
            query = match value.clone() {
                Value::Text(text) => query.bind(text),
                Value::Number(number) => query.bind(number),
            };
        }
        query
    }
}
