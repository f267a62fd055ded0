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
    let report =
        demo(&store, &act, &place.data, &place.settings()?, &words, &mut |progress| bar.show(&progress))
            .await;
    bar.clear();
    let report = report?;
    if arguments.json {
        return Answer::json(&report.queue);
    }
    let data = place.data.display();
    let truth = report.truth.display();
    let summary = super::ingest::text(&report.ingest).lines().last().unwrap_or_default().to_owned();
    // As it was typed, so that the lines below can be copied.
    let program = std::env::args().next().unwrap_or_else(|| "tidewaiter".to_owned());
    let first = report.queue.rows.first().map_or("1", |row| row.id.as_str());
    let text = format!(
        "A synthetic world: {}\n{summary}\n{}\n{}\n{}\n\n  \
         {program} explain {first} --data {data}\n  \
         {program} outcome {first} --found undervaluation --value 12000 --data {data}\n  \
         {program} queue --data {data}\n  \
         {program} evaluate --truth {truth} --data {data}\n",
        report.messages.display(),
        super::assess::text(&report.assess),
        super::queue::text(&report.queue, &words),
        words.label("demo-next"),
    );
    Ok(Answer::text(text))
}
