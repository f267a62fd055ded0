//! Messages that come in by other doors than a request.

mod callback;
mod folder;
mod limits;
mod mosquitto;
mod mqtt;
mod senders;

use crate::http::Server;
use serde_json::Value;
use std::time::{Duration, Instant};

/// Waits until something is so.
#[track_caller]
pub(super) fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_secs(60), "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Every receipt of the server's store.
pub(super) fn receipts(server: &Server) -> Vec<Value> {
    let client = server.client();
    let mut all = Vec::new();
    let mut after = String::new();
    loop {
        let page = client.get(&format!("/files?limit=200{after}")).is(200).json();
        all.extend(page["items"].as_array().unwrap().iter().cloned());
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return all,
        }
    }
}

/// The sum of a count over receipts.
pub(super) fn sum(receipts: &[Value], count: &str) -> u64 {
    receipts.iter().map(|receipt| receipt[count].as_u64().unwrap()).sum()
}
