//! Shipments to the importing country are booked: from a habit to a plan, boxes and a way.

use crate::journeys::Preparation;
use crate::oddities::{self, ODDITY_RATE, Oddity};
use crate::plan::{Plan, Planning};
use crate::routes::{Leg, Path, sail};
use crate::status_files::Sink;
use crate::trade::FreeBox;
use crate::traders::Link;
use crate::world::World;
use crate::wrongdoing::{self, Wrongdoing};
use tidewaiter_model::time::UtcTime;

/// A shipment as booked: what goes how, in which boxes.
pub(crate) struct Booking {
    pub link: Link,
    pub plan: Plan,
    pub kind: Option<Wrongdoing>,
    pub oddity: Option<Oddity>,
    pub shared: bool,
    pub boxes: Vec<FreeBox>,
    pub picked: UtcTime,
    pub preparation: Preparation,
    pub legs: Vec<Leg>,
}

/// Share of boxes that hold goods of several consignees.
const SHARED_BOXES: f64 = 0.06;

impl World<'_> {
    /// Ships goods to the importing country in this box and perhaps its neighbours.
    pub(crate) fn import(&mut self, free: FreeBox, file: &mut Sink<'_>) -> bool {
        let Some(booking) = self.book(free) else { return false };
        if let Some(kind) = booking.kind {
            self.owed = self.owed.saturating_sub(1);
            self.pending.retain(|pending| *pending != kind);
        }
        self.ship(&booking, file);
        true
    }

    /// Finds goods, a plan and a way; `None` when there is none, and then nothing was changed.
    fn book(&mut self, free: FreeBox) -> Option<Booking> {
        let (wrong, link) = match self.wrong_link(free) {
            Some((kind, link)) => (Some(kind), link),
            None => (None, self.usual_link(free, None)?),
        };
        let path = self.usual_path(free, &link)?;
        let mut plan = Plan::usual(&link, path, &mut self.chance);
        let (kind, oddity) = self.change(&mut plan, &link, free, wrong)?;
        let shared = kind.is_none() && !link.transit && self.chance.happens(SHARED_BOXES);
        let boxes = self.boxes(free, shared || plan.declared.mistyped);
        let picked = boxes.iter().map(|one| one.since).max()?;
        let preparation = Preparation::new(picked, &mut self.chance);
        let legs = sail(&self.fleet, &plan.path, preparation.ready(), plan.origin_delay, plan.hub_delay);
        if legs.is_none() {
            let others = boxes.iter().skip(1);
            others.for_each(|one| self.release(one.container, one.port, one.since.plus_days(1)));
        }
        Some(Booking { link, plan, kind, oddity, shared, boxes, picked, preparation, legs: legs? })
    }

    /// The wrongdoing whose turn it is and a habit that invites it.
    fn wrong_link(&mut self, free: FreeBox) -> Option<(Wrongdoing, Link)> {
        if self.owed == 0 {
            return None;
        }
        if self.pending.is_empty() {
            self.pending = Wrongdoing::ALL.to_vec();
            self.chance.shuffle(&mut self.pending);
        }
        let pending = self.pending.clone();
        for kind in pending {
            if let Some(link) = self.usual_link(free, Some(kind)) {
                return Some((kind, link));
            }
        }
        None
    }

    /// A habit of this port, by weight; the carrier's customers first, the tempted first for wrongdoing.
    pub(crate) fn usual_link(&mut self, free: FreeBox, kind: Option<Wrongdoing>) -> Option<Link> {
        let numbers = self.traders.by_port.get(&free.port)?;
        let weights: Vec<f64> = numbers
            .iter()
            .map(|number| {
                let link = &self.traders.links[*number];
                let fits = link.since <= free.since && kind.is_none_or(|kind| wrongdoing::suits(kind, link));
                let temptation = self.traders.importers[link.importer].temptation;
                let known = if link.carrier == free.carrier { 6.0 } else { 0.3 };
                if fits { link.weight * known * if kind.is_some() { temptation } else { 1.0 } } else { 0.0 }
            })
            .collect();
        let place = self.chance.weighted(&weights)?;
        numbers.get(place).and_then(|number| self.traders.links.get(*number)).cloned()
    }

    fn usual_path(&mut self, free: FreeBox, link: &Link) -> Option<Path> {
        let alliance = self.fleet.carriers[free.carrier].alliance;
        let options = self.routes.options(&self.fleet, alliance, link.from, link.to);
        let open: Vec<&Path> = options.iter().filter(|path| path.is_open(&self.fleet, free.since)).collect();
        let place = if self.chance.happens(0.95) { 0 } else { self.chance.below(open.len()) };
        open.get(place).copied().cloned()
    }

    /// Turns the plan into wrongdoing or an honest oddity; `None` when the wrongdoing cannot be done here.
    fn change(
        &mut self,
        plan: &mut Plan,
        link: &Link,
        free: FreeBox,
        wrong: Option<Wrongdoing>,
    ) -> Option<(Option<Wrongdoing>, Option<Oddity>)> {
        let hard = self.settings.is_hard();
        let mut planning = Planning {
            geography: &self.geography,
            fleet: &self.fleet,
            routes: &mut self.routes,
            traders: &mut self.traders,
            chance: &mut self.chance,
            hard,
            alliance: self.fleet.carriers[free.carrier].alliance,
            ready: free.since,
        };
        if let Some(kind) = wrong {
            return wrongdoing::apply(kind, plan, link, &mut planning).then_some((Some(kind), None));
        }
        let (easy, difficult) = ODDITY_RATE;
        if planning.happens(easy, difficult) {
            for _ in 0..4 {
                let Some(oddity) = planning.chance.pick(Oddity::ALL).copied() else { break };
                let mut changed = plan.clone();
                if oddities::apply(oddity, &mut changed, link, &mut planning) {
                    *plan = changed;
                    return Some((None, Some(oddity)));
                }
            }
        }
        Some((None, None))
    }

    /// This box and, for larger shipments, others of the same carrier that are free here soon.
    fn boxes(&mut self, free: FreeBox, alone: bool) -> Vec<FreeBox> {
        let mut boxes = vec![free];
        let wanted = match self.chance.share() {
            _ if alone => 1,
            drawn if drawn < 0.84 => 1,
            drawn if drawn < 0.95 => 2,
            _ => 3,
        };
        while boxes.len() < wanted {
            let Some((since, container)) = self.next_free(free.port, free.carrier, free.since.plus_days(6))
            else {
                break;
            };
            boxes.push(FreeBox { since, container, ..free });
        }
        boxes
    }
}
