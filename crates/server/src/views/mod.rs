//! The shapes of the HTTP API's documents about cases: queue, one consignment, search, map, overview.
//!
//! Texts that a reader sees stand in the reader's language; times are RFC 3339 in UTC, decimals are strings.

mod area;
mod basics;
mod comparison;
mod container;
mod documents;
mod earlier;
mod evidence;
mod map;
mod overview;
mod queue;
mod search;
mod trip;

pub use area::{
    AreaFlow, AreaRole, AreaStay, AreaView, AreaVisit, AreaWeek, Deviation, VisitReason, VisitRows,
};
pub use basics::{Money, Page, ParamView, Person};
pub use comparison::{Bin, Comparison, Distribution, RoutesCompared, Scale, UsualRoute, ValueUnit};
pub use container::{ContainerTrips, JudgedTrip, RouteSupport, TripCase, TripLeg, TripSource, TripStay};
pub use documents::{Cell, DocumentColumn, DocumentRow, DocumentsTable};
pub use earlier::{CaseOutcome, CaseRef, Earlier, PartyHistory, PartyRole};
pub use evidence::{
    Choice, Evidence, EvidenceReason, Excerpt, Fact, GoodsView, MessageRef, NotEvaluated, Passed, Piece,
    TripPart,
};
pub use map::{MapAnswer, MapArea, MapCall, MapConsignment, MapSettings};
pub use overview::{
    AgeBand, ArmFigures, DayCounts, DoorFigures, Figure, FigureUnit, IndicatorFigures, Lift, Overview,
    PersonFigures, SenderFigures,
};
pub use queue::{
    CaseState, FilterKey, FilterKeyKind, IndicatorLabel, Lock, Outcome, PartyView, QueueCounts, QueueGoods,
    QueuePage, QueueRow, ReasonView, Stop, StopRole,
};
pub use search::{
    CheckedNumber, NumberCheck, SearchAnswer, SearchConsignment, SearchHit, SearchKind, Suspect,
};
pub use trip::{Belief, TripCall, TripEvent, TripView, UsualDwell};
