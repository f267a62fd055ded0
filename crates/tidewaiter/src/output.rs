//! What leaves the process: data on standard output, talk on standard error, one exit code.

use serde::Serialize;
use std::io::{self, Write};
use std::process::ExitCode;
use tidewaiter_server::Error;

/// How a command ended. See the book's page on exit codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Done.
    Done = 0,
    /// A negative answer.
    No = 1,
    /// Wrong use, or unreadable input.
    Unreadable = 2,
    /// Done, but some messages are in quarantine.
    Quarantined = 3,
}

/// What a command answers.
pub(crate) struct Answer {
    text: String,
    notes: Vec<String>,
    ending: Ending,
}

impl Answer {
    /// An answer for standard output.
    pub(crate) fn text(text: String) -> Answer {
        Answer { text, notes: Vec::new(), ending: Ending::Done }
    }

    /// One JSON document.
    pub(crate) fn json(document: &impl Serialize) -> anyhow::Result<Answer> {
        let mut text = serde_json::to_string_pretty(document)?;
        text.push('\n');
        Ok(Answer::text(text))
    }

    /// One JSON document a line.
    pub(crate) fn json_lines<T: Serialize>(documents: &[T]) -> anyhow::Result<Answer> {
        let mut text = String::new();
        for document in documents {
            text.push_str(&serde_json::to_string(document)?);
            text.push('\n');
        }
        Ok(Answer::text(text))
    }

    /// The same with another ending.
    pub(crate) fn ending(mut self, ending: Ending) -> Answer {
        self.ending = ending;
        self
    }

    /// The same with a line for standard error.
    pub(crate) fn note(mut self, note: impl Into<String>) -> Answer {
        self.notes.push(note.into());
        self
    }
}

/// Writes the answer or the error and gives the exit code. A closed pipe is not an error: the reader had enough.
pub(crate) fn finish(answer: anyhow::Result<Answer>) -> ExitCode {
    match answer {
        Ok(answer) => {
            if let Err(error) = put(&mut io::stdout().lock(), &answer.text) {
                say(&format!("tidewaiter: cannot write to standard output: {error}"));
                return ExitCode::from(Ending::Unreadable as u8);
            }
            for note in &answer.notes {
                say(note);
            }
            ExitCode::from(answer.ending as u8)
        }
        Err(error) => {
            say(&format!("tidewaiter: {error:#}"));
            let negative = matches!(
                error.downcast_ref::<Error>(),
                Some(
                    Error::NothingAssessed
                        | Error::NoSuchConsignment { .. }
                        | Error::NoSuchContainer { .. }
                        | Error::NoSuchQuarantine(_)
                        | Error::LockedByOther { .. }
                )
            );
            ExitCode::from(if negative { Ending::No } else { Ending::Unreadable } as u8)
        }
    }
}

fn put(stream: &mut impl Write, text: &str) -> io::Result<()> {
    match stream.write_all(text.as_bytes()).and_then(|()| stream.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Writes a piece of a long answer at once. `false` when the reader has had enough.
///
/// # Errors
/// What the system said of standard output.
pub(crate) fn stream(text: &str) -> io::Result<bool> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        result => result.map(|()| true),
    }
}

/// A line on standard error; when even that is closed there is nobody to tell.
pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
