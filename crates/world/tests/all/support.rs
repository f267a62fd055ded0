//! Worlds to look at.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use tidewaiter_model::reference::{Places, SeaNetwork};
use tidewaiter_world::truth::{TruthRow, TruthTrip, parse, parse_trips};
use tidewaiter_world::{Folder, Profile, WorldSettings};

/// The files of a world by folder and path.
pub(crate) type Files = BTreeMap<(Folder, String), Vec<u8>>;

pub(crate) fn files(settings: &WorldSettings) -> Files {
    let mut files = Files::new();
    tidewaiter_world::generate(
        settings,
        Places::builtin(),
        SeaNetwork::builtin(),
        &mut |folder, path, bytes| {
            let before = files.insert((folder, path.to_owned()), bytes.to_vec());
            assert!(before.is_none(), "{path} was written twice");
        },
    );
    files
}

pub(crate) fn settings(containers: u32, days: u32, seed: u64, profile: Profile) -> WorldSettings {
    WorldSettings { containers, days, seed, profile, ..WorldSettings::default() }
}

pub(crate) struct Made {
    pub(crate) settings: WorldSettings,
    pub(crate) files: Files,
    pub(crate) consignments: Vec<TruthRow>,
    pub(crate) trips: Vec<TruthTrip>,
}

pub(crate) fn made(settings: WorldSettings) -> Made {
    let files = files(&settings);
    let truth = |name: &str| String::from_utf8_lossy(&files[&(Folder::Truth, name.to_owned())]).into_owned();
    let (consignments, trips) = (parse(&truth("consignments.csv")), parse_trips(&truth("trips.csv")));
    Made { settings, files, consignments, trips }
}

pub(crate) static EASY: LazyLock<Made> = LazyLock::new(|| made(WorldSettings::default()));
pub(crate) static HARD: LazyLock<Made> =
    LazyLock::new(|| made(WorldSettings { profile: Profile::Hard, ..WorldSettings::default() }));
