//! Who does something, from where and when.

use tidewaiter_model::time::UtcTime;

/// Actor of what a person does where there are no accounts.
pub const LOCAL: &str = "local";
/// Actor of what the program does by itself.
pub const SYSTEM: &str = "system";
/// Origin of what is typed.
pub const COMMAND_LINE: &str = "command line";

/// Who does something and from where. Every function that changes state takes one, and writes it into the audit
/// trail in the transaction of the change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Act<'a> {
    /// Login of a person, [`LOCAL`], [`SYSTEM`], or `key:<id>` for a machine.
    pub actor: &'a str,
    /// Where it came from: `console 10.0.0.7`, `api 10.0.0.7`, [`COMMAND_LINE`].
    pub origin: &'a str,
    /// Id of the request, or empty.
    pub request: &'a str,
    /// When, by the program's clock.
    pub time: UtcTime,
}

impl<'a> Act<'a> {
    /// What the person named `user` types.
    pub fn on_command_line(user: &'a str, time: UtcTime) -> Act<'a> {
        Act { actor: user, origin: COMMAND_LINE, request: "", time }
    }

    /// What the program does by itself, such as an assessment on schedule.
    pub fn by_system(time: UtcTime) -> Act<'static> {
        Act { actor: SYSTEM, origin: SYSTEM, request: "", time }
    }

    /// The same at another time.
    #[must_use]
    pub fn at(self, time: UtcTime) -> Act<'a> {
        Act { time, ..self }
    }
}
