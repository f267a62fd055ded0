//! `tidewaiter demo`

use super::{act, user};
use crate::arguments::{JsonArguments, Place};
use crate::output::Answer;
use crate::progress::Bar;
use tidewaiter_server::demo::demo;

pub(super) async fn run(place: &Place, arguments: &JsonArguments) -> anyhow::Result<Answer> {
    let words = place.words()?;
    let store = place.open().await?;
    let user = user();
    let act = act(&user);
    let mut bar = Bar::new();
    let report = demo(&store, &act, &place.data, &place.settings(&store).await?, &words, &mut |progress| {
        bar.show(&progress);
    })
    .await;
    bar.clear();
    let report = report?;
    if arguments.json {
        return Answer::json(&report.queue);
    }
    let data = place.data.display();
    let truth = report.truth.display();
    let summary = super::ingest::counts_line(report.ingest.counts, &words);
    // As it was typed, so that the lines below can be copied.
    let program = std::env::args().next().unwrap_or_else(|| "tidewaiter".to_owned());
    let first = report.queue.rows.first().map_or("1", |row| row.id.as_str());
    let text = format!(
        "{}\n{summary}\n{}\n{}\n{}\n\n  \
         {program} explain {first} --data {data}\n  \
         {program} outcome {first} --found undervaluation --value 12000 --data {data}\n  \
         {program} queue --data {data}\n  \
         {program} evaluate --truth {truth} --data {data}\n",
        words.say("demo-world", &[("folder", report.messages.display().to_string().into())]),
        super::assess::text(&report.assess, &words),
        super::queue::text(&report.queue, &words),
        words.label("demo-next"),
    );
    Ok(Answer::text(text))
}
