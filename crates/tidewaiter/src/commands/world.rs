//! `tidewaiter world`

use crate::arguments::{Place, ProfileArgument, WorkloadArgument, WorldArguments};
use crate::output::Answer;
use crate::progress::Bar;
use tidewaiter_server::world::{
    CarriageSettings, Profile, WorldReport, WorldSettings, truth_folder, write, write_carriage,
};

pub(super) fn run(place: &Place, arguments: &WorldArguments) -> anyhow::Result<Answer> {
    let words = place.words()?;
    if arguments.made_up_places && arguments.workload == WorkloadArgument::Consignments {
        anyhow::bail!("--made-up-places is for --workload trips: consignments need real places");
    }
    let report = make(arguments)?;
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
    if arguments.workload == WorkloadArgument::Trips {
        return Ok(Answer::text(format!(
            "{written}\n\n  tidewaiter trips {out} --areas {truth}/areas.csv --out trips\n"
        )));
    }
    Ok(Answer::text(format!(
        "{written}\n\n  \
         tidewaiter ingest --known-at-event-time {out}\n  \
         tidewaiter assess --as-of {}\n  \
         tidewaiter queue\n  \
         tidewaiter evaluate --truth {truth}\n",
        report.ends,
    )))
}

fn make(arguments: &WorldArguments) -> anyhow::Result<WorldReport> {
    let profile = match arguments.profile {
        ProfileArgument::Easy => Profile::Easy,
        ProfileArgument::Hard => Profile::Hard,
    };
    let out = &arguments.out;
    let truth = arguments.truth.clone().unwrap_or_else(|| truth_folder(out));
    let mut bar = Bar::new();
    let report = match arguments.workload {
        WorkloadArgument::Consignments => {
            let usual = WorldSettings::default();
            let settings = WorldSettings {
                containers: arguments.containers.unwrap_or(usual.containers),
                days: arguments.days.unwrap_or(usual.days),
                seed: arguments.seed,
                profile,
                ..usual
            };
            write(out, &truth, &settings, &mut |progress| bar.show(&progress))
        }
        WorkloadArgument::Trips => {
            let usual = CarriageSettings::default();
            let settings = CarriageSettings {
                containers: arguments.containers.unwrap_or(usual.containers),
                days: arguments.days.unwrap_or(usual.days),
                seed: arguments.seed,
                profile,
                made_up_places: arguments.made_up_places,
                ..usual
            };
            write_carriage(out, &truth, &settings, &mut |progress| bar.show(&progress))
        }
    };
    bar.clear();
    Ok(report?)
}
