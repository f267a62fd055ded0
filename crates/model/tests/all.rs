//! The model's integration tests, in one binary.

#[path = "all/reference.rs"]
mod reference;
