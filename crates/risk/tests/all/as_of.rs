//! An assessment stands on what was known at its time, whatever came later and in whatever order it all stands.

use crate::fixture::*;
use proptest::prelude::*;
use tidewaiter_model::assessment::{KeptDeclaration, KeptEntrySummary};
use tidewaiter_model::time::UtcTime;

const BOXES: [&str; 3] = ["MSKU1234565", "CSQU3054383", "APZU4812090"];
const PORTS: [&str; 4] = ["CNSHG", "VNSGN", "SGSIN", "KRPUS"];

#[derive(Debug, Clone)]
struct Sent {
    number: u8,
    document: u8,
    container: usize,
    port: usize,
    received_day: i64,
    amended: bool,
}

fn sent() -> impl Strategy<Value = Vec<Sent>> {
    let one = (0..4u8, 0..4u8, 0..3usize, 0..4usize, 0..50i64, any::<bool>());
    let sent = |(number, document, container, port, received_day, amended)| Sent {
        number,
        document,
        container,
        port,
        received_day,
        amended,
    };
    prop::collection::vec(one.prop_map(sent), 1..8)
}

fn entries(all: &[Sent]) -> Vec<KeptEntrySummary> {
    let one = |(place, sent): (usize, &Sent)| {
        let items = vec![item(1, &format!("BL{}", sent.document), &[BOXES[sent.container]])];
        let mut kept = entry(place as i64, &format!("L{}", sent.number), items);
        kept.entry_summary.place_of_loading = text(PORTS[sent.port]);
        if sent.amended {
            kept = amendment(place as i64, &kept, |_| {});
        }
        kept.provenance.received = day(sent.received_day);
        kept
    };
    all.iter().enumerate().map(one).collect()
}

fn declarations(all: &[Sent]) -> Vec<KeptDeclaration> {
    let one = |(place, sent): (usize, &Sent)| {
        let mut kept = declaration(100 + place as i64, &format!("D{}", sent.number));
        kept.declaration.item_number = place as u32;
        match sent.port {
            0 => kept.declaration.transport_document = Some(format!("BL{}", sent.document)),
            1 => kept.declaration.entry_summary_mrn = Some(format!("L{}", sent.document)),
            2 => kept.declaration.containers = vec![BOXES[sent.container].to_owned()],
            _ => {}
        }
        kept.declaration.country_origin = Some(PORTS[sent.port][..2].to_owned());
        kept.provenance.received = day(sent.received_day);
        kept
    };
    all.iter().enumerate().map(one).collect()
}

fn written(ens: &[KeptEntrySummary], imports: &[KeptDeclaration], as_of: UtcTime) -> String {
    let trips = trips(
        |batch| {
            for (container, port) in BOXES.iter().zip(PORTS) {
                voyage(batch, container, None, &[(port, 0, 3), ("SGSIN", 12, 15), ("GBFXT", 36, 0)]);
            }
        },
        as_of,
    );
    serde_json::to_string(&assess_all(ens, imports, &trips, as_of)).unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn later_records_change_nothing(ens in sent(), imports in sent(), cut in 0..50i64) {
        let (ens, imports, as_of) = (entries(&ens), declarations(&imports), day(cut));
        let with_later = written(&ens, &imports, as_of);
        let known_ens: Vec<_> = ens.into_iter().filter(|kept| kept.provenance.received <= as_of).collect();
        let known_imports: Vec<_> = imports.into_iter().filter(|kept| kept.provenance.received <= as_of).collect();
        let known_only = written(&known_ens, &known_imports, as_of);
        prop_assert!(known_only.starts_with("["));
        prop_assert_eq!(with_later, known_only);
    }

    #[test]
    fn the_order_of_records_leaves_no_trace(ens in sent(), imports in sent(), by in any::<prop::sample::Index>()) {
        let (mut ens, mut imports) = (entries(&ens), declarations(&imports));
        let before = written(&ens, &imports, day(60));
        let by_ens = by.index(ens.len());
        ens.rotate_left(by_ens);
        imports.reverse();
        prop_assert_eq!(before, written(&ens, &imports, day(60)));
    }

    #[test]
    fn an_entry_keeps_its_id_as_more_arrives(ens in sent(), cut in 0..50i64) {
        // Declarations only: what an amendment withdraws is gone by its own wish.
        let ens: Vec<_> = ens.into_iter().map(|one| Sent { amended: false, ..one }).collect();
        let all = entries(&ens);
        let ids = |as_of| -> Vec<String> {
            assess_all(&all, &[], &[], as_of).into_iter().map(|one| one.consignment.id).collect()
        };
        let later = ids(day(60));
        for id in ids(day(cut)) {
            prop_assert!(later.contains(&id));
        }
        let mut distinct = later.clone();
        distinct.dedup();
        prop_assert_eq!(distinct, later);
    }
}
