//! The columns of the canonical CSV.

/// Declares the columns once: their names in the header and their places in [`Columns`].
macro_rules! columns {
    ($($field:ident),+ $(,)?) => {
        /// At which cell each known column stands in one file; `None` for a column the file does not have.
        #[derive(Debug, Clone, Default)]
        pub(crate) struct Columns { $(pub(crate) $field: Option<usize>,)+ pub(crate) count: usize }

        /// Names of all known columns, in the order in which they are written.
        pub(crate) const NAMES: &[&str] = &[$(stringify!($field)),+];

        impl Columns {
            /// Finds the columns of a header. Of two columns of one name the first counts.
            pub(crate) fn of(header: &[String]) -> Columns {
                let place = |name: &str| header.iter().position(|cell| cell.eq_ignore_ascii_case(name));
                Columns { $($field: place(stringify!($field)),)+ count: header.len() }
            }
        }
    };
}

columns! {
    message_id, container, event, event_time, location, full_empty, vessel_imo, voyage, seal, gross_mass_kg,
    size_type, carrier, source, classifier, created_time, received_time, transport_document,
}

/// Columns without which a file is not of this format.
pub(crate) const REQUIRED: &[&str] = &["message_id", "container", "event", "event_time", "location"];

impl Columns {
    /// Required columns that the file lacks.
    pub(crate) fn missing(&self) -> Vec<&'static str> {
        let places = [self.message_id, self.container, self.event, self.event_time, self.location];
        REQUIRED.iter().zip(places).filter(|(_, place)| place.is_none()).map(|(name, _)| *name).collect()
    }
}
