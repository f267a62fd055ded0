//! The public sample data, where it is at hand.

use crate::fixtures::read_in_blocks;
use std::path::PathBuf;
use tidewaiter_formats::{Mapping, detect};
use tidewaiter_model::record::Record;

#[expect(clippy::print_stdout, reason = "one line says that a test was skipped")]
fn shared(folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/");
    let Ok(entries) = std::fs::read_dir(format!("{root}{folder}")) else {
        println!("skipped: ../shared/data is not here");
        return Vec::new();
    };
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths.into_iter().filter_map(|path| Some((path.clone(), std::fs::read(path).ok()?))).collect()
}

#[derive(Default, Debug, PartialEq)]
struct Counts {
    messages: usize,
    accepted: usize,
    records: usize,
    remarks: usize,
    carried: usize,
}

fn count(files: &[(PathBuf, Vec<u8>)], extension: &str) -> Counts {
    let mappings = Mapping::builtin();
    let mut counts = Counts::default();
    for (path, bytes) in
        files.iter().filter(|(path, _)| path.extension().is_some_and(|found| found == extension))
    {
        let detected = detect(&bytes[..bytes.len().min(65_536)], &mappings)
            .unwrap_or_else(|fault| panic!("{path:?}: {fault:?}"));
        read_in_blocks(bytes, &detected, &mappings, &[], &mut |message| {
            counts.messages += 1;
            counts.accepted += usize::from(message.record.is_some());
            counts.records += message.record.iter().chain(&message.more).count();
            counts.remarks += message.diagnostics.len();
            if let Some(Record::EntrySummary(record)) = &message.record {
                counts.carried += record.carried.iter().filter(|(_, text)| !text.is_empty()).count();
            }
        });
    }
    counts
}

#[test]
fn every_declaration_of_the_korean_extract_loads() {
    let files = shared("declarations");
    if files.is_empty() {
        return;
    }
    let counts = count(&files, "csv");
    assert_eq!(
        counts,
        Counts { messages: 54_000, accepted: 54_000, records: 54_000, remarks: 0, carried: 0 }
    );
}

#[test]
fn every_ens_case_becomes_a_record_unless_a_mass_is_negative() {
    for (folder, negative) in
        [("ens/rules-ie315", 11), ("ens/rules-ie313", 11), ("ens/schema-ie315", 0), ("ens/schema-ie313", 0)]
    {
        let files = shared(folder);
        let is_xml = |path: &PathBuf| path.extension().is_some_and(|found| found == "xml");
        let cases = files.iter().filter(|(path, _)| is_xml(path)).count();
        let counts = count(&files, "xml");
        assert_eq!((counts.messages, counts.accepted), (cases, cases.saturating_sub(negative)), "{folder}");
    }
}

#[test]
fn the_dcsa_samples_read() {
    let files = shared("dcsa");
    if files.is_empty() {
        return;
    }
    let counts = count(&files, "json");
    let expected = Counts { messages: 15, accepted: 15, records: 15, remarks: 0, carried: 0 };
    assert_eq!(counts, expected, "four events name no container");
}
