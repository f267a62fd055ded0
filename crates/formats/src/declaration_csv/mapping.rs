//! Mappings: which column of an administration's extract is which field.

use super::dates::DateFormat;
use super::field::Field;
use tidewaiter_model::diagnostic::Diagnostic;

/// One layout of import declarations. Made from a mapping file, see the book's chapter on declaration mappings.
#[derive(Debug, Clone, Default)]
pub struct Mapping {
    pub(crate) name: String,
    pub(crate) source: String,
    pub(crate) separator: u8,
    /// Column names of a file without header line.
    pub(crate) names: Option<Vec<String>>,
    pub(crate) latin1: bool,
    pub(crate) decimal_comma: bool,
    pub(crate) date_formats: Vec<DateFormat>,
    pub(crate) offset_minutes: i64,
    pub(crate) list_separator: String,
    pub(crate) currency: String,
    pub(crate) hs_digits: usize,
    pub(crate) key: Vec<String>,
    pub(crate) refuse_unmapped: bool,
    pub(crate) extra: Vec<String>,
    pub(crate) columns: Vec<(String, Field)>,
    pub(crate) constants: Vec<(Field, String)>,
    pub(crate) outcome: Option<OutcomeColumns>,
}

/// Where an extract says what an inspection found.
#[derive(Debug, Clone, Default)]
pub(crate) struct OutcomeColumns {
    pub(crate) irregular: String,
    pub(crate) critical: Option<String>,
    /// Values of the critical column that mean critical; `true_values` when empty.
    pub(crate) critical_values: Vec<String>,
    pub(crate) true_values: Vec<String>,
    pub(crate) false_values: Vec<String>,
    pub(crate) known: Option<String>,
    pub(crate) lag_days: i64,
}

const BUILTIN: &[&str] = &[
    include_str!("../../../../mappings/tidewaiter.toml"),
    include_str!("../../../../mappings/korea-customs-2020.toml"),
];

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// Every fault found, each with the bytes and, in `path`, the line of the file; a wrong field name comes with the
    /// nearest right one.
    pub fn from_toml(text: &str) -> Result<Mapping, Vec<Diagnostic>> {
        super::parse::parse(text)
    }

    /// The mappings that ship with the project: the world's own layout and the public Korean extract of 2020.
    pub fn builtin() -> Vec<Mapping> {
        // A test reads both; should one ever fail it is left out rather than taking the program down.
        BUILTIN.iter().filter_map(|text| Mapping::from_toml(text).ok()).collect()
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Columns without which a file is not of this layout: those of number, date and key.
    pub(crate) fn required(&self) -> Vec<&str> {
        let mut required: Vec<&str> = self
            .columns
            .iter()
            .filter(|(_, field)| matches!(field, Field::DeclarationId | Field::Accepted))
            .map(|(column, _)| column.as_str())
            .collect();
        required.extend(self.key.iter().map(String::as_str));
        required.dedup();
        required
    }

    /// All columns that the mapping names, sorted, each once.
    pub(crate) fn named_columns(&self) -> Vec<&str> {
        let mut named: Vec<&str> = self.columns.iter().map(|(column, _)| column.as_str()).collect();
        named.extend(self.key.iter().chain(&self.extra).map(String::as_str));
        if let Some(outcome) = &self.outcome {
            named.push(&outcome.irregular);
            named.extend(outcome.critical.iter().chain(&outcome.known).map(String::as_str));
        }
        named.sort_unstable();
        named.dedup();
        named
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_mappings_are_sound() {
        for text in BUILTIN {
            assert_eq!(Mapping::from_toml(text).err(), None);
        }
        let names: Vec<_> = Mapping::builtin().iter().map(|mapping| mapping.name().to_owned()).collect();
        assert_eq!(names, ["tidewaiter", "korea-customs-2020"]);
    }
}
