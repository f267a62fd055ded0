//! What can go wrong with what is kept.

use std::path::{Path, PathBuf};

/// Why the store could not do what it was asked. The text names the thing and the next step.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The database refused or could not be reached.
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    /// The database could not be brought to this program's version.
    #[error("the database could not be migrated: {0}")]
    Migration(sqlx::migrate::MigrateError),
    /// A newer program wrote the database.
    #[error(
        "the database has version {found}, this program knows versions up to {known}; use the newer program \
         that wrote it, or another data folder"
    )]
    NewerDatabase {
        /// Version of the database.
        found: i64,
        /// Latest version this program knows.
        known: i64,
    },
    /// Folder and database do not belong together.
    #[error(
        "the data folder {} belongs to another database; give the --database it was made with, or another folder",
        folder.display()
    )]
    OtherDatabase {
        /// The data folder.
        folder: PathBuf,
    },
    /// A file or folder could not be written: disk full, no permission.
    #[error(
        "cannot write {}: {source}; nothing of this ingest was stored: make room or give permission and run it again",
        path.display()
    )]
    Write {
        /// Which file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file that the catalogue names could not be read.
    #[error("cannot read {}: {source}; restore the data folder from its backup", path.display())]
    Read {
        /// Which file.
        path: PathBuf,
        /// What the system or the Parquet reader said.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// Something kept does not read as what it should be.
    #[error(
        "{what} holds `{found}`, which this program cannot read; restore the data folder from its backup"
    )]
    Corrupt {
        /// Table or file.
        what: String,
        /// What stood there.
        found: String,
    },
    /// A stated limit was passed.
    #[error("{what} is past the limit of {limit}; {next}")]
    Limit {
        /// What was too much.
        what: String,
        /// The limit.
        limit: u64,
        /// What to do.
        next: String,
    },
    /// What is to be made is there already, or what is to be changed must stay.
    #[error("{what}")]
    Conflict {
        /// What stands in the way.
        what: String,
    },
    /// Somebody else changed the thing since it was read.
    #[error("{what} was changed by somebody else meanwhile; read it again and repeat the change")]
    Stale {
        /// What was to be changed.
        what: String,
    },
    /// The caller broke the order of calls, such as a message without an open file.
    #[error("{0}")]
    Misuse(&'static str),
}

impl StoreError {
    pub(crate) fn write(path: &Path) -> impl FnOnce(std::io::Error) -> StoreError {
        let path = path.to_path_buf();
        move |source| StoreError::Write { path, source }
    }

    pub(crate) fn read<E>(path: &Path) -> impl FnOnce(E) -> StoreError
    where
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let path = path.to_path_buf();
        move |source| StoreError::Read { path, source: source.into() }
    }

    /// A Parquet error while writing: the system's own error is kept, so that a full disk reads as such.
    pub(crate) fn parquet_write(path: &Path) -> impl FnOnce(parquet::errors::ParquetError) -> StoreError {
        let path = path.to_path_buf();
        move |error| {
            let source = match error {
                parquet::errors::ParquetError::External(inner) => match inner.downcast::<std::io::Error>() {
                    Ok(io) => *io,
                    Err(inner) => std::io::Error::other(inner),
                },
                other => std::io::Error::other(other),
            };
            StoreError::Write { path, source }
        }
    }

    pub(crate) fn corrupt(what: &str, found: impl Into<String>) -> StoreError {
        StoreError::Corrupt { what: what.to_owned(), found: found.into() }
    }
}
