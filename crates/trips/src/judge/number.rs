//! wip
use super::{Bench, Verdict};
pub(super) fn judge(_b: &Bench<'_>, _v: &mut Verdict) {}
