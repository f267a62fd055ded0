//! Which party was seen on which route, and when it became known.

use super::{Before, Role, known_as, party_key, route};
use crate::assemble::Assembled;
use tidewaiter_model::identifier::stable_hash;
use tidewaiter_model::time::UtcTime;

/// Times of party and of party with route, each sorted: a look-up is a search.
#[derive(Debug, Clone, Default)]
pub(super) struct Seen {
    parties: Vec<(u64, UtcTime)>,
    routes: Vec<(u64, UtcTime)>,
}

fn keyed(role: Role, party: u64) -> u64 {
    // Two odd constants keep a party's two roles apart.
    let salt = match role {
        Role::Consignee => 0x9E37_79B9_7F4A_7C15,
        Role::Shipper => 0xC2B2_AE3D_27D4_EB4F,
    };
    party.wrapping_mul(salt)
}

fn on_route(party: u64, (from, to): (&str, &str)) -> u64 {
    party ^ stable_hash(&[from, to]).rotate_left(17)
}

/// Rows of `key` from `from` up to, but without, `until`. Rows are sorted.
fn count(rows: &[(u64, UtcTime)], key: u64, from: UtcTime, until: UtcTime) -> u32 {
    let start = rows.partition_point(|row| *row < (key, from));
    let end = rows.partition_point(|row| *row < (key, until));
    u32::try_from(end.saturating_sub(start)).unwrap_or(u32::MAX)
}

impl Seen {
    pub(super) fn learn<'x, 'a: 'x>(assembled: impl Iterator<Item = &'x Assembled<'a>>) -> Seen {
        let mut seen = Seen::default();
        for one in assembled {
            let known = one.consignment.first_known;
            let route = route(one);
            for role in [Role::Consignee, Role::Shipper] {
                let Some(party) = known_as(one, role).and_then(party_key) else { continue };
                let party = keyed(role, party);
                seen.parties.push((party, known));
                if let Some(route) = route {
                    seen.routes.push((on_route(party, route), known));
                }
            }
        }
        seen.parties.sort_unstable();
        seen.routes.sort_unstable();
        seen
    }

    pub(super) fn before(
        &self,
        role: Role,
        party: u64,
        route: (&str, &str),
        known: UtcTime,
        days: i64,
    ) -> Before {
        let from = known.plus_days(-days);
        let party = keyed(role, party);
        Before {
            any_route: count(&self.parties, party, from, known),
            this_route: count(&self.routes, on_route(party, route), from, known),
        }
    }
}
