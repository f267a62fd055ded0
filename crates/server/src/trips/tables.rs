//! What is learned of all containers before they are judged: a small table that travels between passes and machines.

use super::Fault;
use serde::{Deserialize, Serialize};
use std::io::Write;
use std::path::{Path, PathBuf};
use tidewaiter_model::batch::TextTable;
use tidewaiter_model::reference::Places;
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::{Gazetteer, Learned, LearnerWords, NormalRoutes, TripSettings};

/// The version of the form below. Tables of another one are refused.
pub(super) const TABLES_VERSION: u32 = 1;

/// What was learned so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Tables {
    /// Up to when messages were known.
    pub(super) as_of: Option<UtcTime>,
    pub(super) learner: Option<LearnerWords>,
    /// What is normal.
    pub(super) routes: Option<NormalRoutes>,
}

/// As it stands in a file.
#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    tidewaiter_trip_tables: u32,
    as_of: Option<UtcTime>,
    learner: Option<LearnerWords>,
    routes: Option<NormalRoutes>,
}

/// The first thing that is read of a file.
#[derive(Debug, Deserialize)]
struct Head {
    tidewaiter_trip_tables: u32,
}

impl Tables {
    /// What the learning pass makes of one partition.
    pub(super) fn learn(as_of: UtcTime, learner: LearnerWords) -> Tables {
        Tables { as_of: Some(as_of), learner: Some(learner), routes: None }
    }

    /// What rebuilding knows, in the numbers of `texts` and `gazetteer`, which gets the areas that it lacks.
    pub(super) fn learned(
        &self,
        texts: &TextTable,
        gazetteer: &mut Gazetteer,
        places: &Places,
        settings: &TripSettings,
    ) -> Result<Learned, Fault> {
        let Some(learner) = &self.learner else { return Ok(Learned::default()) };
        let words = learner.finish(places, settings);
        gazetteer.add_areas(words.areas(), places);
        words.resolve(texts, gazetteer).ok_or(Fault::Defect("a learned table cannot be resolved"))
    }

    /// Reads files of several passes; what a later one says of the same counts.
    pub(super) fn read(files: &[PathBuf]) -> Result<Tables, Fault> {
        let mut tables = Tables::default();
        for file in files {
            let unreadable = |error: std::io::Error| Fault::Tables {
                file: file.display().to_string(),
                text: error.to_string(),
            };
            let bytes = std::fs::read(file).map_err(unreadable)?;
            let read = Tables::of_bytes(&bytes, file)?;
            tables = Tables {
                as_of: read.as_of.or(tables.as_of),
                learner: read.learner.or(tables.learner),
                routes: read.routes.or(tables.routes),
            };
        }
        Ok(tables)
    }

    pub(super) fn of_bytes(bytes: &[u8], file: &Path) -> Result<Tables, Fault> {
        let wrong = |text: String| Fault::Tables { file: file.display().to_string(), text };
        let head: Head = serde_json::from_slice(bytes)
            .map_err(|error| wrong(format!("is no table of learned trips ({error})")))?;
        if head.tidewaiter_trip_tables != TABLES_VERSION {
            return Err(wrong(format!(
                "has version {}, and this program reads version {TABLES_VERSION}: learn it anew",
                head.tidewaiter_trip_tables
            )));
        }
        let stored: Stored = serde_json::from_slice(bytes).map_err(|error| wrong(error.to_string()))?;
        if stored.learner.as_ref().is_some_and(|learner| !learner.is_of_this_version()) {
            return Err(wrong("was learned by another version of this program: learn it anew".to_owned()));
        }
        Ok(Tables { as_of: stored.as_of, learner: stored.learner, routes: stored.routes })
    }

    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, Fault> {
        let stored = Stored {
            tidewaiter_trip_tables: TABLES_VERSION,
            as_of: self.as_of,
            learner: self.learner.clone(),
            routes: self.routes.clone(),
        };
        serde_json::to_vec(&stored).map_err(|_| Fault::Defect("a learned table cannot be written"))
    }

    /// Writes a file whole or not at all.
    pub(super) fn write(&self, file: &Path) -> Result<(), Fault> {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let fault = |source| Fault::Write { folder: folder.display().to_string(), source };
        let mut part = tempfile::NamedTempFile::new_in(folder).map_err(fault)?;
        part.write_all(&self.to_bytes()?).and_then(|()| part.as_file().sync_all()).map_err(fault)?;
        part.persist(file).map_err(|error| fault(error.error))?;
        Ok(())
    }

    /// Adds what was learned of other containers.
    pub(super) fn merge(&mut self, other: &Tables) {
        self.as_of = self.as_of.max(other.as_of);
        match (&mut self.learner, &other.learner) {
            (Some(own), Some(other)) => own.add(other),
            (None, Some(other)) => self.learner = Some(other.clone()),
            (_, None) => {}
        }
        match (&mut self.routes, &other.routes) {
            (Some(own), Some(other)) => own.add_table(other),
            (None, Some(other)) => self.routes = Some(other.clone()),
            (_, None) => {}
        }
    }
}
