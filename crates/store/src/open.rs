//! Opening a data folder: create, migrate, sweep.

use crate::StoreError;
use crate::act::Act;
use crate::audit::{AuditEntry, append};
use crate::database::{Database, clean};
use crate::folder::{Folder, files_below, fresh_token};
use crate::rows::Counts;
use sqlx::Row;
use std::collections::HashSet;
use std::fs::{self, File};
use std::path::PathBuf;
use std::sync::Arc;

/// Where things are kept.
#[derive(Debug, Clone)]
pub struct Options {
    /// The data folder; made if it is missing.
    pub folder: PathBuf,
    /// `postgres://…` for PostgreSQL; `None` for an SQLite file in the folder.
    pub database: Option<String>,
}

/// An open data folder. Cheap to clone: clones share their connections.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) database: Database,
    pub(crate) folder: Arc<Folder>,
    /// The folder's secret: makes message keys unpredictable to senders.
    pub(crate) seed: u64,
}

const SEED: &str = "message_key_seed";
const IDENTITY: &str = "folder_identity";

impl Store {
    /// Opens a data folder: creates what is missing, migrates an older database, removes history files that no
    /// catalogue row names (left by a process that was killed), unless somebody is writing just now.
    ///
    /// # Errors
    /// [`StoreError::NewerDatabase`] when a newer program wrote the database; otherwise what the system said.
    pub async fn open(options: &Options) -> Result<Store, StoreError> {
        let folder = Folder::create(&options.folder)?;
        // Two programs on a new folder must not both make its tables or its identity.
        let lock = waiting(&folder, Folder::lock_migration).await?;
        let database = Database::open(&folder, options.database.as_deref()).await?;
        crate::quarantine::fill_codes(&database).await?;
        let seed = folder_seed(&database).await?;
        let store = Store { database, folder: Arc::new(folder), seed };
        store.check_identity().await?;
        drop(lock);
        store.sweep().await?;
        Ok(store)
    }

    /// Waits until every connection of this store and its clones is closed. Dropping the last clone only asks for it:
    /// SQLite then still writes its log back for a moment, which matters to whoever moves or copies the files next.
    pub async fn close(self) {
        self.database.pool.close().await;
    }

    /// A text kept under `name`.
    ///
    /// # Errors
    /// What the database said.
    pub async fn setting_get(&self, name: &str) -> Result<Option<String>, StoreError> {
        Ok(sqlx::query_scalar("SELECT value FROM setting WHERE name = $1")
            .bind(name.to_owned())
            .fetch_optional(&self.database.pool)
            .await?)
    }

    /// Keeps a text under `name`, in place of what was there.
    ///
    /// # Errors
    /// What the database said.
    pub async fn setting_set(&self, act: &Act<'_>, name: &str, value: &str) -> Result<(), StoreError> {
        self.setting_write(act, name, value, |_| true).await
    }

    /// The same if what was there is still `before`.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is something else.
    pub async fn setting_swap(
        &self,
        act: &Act<'_>,
        name: &str,
        before: Option<&str>,
        value: &str,
    ) -> Result<(), StoreError> {
        self.setting_write(act, name, value, |found| found == before).await
    }

    async fn setting_write(
        &self,
        act: &Act<'_>,
        name: &str,
        value: &str,
        expected: impl FnOnce(Option<&str>) -> bool,
    ) -> Result<(), StoreError> {
        let mut transaction = self.database.begin().await?;
        let (name, value) = (clean(name), clean(value));
        // One that is missing is made first, so that two who set it take turns at its row.
        let new =
            sqlx::query("INSERT INTO setting (name, value) VALUES ($1, '') ON CONFLICT (name) DO NOTHING")
                .bind(name.clone())
                .execute(&mut *transaction)
                .await?
                .rows_affected()
                > 0;
        let before: String =
            sqlx::query_scalar("UPDATE setting SET value = value WHERE name = $1 RETURNING value")
                .bind(name.clone())
                .fetch_one(&mut *transaction)
                .await?;
        let before = (!new).then_some(before);
        if !expected(before.as_deref()) {
            return Err(StoreError::Stale { what: format!("setting `{name}`") });
        }
        sqlx::query("UPDATE setting SET value = $1 WHERE name = $2")
            .bind(value.clone())
            .bind(name.clone())
            .execute(&mut *transaction)
            .await?;
        let json = |text: String| serde_json::Value::String(text).to_string();
        let (before, after) = (before.map(json), Some(json(value)));
        let entry =
            AuditEntry { action: "setting.set", object_kind: "setting", object: &name, before, after };
        append(&mut transaction, act, &entry).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Keeps what the program remembers about the folder by itself.
    async fn remember(&self, name: &str, value: &str) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO setting (name, value) VALUES ($1, $2) \
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )
        .bind(name.to_owned())
        .bind(value.to_owned())
        .execute(&self.database.pool)
        .await?;
        Ok(())
    }

    /// Folder and database must belong together: a folder opened with another database would look as if none of
    /// its history counted, and the sweep would remove it.
    async fn check_identity(&self) -> Result<(), StoreError> {
        let path = self.folder.identity();
        let of_database = self.setting_get(IDENTITY).await?;
        let of_folder = match fs::read_to_string(&path) {
            Ok(text) => Some(text.trim().to_owned()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(StoreError::read(&path)(error)),
        };
        match (of_database, of_folder) {
            (Some(database), Some(folder)) if database == folder => Ok(()),
            (None, Some(folder)) if files_below(&self.folder.history())?.is_empty() => {
                self.remember(IDENTITY, &folder).await
            }
            (database, None) if self.counts().await? == Counts::default() => {
                let identity = database.unwrap_or_else(fresh_token);
                self.remember(IDENTITY, &identity).await?;
                fs::write(&path, identity).map_err(StoreError::write(&path))?;
                Ok(())
            }
            _ => Err(StoreError::OtherDatabase { folder: self.folder.root().to_path_buf() }),
        }
    }

    /// Removes history, key and temporary files that no committed row names.
    async fn sweep(&self) -> Result<(), StoreError> {
        let Some(_lock) = self.folder.try_lock_sweep()? else { return Ok(()) };
        let mut named = HashSet::new();
        for query in ["SELECT path FROM segment", "SELECT path FROM key_run"] {
            for row in sqlx::query(query).fetch_all(&self.database.pool).await? {
                named.insert(self.folder.resolve(row.try_get::<&str, _>("path")?));
            }
        }
        for below in [self.folder.history(), self.folder.keys(), self.folder.spool()] {
            for path in files_below(&below)? {
                if !named.contains(&path) {
                    fs::remove_file(&path).map_err(StoreError::write(&path))?;
                }
            }
        }
        Ok(())
    }
}

/// Waits for a lock without holding up the other tasks of this thread, one of which may hold it.
pub(crate) async fn waiting(
    folder: &Folder,
    lock: impl FnOnce(&Folder) -> Result<File, StoreError> + Send + 'static,
) -> Result<File, StoreError> {
    let folder = folder.clone();
    tokio::task::spawn_blocking(move || lock(&folder))
        .await
        .map_err(|_| StoreError::Misuse("waiting for a lock of the data folder was cancelled"))?
}

/// The folder's secret seed, made at first use.
async fn folder_seed(database: &Database) -> Result<u64, StoreError> {
    sqlx::query("INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING")
        .bind(SEED)
        .bind(fresh_token())
        .execute(&database.pool)
        .await?;
    let text: String = sqlx::query_scalar("SELECT value FROM setting WHERE name = $1")
        .bind(SEED)
        .fetch_one(&database.pool)
        .await?;
    u64::from_str_radix(&text, 16).map_err(|_| StoreError::corrupt("setting message_key_seed", text))
}
