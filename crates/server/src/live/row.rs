//! One case of the queue in about a kilobyte: what is shown, sorted by and filtered on.

use crate::live::intern::Interner;
use crate::settings::QueueSettings;
use crate::views::StopRole;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tidewaiter_model::assessment::{Arm, Assessment, Consignment, GoodsLine, Lane, Selection};
use tidewaiter_model::entry_summary::Party;
use tidewaiter_model::identifier::normal_container;
use tidewaiter_model::money::{Decimal, Money};
use tidewaiter_model::reason::{Indicator, Param, Reason};
use tidewaiter_model::reference::Places;
use tidewaiter_model::time::UtcTime;

/// Reasons kept with a row; the evidence page has all.
pub const REASONS_KEPT_MAX: usize = crate::queue::REASONS_SHOWN_MAX;
/// Characters kept of a description of goods, and of a party's name.
const TEXT_CHARS_MAX: usize = 160;
/// Containers, declarations and seals kept of one consignment.
const NUMBERS_KEPT_MAX: usize = 64;
/// Separates what is looked through for bare words; no text of a message holds it.
const BREAK: char = '\u{1f}';

/// A stop: port area and why.
#[derive(Debug, Clone)]
pub struct RowStop {
    /// Port area.
    pub area: Arc<str>,
    /// Why it stands there.
    pub role: StopRole,
    /// When the box came, if known.
    pub arrived: Option<UtcTime>,
    /// When it left, if known.
    pub departed: Option<UtcTime>,
}

/// A party, shared by its cases.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct RowParty {
    /// Name.
    pub name: Option<Box<str>>,
    /// Identifier.
    pub identifier: Option<Box<str>>,
    /// Country.
    pub country: Option<Box<str>>,
    /// Name and identifier in upper case, for searching.
    pub upper: Box<str>,
}

/// A reason without its evidence.
#[derive(Debug, Clone)]
pub struct RowReason {
    /// Indicator.
    pub indicator: Indicator,
    /// Wording variant.
    pub variant: Arc<str>,
    /// 0 to 1.
    pub strength: f64,
    /// Parameters in order of name.
    pub params: Box<[(Arc<str>, Param)]>,
}

/// An amount with a shared currency.
#[derive(Debug, Clone)]
pub struct RowMoney {
    /// How much.
    pub amount: Decimal,
    /// The same as a float, for sorting and comparing.
    pub approximate: f64,
    /// Currency.
    pub currency: Arc<str>,
}

/// Where a case stands on a list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RowListed {
    /// Day, days since 1970-01-01 UTC.
    pub day: i64,
    /// Rank, from 1.
    pub rank: u32,
    /// Lane.
    pub lane: Lane,
    /// Arm.
    pub arm: Arm,
}

/// A rank, which moves when other rows move: rows are shared by the snapshots of neighbouring moments.
#[derive(Debug, Default)]
pub struct Rank(AtomicU32);

impl Rank {
    /// The rank.
    pub fn get(&self) -> u32 {
        self.0.load(Ordering::Relaxed)
    }

    pub(super) fn set(&self, rank: u32) {
        self.0.store(rank, Ordering::Relaxed);
    }
}

impl Clone for Rank {
    fn clone(&self) -> Rank {
        Rank(AtomicU32::new(self.get()))
    }
}

/// A case.
#[derive(Debug, Clone)]
pub struct Row {
    /// Consignment.
    pub id: Box<str>,
    /// 0 to 1.
    pub score: f64,
    /// Place by score among the open ones, from 1; 0 for one that is not open.
    pub rank: Rank,
    /// Whether the current run assessed it.
    pub open: bool,
    /// The list it is on.
    pub listed: Option<RowListed>,
    /// Office that decides.
    pub office: Arc<str>,
    /// Containers as declared.
    pub containers: Box<[Box<str>]>,
    /// Transport document.
    pub transport_document: Option<Box<str>>,
    /// References of the entry summary and numbers of the import declarations.
    pub declarations: Box<[Box<str>]>,
    /// Seals as declared and reported.
    pub seals: Box<[Box<str>]>,
    /// Vessels, IMO numbers.
    pub vessels: Box<[Arc<str>]>,
    /// Where it went and is bound for.
    pub route: Box<[RowStop]>,
    /// HS codes, that of the heaviest line first, each once.
    pub hs_codes: Box<[Arc<str>]>,
    /// Description of the heaviest line.
    pub description: Option<Box<str>>,
    /// How many more lines there are.
    pub more: u32,
    /// Shipper.
    pub consignor: Option<Arc<RowParty>>,
    /// Receiver.
    pub consignee: Option<Arc<RowParty>>,
    /// Declared countries of origin.
    pub origins: Box<[Arc<str>]>,
    /// Expected arrival.
    pub expected_arrival: Option<UtcTime>,
    /// Until when to decide.
    pub deadline: Option<UtcTime>,
    /// When it was first known.
    pub first_known: UtcTime,
    /// Customs value.
    pub value: Option<RowMoney>,
    /// Duty and tax.
    pub at_stake: Option<RowMoney>,
    /// The reasons that are said in words; see [`shown`].
    pub reasons: Box<[RowReason]>,
    /// How many reasons there are.
    pub reason_count: u32,
    /// Every indicator that fired, one bit each; see [`indicator_bit`].
    pub fired: u32,
    /// Numbers, parties and goods in upper case, for bare words.
    pub text: Box<str>,
    /// Where the goods begin in `text`.
    pub goods_at: u32,
}

/// The bit of an indicator in [`Row::fired`].
pub const fn indicator_bit(indicator: Indicator) -> u32 {
    1 << indicator as u8
}

/// Makes rows; texts that repeat are shared.
pub struct RowMaker<'p> {
    places: &'p Places,
    queue: &'p QueueSettings,
    texts: Interner,
}

impl<'p> RowMaker<'p> {
    /// A maker over these places and limits.
    pub fn new(places: &'p Places, queue: &'p QueueSettings) -> RowMaker<'p> {
        RowMaker { places, queue, texts: Interner::default() }
    }

    /// The row of an assessment; `open` if the current run made it.
    pub fn row(&mut self, assessment: &Assessment, listed: Option<&Selection>, open: bool) -> Row {
        let consignment = &assessment.consignment;
        let heaviest = heaviest(&consignment.goods);
        let description = heaviest.and_then(|line| line.description.as_deref()).map(cut);
        let consignor = consignment.consignor.as_ref().map(|party| self.texts.party(party_of(party)));
        let consignee = consignment.consignee.as_ref().map(|party| self.texts.party(party_of(party)));
        let declarations = numbers(
            consignment
                .entry_reference
                .iter()
                .chain(&consignment.entry_mrn)
                .chain(&consignment.declaration_ids),
        );
        let seals = numbers(consignment.seals.iter().chain(consignment.trips.iter().flat_map(|t| &t.seals)));
        let (text, goods_at) = search_text(consignment, &declarations, [&consignor, &consignee]);
        let deadline = consignment
            .expected_arrival
            .map(|arrival| arrival.plus_hours(self.queue.decide_within_hours_of_arrival));
        Row {
            id: consignment.id.as_str().into(),
            score: assessment.score,
            rank: Rank::default(),
            open,
            listed: listed.map(|selection| RowListed {
                day: selection.day,
                rank: selection.rank,
                lane: selection.lane,
                arm: selection.arm,
            }),
            office: self.texts.text(&consignment.office),
            containers: numbers(consignment.containers.iter()),
            transport_document: consignment.transport_document.as_deref().map(cut),
            declarations,
            seals,
            vessels: self.vessels(consignment),
            route: self.route(consignment),
            hs_codes: self.hs_codes(consignment, heaviest),
            description,
            more: u32::try_from(consignment.goods.len().saturating_sub(1)).unwrap_or(u32::MAX),
            consignor,
            consignee,
            origins: self.origins(consignment),
            expected_arrival: consignment.expected_arrival,
            deadline,
            first_known: consignment.first_known,
            value: consignment.total_value.as_ref().map(|money| self.money(money)),
            at_stake: consignment.tax.as_ref().map(|money| self.money(money)),
            reasons: shown(&assessment.reasons).into_iter().map(|reason| self.reason(reason)).collect(),
            reason_count: u32::try_from(assessment.reasons.len()).unwrap_or(u32::MAX),
            fired: assessment.reasons.iter().fold(0, |bits, reason| bits | indicator_bit(reason.indicator)),
            text,
            goods_at,
        }
    }

    fn money(&mut self, money: &Money) -> RowMoney {
        let approximate = f64::try_from(money.amount).unwrap_or(0.0);
        RowMoney { amount: money.amount, approximate, currency: self.texts.text(&money.currency) }
    }

    fn reason(&mut self, reason: &Reason) -> RowReason {
        RowReason {
            indicator: reason.indicator,
            variant: self.texts.text(&reason.variant),
            strength: reason.strength,
            params: reason
                .params
                .iter()
                .map(|(name, param)| (self.texts.text(name), param.clone()))
                .collect(),
        }
    }

    fn vessels(&mut self, consignment: &Consignment) -> Box<[Arc<str>]> {
        let reported = consignment.trips.iter().flat_map(|trip| &trip.vessels);
        let mut vessels: Vec<&String> = reported.chain(&consignment.arriving_vessel).collect();
        vessels.sort_unstable();
        vessels.dedup();
        vessels.into_iter().map(|vessel| self.texts.text(vessel)).collect()
    }

    fn origins(&mut self, consignment: &Consignment) -> Box<[Arc<str>]> {
        let mut origins: Vec<&str> =
            consignment.goods.iter().filter_map(|line| line.country_origin.as_deref()).collect();
        origins.sort_unstable();
        origins.dedup();
        origins.into_iter().map(|origin| self.texts.text(origin)).collect()
    }

    fn hs_codes(&mut self, consignment: &Consignment, heaviest: Option<&GoodsLine>) -> Box<[Arc<str>]> {
        let mut codes: Vec<&str> = Vec::new();
        for code in heaviest.into_iter().chain(&consignment.goods).filter_map(|line| line.hs_code.as_deref())
        {
            if !codes.contains(&code) && codes.len() < NUMBERS_KEPT_MAX {
                codes.push(code);
            }
        }
        codes.into_iter().map(|code| self.texts.text(code)).collect()
    }

    /// The calls of the longest trip, and the declared place of unloading while it has not been there; the declared
    /// places where there is no trip.
    fn route(&mut self, consignment: &Consignment) -> Box<[RowStop]> {
        let mut stops: Vec<RowStop> = Vec::new();
        let longest = consignment.trips.iter().max_by_key(|trip| trip.itinerary.len());
        if let Some(trip) = longest {
            let last = trip.itinerary.len().saturating_sub(1);
            for (place, area) in trip.itinerary.iter().enumerate() {
                let call = trip.calls.get(place);
                let told = call.map(|call| call.role.as_str());
                let role = match told {
                    Some("load") => StopRole::Load,
                    Some("discharge") => StopRole::Discharge,
                    Some(_) => StopRole::Transhipment,
                    None if place == 0 => StopRole::Load,
                    None if place == last && trip.discharged.is_some() => StopRole::Discharge,
                    None => StopRole::Transhipment,
                };
                let (arrived, departed) = call.map_or((None, None), |call| (call.arrived, call.departed));
                stops.push(RowStop { area: self.texts.text(area), role, arrived, departed });
            }
        }
        let declared = |maker: &mut Self, place: &str, arrived| {
            let area = maker.places.area_of(place.trim());
            RowStop { area: maker.texts.text(area), role: StopRole::Declared, arrived, departed: None }
        };
        if stops.is_empty() {
            stops.extend(consignment.place_of_loading.as_deref().map(|place| declared(self, place, None)));
        }
        if let Some(place) = consignment.place_of_unloading.as_deref() {
            let bound = declared(self, place, consignment.expected_arrival);
            if !stops.iter().any(|stop| stop.area == bound.area) {
                stops.push(bound);
            }
        }
        stops.into_boxed_slice()
    }
}

/// The reasons that a row says in words, of all in falling order of what they add to the score: the strongest; then what
/// the box did that it had no need to do, which an officer sees in the route line and wants explained there; then the
/// others in their order.
pub fn shown(reasons: &[Reason]) -> Vec<&Reason> {
    let explains_route = |reason: &&Reason| {
        matches!(reason.indicator, Indicator::NeedlessTransshipment | Indicator::RouteLoop)
    };
    let mut shown: Vec<&Reason> = reasons.iter().take(REASONS_KEPT_MAX).collect();
    if let Some(at) = reasons.iter().position(|reason| explains_route(&reason)).filter(|at| *at > 1)
        && let Some(reason) = reasons.get(at)
    {
        shown.retain(|other| !std::ptr::eq(*other, reason));
        shown.insert(1, reason);
        shown.truncate(REASONS_KEPT_MAX);
    }
    shown
}

/// The line with the most kilograms; of several the first.
fn heaviest(goods: &[GoodsLine]) -> Option<&GoodsLine> {
    let mass = |line: &GoodsLine| line.gross_mass_kg.or(line.net_mass_kg).unwrap_or(0.0);
    goods.iter().rev().max_by(|a, b| mass(a).total_cmp(&mass(b)))
}

fn cut(text: &str) -> Box<str> {
    let end = text.char_indices().nth(TEXT_CHARS_MAX).map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or_default().into()
}

/// Texts in their order, each once, at most [`NUMBERS_KEPT_MAX`].
fn numbers<'a>(texts: impl Iterator<Item = &'a String>) -> Box<[Box<str>]> {
    let mut kept: Vec<Box<str>> = Vec::new();
    for text in texts.take(NUMBERS_KEPT_MAX) {
        let text = cut(text);
        if !kept.contains(&text) {
            kept.push(text);
        }
    }
    kept.into_boxed_slice()
}

fn party_of(party: &Party) -> RowParty {
    let name = party.name.as_deref().map(cut);
    let identifier = party.identifier.as_deref().map(cut);
    let upper = [&name, &identifier]
        .into_iter()
        .flatten()
        .map(|text| text.to_uppercase())
        .collect::<Vec<_>>()
        .join("\n");
    RowParty { name, identifier, country: party.country.as_deref().map(cut), upper: upper.into() }
}

/// What bare words are looked for in, and where the goods begin in it.
fn search_text(
    consignment: &Consignment,
    declarations: &[Box<str>],
    parties: [&Option<Arc<RowParty>>; 2],
) -> (Box<str>, u32) {
    let mut text = String::with_capacity(256);
    let mut add = |part: &str| {
        text.push_str(part);
        text.push(BREAK);
    };
    add(&consignment.id);
    for container in consignment.containers.iter().take(NUMBERS_KEPT_MAX) {
        add(&normal_container(container));
    }
    for number in consignment.transport_document.iter().map(String::as_str) {
        add(&cut(number).to_uppercase());
    }
    for number in declarations {
        add(&number.to_uppercase());
    }
    for party in parties.into_iter().flatten() {
        add(&party.upper);
    }
    let goods_at = u32::try_from(text.len()).unwrap_or(u32::MAX);
    for line in consignment.goods.iter().take(NUMBERS_KEPT_MAX) {
        for part in line.hs_code.iter().chain(&line.description) {
            let part = cut(part).to_uppercase();
            if !text.get(goods_at as usize..).is_some_and(|goods| goods.contains(&part)) {
                text.push_str(&part);
                text.push(BREAK);
            }
        }
    }
    text.shrink_to_fit();
    (text.into(), goods_at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_needless_transhipment_is_among_the_two_reasons_in_words() {
        use Indicator::{LongDwell, MessageGap, NeedlessTransshipment, NewPair, RareRoute};
        for (reasons, expected) in [
            (vec![], vec![]),
            (vec![NeedlessTransshipment], vec![NeedlessTransshipment]),
            (
                vec![LongDwell, NeedlessTransshipment, NewPair],
                vec![LongDwell, NeedlessTransshipment, NewPair],
            ),
            (
                vec![LongDwell, NewPair, NeedlessTransshipment],
                vec![LongDwell, NeedlessTransshipment, NewPair],
            ),
            (
                vec![LongDwell, NewPair, RareRoute, MessageGap, NeedlessTransshipment],
                vec![LongDwell, NeedlessTransshipment, NewPair],
            ),
            (vec![LongDwell, NewPair, RareRoute, MessageGap], vec![LongDwell, NewPair, RareRoute]),
        ] {
            let reasons: Vec<Reason> = reasons.iter().map(|one| Reason::new(*one, "", 0.5)).collect();
            let found: Vec<Indicator> = shown(&reasons).iter().map(|reason| reason.indicator).collect();
            assert_eq!(found, expected, "{reasons:?}");
        }
    }
}
