//! What the targets have in common.
#![allow(dead_code, reason = "no target uses all of it")]

pub mod blocks;
pub mod diagnostics;
