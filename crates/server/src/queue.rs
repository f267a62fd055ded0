//! The day's inspection list.

use crate::error::{Error, Result};
use crate::settings::Settings;
use crate::shapes::{QueueReport, QueueRow, SelectionView, Tally, reason_view};
use crate::words::Words;
use std::collections::{BTreeMap, HashMap, HashSet};
use tidewaiter_model::assessment::{Arm, Assessment, Consignment, Outcome, Selection};
use tidewaiter_model::reference::Places;
use tidewaiter_model::time::UtcTime;
use tidewaiter_risk::{Candidate, Listed, SelectionSettings, ids_alone, select_beside};
use tidewaiter_store::{Act, RunRow, Store};

/// Reasons shown on a row of the list; `explain` shows all.
pub const REASONS_SHOWN_MAX: usize = 3;
/// Places on a day's list unless the user or the settings say otherwise.
pub const CAPACITY_DEFAULT: u32 = 50;
/// Largest capacity that can be asked for.
pub const CAPACITY_MAX: u32 = 100_000;

/// What to list.
#[derive(Debug, Clone, Default)]
pub struct QueueOptions {
    /// Places for the day; [`CAPACITY_DEFAULT`] if not said.
    pub capacity: Option<u32>,
    /// Only this office.
    pub office: Option<String>,
}

/// The current run, or an error that says how to get one.
pub async fn current_run(store: &Store) -> Result<RunRow> {
    store.latest_run().await?.ok_or(Error::NothingAssessed)
}

/// Today's list under the capacity. What was listed today stays listed; free places are filled from the current run,
/// and nothing that was ever listed before is listed again.
pub async fn queue(
    store: &Store,
    act: &Act<'_>,
    options: &QueueOptions,
    settings: &Settings,
    words: &Words,
) -> Result<QueueReport> {
    let run = current_run(store).await?;
    let day = run.as_of.day_number();
    let assessments = store.assessments(run.run).await?;
    let capacity = options.capacity.unwrap_or(CAPACITY_DEFAULT);
    if capacity > CAPACITY_MAX {
        return Err(Error::Use(format!("a capacity of {capacity} is over the limit of {CAPACITY_MAX}")));
    }
    let office = options.office.as_deref();
    let listed = listed(store, day, office).await?;
    let added = fill(store, &assessments, &listed, day, capacity, office, settings).await?;
    if !added.is_empty() {
        store.save_selections(act, run.run, &added).await?;
    }
    let outcomes = latest_outcomes(store).await?;
    let by_id: HashMap<&str, &Assessment> =
        assessments.iter().map(|assessment| (assessment.consignment.id.as_str(), assessment)).collect();
    let mut rows = Vec::new();
    let mut tally = Tally::default();
    for selection in listed.iter().chain(&added).take(capacity as usize) {
        let older;
        let assessment = match by_id.get(selection.consignment_id.as_str()) {
            Some(assessment) => *assessment,
            None => match assessment_in_any_run(store, &selection.consignment_id).await? {
                Some(found) => {
                    older = found;
                    &older
                }
                None => continue,
            },
        };
        let outcome = outcomes.get(&selection.consignment_id).cloned();
        count(&mut tally, selection, outcome.as_ref());
        rows.push(row(assessment, selection, outcome, words));
    }
    for (place, row) in rows.iter_mut().enumerate() {
        row.rank = u32::try_from(place + 1).unwrap_or(u32::MAX);
    }
    tally.outcomes_ever = outcomes.len() as u64;
    tally.found_ever = outcomes.values().filter(|outcome| outcome.found.is_some()).count() as u64;
    Ok(QueueReport {
        day: run.as_of.date_text(),
        as_of: run.as_of,
        capacity,
        open: assessments.len() as u64,
        rows,
        tally,
    })
}

/// The list of a day, of one office or of all, in the order in which it is shown.
pub async fn listed(store: &Store, day: i64, office: Option<&str>) -> Result<Vec<Selection>> {
    let mut listed = store.selections(day, office).await?;
    listed.sort_by(|a, b| (a.rank, &a.office).cmp(&(b.rank, &b.office)));
    Ok(listed)
}

/// Fills the places of a day that are still free from a run's assessments, and gives the whole list of the day.
pub async fn extend_list(
    store: &Store,
    act: &Act<'_>,
    run: i64,
    day: i64,
    assessments: &[Assessment],
    settings: &Settings,
) -> Result<Vec<Selection>> {
    let capacity = settings.selection.capacity_per_office_day;
    let mut listed = listed(store, day, None).await?;
    let added = fill(store, assessments, &listed, day, capacity, None, settings).await?;
    if !added.is_empty() {
        store.save_selections(act, run, &added).await?;
    }
    listed.extend(added);
    Ok(listed)
}

/// Picks for the places that are still free today.
async fn fill(
    store: &Store,
    assessments: &[Assessment],
    listed: &[Selection],
    day: i64,
    capacity: u32,
    office: Option<&str>,
    settings: &Settings,
) -> Result<Vec<Selection>> {
    let free = capacity.saturating_sub(u32::try_from(listed.len()).unwrap_or(u32::MAX));
    if free == 0 {
        return Ok(Vec::new());
    }
    let already: HashSet<String> = store.all_selected_ids().await?;
    // Without places by office, the day's places go to whichever office has the strongest cases.
    let shared = office.is_none() && settings.selection.by_office.is_empty();
    let offices: HashMap<&str, &str> = assessments
        .iter()
        .map(|assessment| (assessment.consignment.id.as_str(), assessment.consignment.office.as_str()))
        .collect();
    let candidates: Vec<Candidate> = assessments
        .iter()
        .filter(|assessment| office.is_none_or(|office| assessment.consignment.office == office))
        .filter(|assessment| !ids_alone(&assessment.consignment).any(|id| already.contains(&id)))
        .map(|assessment| {
            let candidate = Candidate::from(assessment);
            if shared { Candidate { office: "", ..candidate } } else { candidate }
        })
        .collect();
    let mut before: BTreeMap<String, Listed> = BTreeMap::new();
    for selection in listed {
        let office = if shared { String::new() } else { selection.office.clone() };
        let count = before.entry(office).or_default();
        count.all += 1;
        count.random += u32::from(selection.arm == Arm::Random);
    }
    let limits = SelectionSettings { capacity_per_office_day: capacity, ..settings.selection.clone() };
    let mut picked = select_beside(&candidates, &already, &before, day, &limits);
    picked.truncate(free as usize);
    for selection in &mut picked {
        if let Some(office) = offices.get(selection.consignment_id.as_str()) {
            (*office).clone_into(&mut selection.office);
        }
    }
    Ok(picked)
}

fn count(tally: &mut Tally, selection: &Selection, outcome: Option<&Outcome>) {
    tally.selected += 1;
    tally.random += u64::from(selection.arm == Arm::Random);
    if let Some(outcome) = outcome {
        tally.inspected += 1;
        tally.found += u64::from(outcome.found.is_some());
    }
}

/// How the list of a day fares.
pub async fn tally(store: &Store, day: i64) -> Result<Tally> {
    let outcomes = latest_outcomes(store).await?;
    let mut tally = Tally::default();
    for selection in store.selections(day, None).await? {
        count(&mut tally, &selection, outcomes.get(&selection.consignment_id));
    }
    tally.outcomes_ever = outcomes.len() as u64;
    tally.found_ever = outcomes.values().filter(|outcome| outcome.found.is_some()).count() as u64;
    Ok(tally)
}

/// The outcome that counts for each consignment: the last recorded.
pub async fn latest_outcomes(store: &Store) -> Result<HashMap<String, Outcome>> {
    let mut outcomes = store.outcomes().await?;
    outcomes.sort_by_key(|outcome| outcome.recorded);
    Ok(outcomes.into_iter().map(|outcome| (outcome.consignment_id.clone(), outcome)).collect())
}

/// The latest assessment of a consignment, looking through earlier runs where the current one no longer has it.
pub async fn assessment_in_any_run(store: &Store, id: &str) -> Result<Option<Assessment>> {
    for run in store.runs().await? {
        if let Some(assessment) = store.assessment(run.run, id).await? {
            return Ok(Some(assessment));
        }
    }
    Ok(None)
}

/// A selection as documents show it.
pub fn selection_view(selection: &Selection) -> SelectionView {
    SelectionView {
        day: UtcTime::from_seconds(selection.day.saturating_mul(86_400)).date_text(),
        rank: selection.rank,
        lane: selection.lane,
        arm: selection.arm,
    }
}

fn row(assessment: &Assessment, selection: &Selection, outcome: Option<Outcome>, words: &Words) -> QueueRow {
    let consignment = &assessment.consignment;
    // Chance is never explained away as risk.
    let reasons = match selection.arm {
        Arm::Random => Vec::new(),
        Arm::Risk => assessment
            .reasons
            .iter()
            .take(REASONS_SHOWN_MAX)
            .map(|reason| reason_view(reason, words))
            .collect(),
    };
    QueueRow {
        rank: selection.rank,
        id: consignment.id.clone(),
        score: assessment.score,
        lane: selection.lane,
        arm: selection.arm,
        office: consignment.office.clone(),
        containers: consignment.containers.clone(),
        transport_document: consignment.transport_document.clone(),
        route: route(consignment),
        bound_for: bound_for(consignment),
        goods: goods(consignment),
        consignee: consignment
            .consignee
            .as_ref()
            .and_then(|party| party.name.clone().or(party.identifier.clone())),
        expected_arrival: consignment.expected_arrival,
        value: consignment.total_value.clone(),
        reasons,
        outcome,
    }
}

/// The port areas of the first trip, or the declared places where there is none.
pub fn route(consignment: &Consignment) -> Vec<String> {
    let declared =
        || consignment.place_of_loading.iter().chain(&consignment.place_of_unloading).cloned().collect();
    let longest = consignment.trips.iter().max_by_key(|trip| trip.itinerary.len());
    longest.map(|trip| trip.itinerary.clone()).filter(|route| !route.is_empty()).unwrap_or_else(declared)
}

/// The port area declared for unloading, unless the route has reached it.
fn bound_for(consignment: &Consignment) -> Option<String> {
    let declared = Places::builtin().area_of(consignment.place_of_unloading.as_deref()?).to_owned();
    (!route(consignment).contains(&declared)).then_some(declared)
}

/// HS code and description of the heaviest line, and how many more there are.
pub fn goods(consignment: &Consignment) -> String {
    let mass = |line: &tidewaiter_model::assessment::GoodsLine| {
        line.gross_mass_kg.or(line.net_mass_kg).unwrap_or(0.0)
    };
    let Some(heaviest) = consignment.goods.iter().max_by(|a, b| mass(a).total_cmp(&mass(b))) else {
        return String::new();
    };
    let mut text = heaviest.hs_code.clone().unwrap_or_default();
    if let Some(description) = &heaviest.description {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(description);
    }
    if consignment.goods.len() > 1 {
        text.push_str(&format!(" (+{})", consignment.goods.len() - 1));
    }
    text
}
