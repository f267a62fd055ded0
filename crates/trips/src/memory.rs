//! What is remembered of a box from event to event.

use crate::area::AreaId;
use crate::life::{Life, Meaning, is_neutral, is_sea};
use crate::merge::Cluster;
use tidewaiter_model::batch::TextId;
use tidewaiter_model::event::{EventCode, FullEmpty};

/// Another seal than before in one journey, and another mass by more than a share that scales may be off.
const OTHER_SEAL: f32 = 2.0;
const OTHER_MASS: f32 = 0.8;
const OTHER_MASS_SHARE: f32 = 0.1;

/// What is remembered of a box while its events are read in order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Memory {
    pub(crate) life: Life,
    /// Index of the last believed event that moves a box on; `None` before the first.
    pub(crate) last: Option<u32>,
    /// Stripped, or reported empty, since it came ashore.
    pub(crate) emptied: bool,
    /// Stuffed, or reported laden, since its trip began.
    pub(crate) goods: bool,
    /// Reported laden at a vessel by more than one message since its trip began.
    pub(crate) laden_at_sea: bool,
    /// The same since it came on the vessel that it is aboard.
    pub(crate) laden_on_leg: bool,
    /// What seals the goods, and what the box weighs with them; none and NaN before anybody said.
    pub(crate) seal: TextId,
    pub(crate) gross_mass_kg: f32,
    /// Where it came on the vessel that it is aboard.
    pub(crate) boarded: Option<AreaId>,
    /// That vessel, if known.
    pub(crate) vessel: TextId,
}

impl Memory {
    pub(crate) const NEW: Memory = Memory {
        life: Life::Idle,
        last: None,
        emptied: false,
        goods: false,
        laden_at_sea: false,
        laden_on_leg: false,
        seal: TextId::NONE,
        gross_mass_kg: f32::NAN,
        boarded: None,
        vessel: TextId::NONE,
    };
}

/// What it costs that goods go on under another seal, or with another mass: more likely they are other goods.
pub(crate) fn other_load_cost(memory: &Memory, event: &Cluster) -> f32 {
    let sealed = memory.seal != TextId::NONE && event.seal != TextId::NONE;
    let resealed = sealed && event.seal != memory.seal;
    let heavier = memory.gross_mass_kg.max(event.gross_mass_kg);
    let weighs_other = (memory.gross_mass_kg - event.gross_mass_kg).abs() > OTHER_MASS_SHARE * heavier;
    match (resealed, weighs_other) {
        (true, true) => OTHER_SEAL + OTHER_MASS,
        (true, false) => OTHER_SEAL,
        (false, true) => OTHER_MASS,
        (false, false) => 0.0,
    }
}

/// What is remembered after believing `event` in this meaning.
pub(crate) fn remember(memory: &Memory, index: u32, event: &Cluster, meaning: &Meaning) -> Memory {
    if is_neutral(event.event) {
        let laden = event.full_empty == Some(FullEmpty::Laden) && event.reports > 1;
        // Of an empty that was brought it says that another journey is about to begin.
        let brought = memory.emptied && !memory.goods && memory.life != Life::Import;
        let goods = laden && memory.life != Life::Idle && !brought;
        return Memory { goods: memory.goods || goods, ..*memory };
    }
    let empty = event.full_empty == Some(FullEmpty::Empty);
    let emptied = match event.event {
        EventCode::Stripped | EventCode::Returned => true,
        EventCode::Stuffed => false,
        EventCode::PickedUp => false,
        // An empty that comes in through the gate, and nothing says that it was stuffed, is to be brought elsewhere.
        EventCode::GateIn if meaning.to == Life::Export => empty && !memory.goods && meaning.begins,
        _ if meaning.to == Life::Export => false,
        _ if event.full_empty == Some(FullEmpty::Laden) => false,
        _ => empty || (memory.emptied && !meaning.begins),
    };
    let laden = event.full_empty == Some(FullEmpty::Laden) || event.event == EventCode::Stuffed;
    let goods = meaning.to != Life::Idle && (laden || (memory.goods && !meaning.begins));
    let at_sea = is_sea(event.event) && event.full_empty == Some(FullEmpty::Laden) && event.reports > 1;
    let laden_at_sea = at_sea || (memory.laden_at_sea && !meaning.begins);
    let mut after = Memory { life: meaning.to, last: Some(index), emptied, goods, laden_at_sea, ..*memory };
    if meaning.begins || meaning.to == Life::Idle {
        (after.seal, after.gross_mass_kg) = (TextId::NONE, f32::NAN);
    }
    after.seal = event.seal.some().unwrap_or(after.seal);
    if event.gross_mass_kg.is_finite() && !empty {
        after.gross_mass_kg = event.gross_mass_kg;
    }
    if meaning.to == Life::Aboard && (memory.life != Life::Aboard || event.event == EventCode::Loaded) {
        // An arrival that finds it aboard unawares does not say where it was loaded.
        after.boarded = (event.event != EventCode::Arrived).then_some(event.area);
        after.vessel = event.vessel;
        after.laden_on_leg = false;
    } else if meaning.to == Life::Aboard && event.event == EventCode::Departed && event.vessel != TextId::NONE
    {
        after.vessel = event.vessel;
    }
    after.laden_on_leg |= at_sea;
    after
}
