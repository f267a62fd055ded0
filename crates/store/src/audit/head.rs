//! The end of the audit trail, by which what is derived from the history is bound to it: every commit of messages appends
//! to the trail, and its hash covers all that came before.

use crate::StoreError;
use crate::open::Store;
use sqlx::Row;
use std::path::PathBuf;

impl Store {
    /// Number and hash of the last record of the audit trail; 0 and nothing where there is none.
    ///
    /// # Errors
    /// What the database said.
    pub async fn trail_end(&self) -> Result<(i64, String), StoreError> {
        let row = sqlx::query("SELECT sequence, hash FROM audit_head").fetch_one(&self.database.pool).await?;
        Ok((row.try_get("sequence")?, row.try_get("hash")?))
    }

    /// Whether the audit trail holds a record of this number and hash: then all up to it happened here as it did where
    /// the two were read.
    ///
    /// # Errors
    /// What the database said.
    pub async fn trail_holds(&self, sequence: i64, hash: &str) -> Result<bool, StoreError> {
        let found: Option<String> = sqlx::query_scalar("SELECT hash FROM audit WHERE sequence = $1")
            .bind(sequence)
            .fetch_optional(&self.database.pool)
            .await?;
        Ok(found.as_deref() == Some(hash))
    }

    /// A file of the data folder for what can be made again from the history at any time.
    pub fn derived_file(&self, name: &str) -> PathBuf {
        self.folder.root().join("derived").join(name)
    }
}
