//! `tidewaiter world`

use crate::arguments::{Place, ProfileArgument, WorldArguments};
use crate::output::Answer;
use crate::progress::Bar;
use tidewaiter_server::world::{Profile, WorldSettings, truth_folder, write};

pub(super) fn run(place: &Place, arguments: &WorldArguments) -> anyhow::Result<Answer> {
    let words = place.words()?;
    let settings = WorldSettings {
        containers: arguments.containers,
        days: arguments.days,
        seed: arguments.seed,
        profile: match arguments.profile {
            ProfileArgument::Easy => Profile::Easy,
            ProfileArgument::Hard => Profile::Hard,
        },
        ..WorldSettings::default()
    };
    let truth = arguments.truth.clone().unwrap_or_else(|| truth_folder(&arguments.out));
    let mut bar = Bar::new();
    let report = write(&arguments.out, &truth, &settings, &mut |progress| bar.show(&progress));
    bar.clear();
    let report = report?;
    if arguments.json {
        return Answer::json(&report);
    }
    let (out, truth) = (report.messages.display(), report.truth.display());
    let written = words.say(
        "world-written",
        &[
            ("files", report.files.into()),
            ("bytes", report.bytes.into()),
            ("folder", out.to_string().into()),
            ("truth", truth.to_string().into()),
        ],
    );
    Ok(Answer::text(format!(
        "{written}\n\n  \
         tidewaiter ingest --known-at-event-time {out}\n  \
         tidewaiter assess --as-of {}\n  \
         tidewaiter queue\n  \
         tidewaiter evaluate --truth {truth}\n",
        report.ends,
    )))
}
