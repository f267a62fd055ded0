//! One consignment with everything its assessment stands on.

mod compare;
mod documents;
mod excerpts;
mod gather;
mod parties;

use super::queue::{Desk, indicator_meaning, indicator_title};
use super::trips::{reasons_by_message, trip_view};
use super::{Reader, goods_text};

use crate::error::Result;
use crate::live::context::Context;
use crate::live::{Live, aside};
use crate::outcome::FINDINGS;
use crate::settings::Settings;
use crate::views::{Choice, Evidence, EvidenceReason, Fact, GoodsView, Money, NotEvaluated, Passed};
use crate::words::{Language, Words, printable};
pub(crate) use excerpts::Excerpts;

use compare::Bench;
use gather::{Gathered, gather};
pub(in crate::cases) use parties::case_ref;
use std::collections::BTreeSet;
use tidewaiter_model::assessment::{Assessment, Consignment, GoodsLine};
use tidewaiter_model::identifier::stable_id;
use tidewaiter_model::reason::{Indicator, Reason};
use tidewaiter_model::reference::hs_chapter;
use tidewaiter_model::time::UtcTime;

/// Lines of goods shown.
const GOODS_SHOWN_MAX: usize = 500;
/// Characters of the digest in a dossier's reference.
const DIGEST_CHARS: usize = 6;

/// See [`super::evidence`].
pub(super) async fn evidence(
    live: &Live,
    id: &str,
    as_of: Option<UtcTime>,
    reader: Reader<'_>,
) -> Result<Evidence> {
    let (reading, asked) = (live.clone(), id.to_owned());
    let gathered = aside(move |runtime| runtime.block_on(gather(&reading, &asked, as_of))).await?;
    let context = match live.fresh_context().filter(|_| gathered.is_fresh) {
        Some(context) => context,
        None => live.context_at(gathered.assessment.as_of).await?,
    };
    let settings = live.settings();
    let snapshot = live.snapshot();
    let names = snapshot.as_ref().map(|snapshot| snapshot.names.clone()).unwrap_or_default();
    let desk = Desk { reader, settings: &settings, names: &names, now: live.now(), clock: live.clock() };
    let page = Page { gathered: &gathered, context: &context, settings: &settings, reader };
    let earlier = parties::Earlier { context: &context, snapshot: snapshot.as_deref(), until: as_of };
    Ok(page.view(&desk, &earlier))
}

struct Page<'a> {
    gathered: &'a Gathered,
    context: &'a Context,
    settings: &'a Settings,
    reader: Reader<'a>,
}

impl Page<'_> {
    fn view(&self, desk: &Desk<'_>, earlier: &parties::Earlier<'_>) -> Evidence {
        let Gathered { assessment, run, row, case, outcomes, .. } = self.gathered;
        let consignment = &assessment.consignment;
        let words = self.reader.words;
        let trips = self.context.trips_of(consignment);
        let bench = Bench {
            consignment,
            trips: &trips,
            context: self.context,
            settings: self.settings,
            reader: self.reader,
        };
        let reasons: Vec<EvidenceReason> =
            assessment.reasons.iter().map(|reason| self.reason(reason, &bench)).collect();
        let documents = documents::table(&bench);
        let by_message = reasons_by_message(&assessment.reasons);
        let trip_views = trips.iter().map(|trip| trip_view(trip, &by_message, &bench.frame())).collect();
        let mut outcomes: Vec<_> = outcomes.iter().map(|outcome| desk.outcome(outcome)).collect();
        outcomes.reverse();
        Evidence {
            reference: reference(assessment, *run),
            row: desk.row(row, case),
            as_of: assessment.as_of,
            run: *run,
            rank_by_score: self.gathered.stronger + 1,
            open: self.gathered.open,
            facts: self.facts(consignment, &goods_text(row)),
            goods: consignment
                .goods
                .iter()
                .take(GOODS_SHOWN_MAX)
                .map(|line| goods_view(line, words))
                .collect(),
            reasons,
            not_evaluated: assessment
                .not_evaluated
                .iter()
                .map(|lack| NotEvaluated {
                    code: lack.indicator.code().to_owned(),
                    title: indicator_title(lack.indicator.code(), words),
                    text: words.not_evaluated(lack),
                })
                .collect(),
            passed: passed(assessment, words),
            documents,
            parties: parties::parties(&bench, earlier),
            earlier: earlier.of(consignment),
            trips: trip_views,
            outcomes,
            findings: findings(words),
            joins: joins(consignment, words),
        }
    }

    fn reason(&self, reason: &Reason, bench: &Bench<'_>) -> EvidenceReason {
        let (comparison, part) = (bench.comparison(reason), bench.part(reason));
        self.gathered.excerpts.reason(reason, comparison, part, self.settings, self.reader.words)
    }

    fn facts(&self, consignment: &Consignment, goods: &str) -> Vec<Fact> {
        let words = self.reader.words;
        let party = |party: &Option<tidewaiter_model::entry_summary::Party>| {
            let party = party.as_ref()?;
            party.name.clone().or(party.identifier.clone())
        };
        let trip = consignment.trips.iter().max_by_key(|trip| trip.itinerary.len());
        let route =
            |areas: &[String]| areas.iter().map(|area| words.place(area)).collect::<Vec<_>>().join(" → ");
        let facts = [
            ("containers", Some(consignment.containers.join(", "))),
            ("transport-document", consignment.transport_document.clone()),
            ("entry", consignment.entry_reference.clone()),
            ("declarations", Some(consignment.declaration_ids.join(", "))),
            ("office", Some(consignment.office.clone())),
            ("consignor", party(&consignment.consignor)),
            ("consignee", party(&consignment.consignee)),
            ("goods", Some(goods.to_owned())),
            ("trip", trip.map(|trip| route(&trip.itinerary))),
        ];
        facts
            .into_iter()
            .filter_map(|(key, text)| Some((key, text.filter(|text| !text.is_empty())?)))
            .map(|(key, text)| Fact {
                key: key.replace('-', "_"),
                label: words.label(&format!("fact-{key}")),
                text: printable(&text),
            })
            .collect()
    }
}

/// The words of a chapter are in English, so other languages show the code alone.
fn goods_view(line: &GoodsLine, words: &Words) -> GoodsView {
    let chapter = line.hs_code.as_deref().and_then(hs_chapter);
    GoodsView {
        hs_code: line.hs_code.as_deref().map(printable),
        hs_text: chapter.filter(|_| words.language() == Language::English).map(str::to_owned),
        description: line.description.as_deref().map(printable),
        origin: line.country_origin.as_deref().map(printable),
        gross_mass_kg: line.gross_mass_kg,
        net_mass_kg: line.net_mass_kg,
        value: line.value.as_ref().map(Money::from),
    }
}

fn passed(assessment: &Assessment, words: &Words) -> Vec<Passed> {
    let fired = assessment.reasons.iter().map(|reason| reason.indicator);
    let lacking = assessment.not_evaluated.iter().map(|lack| lack.indicator);
    let told: BTreeSet<Indicator> = fired.chain(lacking).collect();
    let passed = Indicator::ALL.iter().filter(|indicator| !told.contains(indicator));
    passed
        .map(|indicator| Passed {
            code: indicator.code().to_owned(),
            title: indicator_title(indicator.code(), words),
        })
        .collect()
}

/// The kinds of finding that can be recorded.
pub(crate) fn findings(words: &Words) -> Vec<Choice> {
    let choice = |value: &&str| Choice {
        value: (*value).to_owned(),
        label: words.label(&format!("finding-{}", value.replace('_', "-"))),
    };
    FINDINGS.iter().map(choice).collect()
}

fn joins(consignment: &Consignment, words: &Words) -> Vec<String> {
    let join = |join: &tidewaiter_model::assessment::Join| {
        words.say(
            &format!("join-{}-{}", join.what, join.by.replace('_', "-")),
            &[("key", printable(&join.key).into()), ("confidence", words.share(join.confidence).into())],
        )
    };
    consignment.joins.iter().map(join).collect()
}

/// Consignment, run, and a digest of the assessment: two dossiers of one reference say the same.
fn reference(assessment: &Assessment, run: i64) -> String {
    let content = serde_json::to_string(assessment).unwrap_or_default();
    let digest = stable_id('D', &[&content]);
    let digest: String = digest.chars().skip(1).take(DIGEST_CHARS).collect();
    format!("{}-{run}-{digest}", assessment.consignment.id)
}
