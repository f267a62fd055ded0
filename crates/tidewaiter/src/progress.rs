//! A progress bar with a rate and an end time on a terminal, and nothing in a pipe.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;
use tidewaiter_server::progress::Progress;

const KNOWN_BYTES: &str = "{prefix} {wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta} left  {msg}";
const UNKNOWN_BYTES: &str = "{prefix} {spinner} {bytes} {bytes_per_sec} {elapsed}  {msg}";
const STEPS: &str = "{prefix} {wide_bar} {pos}/{len} {eta} left  {msg}";

/// Shows progress on standard error when it is a terminal.
pub(crate) struct Bar {
    bar: Option<ProgressBar>,
    work: String,
    terminal: bool,
}

impl Bar {
    /// A bar that appears with the first progress.
    pub(crate) fn new() -> Bar {
        Bar { bar: None, work: String::new(), terminal: std::io::stderr().is_terminal() }
    }

    /// Shows how far the work has come.
    pub(crate) fn show(&mut self, progress: &Progress<'_>) {
        if !self.terminal {
            return;
        }
        if self.work != progress.work || self.bar.is_none() {
            self.clear();
            progress.work.clone_into(&mut self.work);
            self.bar = Some(begin(progress));
        }
        if let Some(bar) = &self.bar {
            bar.set_position(progress.done);
            let tail = progress.item.chars().rev().take(40).collect::<Vec<_>>();
            bar.set_message(tail.into_iter().rev().collect::<String>());
        }
    }

    /// Takes the bar away.
    pub(crate) fn clear(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}

fn begin(progress: &Progress<'_>) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(progress.total, ProgressDrawTarget::stderr_with_hz(5));
    let template = match (progress.unit, progress.total) {
        ("bytes", Some(_)) => KNOWN_BYTES,
        ("bytes", None) => UNKNOWN_BYTES,
        _ => STEPS,
    };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.set_style(style);
    bar.set_prefix(progress.work.to_owned());
    bar
}
