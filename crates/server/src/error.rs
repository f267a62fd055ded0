//! What can go wrong in a use case, and whose move it is.

use tidewaiter_model::diagnostic::Diagnostic;

/// An error of a use case. The binary turns the kind into an exit code and the text into a line with the next step.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] tidewaiter_store::StoreError),
    /// An input could not be read.
    #[error(transparent)]
    Input(#[from] crate::input::InputError),
    /// Trips could not be rebuilt from files.
    #[error(transparent)]
    Trips(#[from] crate::trips::Fault),
    /// A file that must be there could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// A mapping or settings file is wrong.
    #[error("{path}: {}", first(.diagnostics))]
    Settings {
        /// The file.
        path: String,
        /// What is wrong in it.
        diagnostics: Vec<Diagnostic>,
    },
    /// Nothing has been assessed yet.
    #[error("nothing has been assessed yet; run `tidewaiter assess` first")]
    NothingAssessed,
    /// No consignment answers to this.
    #[error("no assessed consignment answers to `{asked}`{}", near(.nearest))]
    NoSuchConsignment {
        /// What was asked for.
        asked: String,
        /// The nearest that exist.
        nearest: Vec<String>,
    },
    /// No message tells of this container.
    #[error("no message tells of container `{asked}`{}", near_numbers(.nearest))]
    NoSuchContainer {
        /// What was asked for.
        asked: String,
        /// The nearest numbers that messages tell of.
        nearest: Vec<String>,
    },
    /// No port area has this code.
    #[error("no port area has the code `{asked}`{}", near_numbers(.nearest))]
    NoSuchArea {
        /// What was asked for.
        asked: String,
        /// The nearest codes of places.
        nearest: Vec<String>,
    },
    /// Every case of the filter is taken or decided.
    #[error("no free case matches; clear the filter, or wait for new ones")]
    NoFreeCase,
    /// A filter cannot be read.
    #[error("the filter cannot be read: {}", filter_faults(.0))]
    Filter(Vec<FilterFault>),
    /// A sort or the token of a page is not one of ours.
    #[error("`{found}` is no {what}; {next}")]
    Page {
        /// `sort` or `page token`.
        what: &'static str,
        /// What was given.
        found: String,
        /// What to do.
        next: &'static str,
    },
    /// No quarantined message has this number.
    #[error("no message number {0} is in quarantine; `tidewaiter quarantine list` shows those that are")]
    NoSuchQuarantine(i64),
    /// Nobody of this name has sent anything.
    #[error("no message has come from `{0}`; the overview lists the senders")]
    NoSuchSender(String),
    /// Somebody else works on the consignment.
    #[error("{holder} works on consignment {id} until {until}; ask, or wait until then")]
    LockedByOther {
        /// Consignment.
        id: String,
        /// Login of whoever holds it.
        holder: String,
        /// Until when.
        until: tidewaiter_model::time::UtcTime,
    },
    /// The words do not make sense together or name nothing that exists.
    #[error("{0}")]
    Use(String),
    /// The command line's own words cannot be rendered; a defect of the message files.
    #[error("message files: {0}")]
    Words(String),
}

/// What is wrong in a filter, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterFault {
    /// Characters of the filter in question, counted from 0: from here.
    pub start: usize,
    /// Up to here.
    pub end: usize,
    /// Stable word: `unknown_key`, `bad_value`, `bad_operator`, `missing_value`, `unclosed_quote`, `too_long`,
    /// `too_many_terms`.
    pub code: &'static str,
    /// What was found, what is near, what is expected.
    pub params: std::collections::BTreeMap<&'static str, String>,
    /// The same in the words of whoever asked; empty where nobody did.
    pub text: String,
}

fn filter_faults(faults: &[FilterFault]) -> String {
    let text = |fault: &FilterFault| {
        let params: Vec<String> =
            fault.params.iter().map(|(name, value)| format!("{name} `{value}`")).collect();
        format!("{} at {}-{} ({})", fault.code, fault.start, fault.end, params.join(", "))
    };
    faults.iter().map(text).collect::<Vec<_>>().join("; ")
}

fn first(diagnostics: &[Diagnostic]) -> String {
    let Some(diagnostic) = diagnostics.first() else { return "unreadable".to_owned() };
    let more = diagnostics.len() - 1;
    let tail = if more > 0 { format!(" (and {more} more)") } else { String::new() };
    let Diagnostic { code, path, expected, found, .. } = diagnostic;
    format!("{code} at {path}: expected {expected}, found `{found}`{tail}")
}

fn near(nearest: &[String]) -> String {
    if nearest.is_empty() {
        "; `tidewaiter queue` lists them".to_owned()
    } else {
        format!("; did you mean {}?", nearest.join(", "))
    }
}

fn near_numbers(nearest: &[String]) -> String {
    if nearest.is_empty() {
        "; no known number is near to it".to_owned()
    } else {
        format!("; did you mean {}?", nearest.join(", "))
    }
}

/// The result of a use case.
pub type Result<T> = std::result::Result<T, Error>;
