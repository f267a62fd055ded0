//! Looking at what is kept: is it all there, and of which version is it.

use crate::StoreError;
use crate::open::Store;
use sqlx::Row;

impl Store {
    /// `sqlite` or `postgresql`.
    pub fn backend(&self) -> &'static str {
        self.database.backend()
    }

    /// Version of the database's tables.
    ///
    /// # Errors
    /// What the database said.
    pub async fn schema_version(&self) -> Result<i64, StoreError> {
        let version: Option<i64> = sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations")
            .fetch_one(&self.database.pool)
            .await?;
        Ok(version.unwrap_or(0))
    }

    /// How many history files the catalogue names, and those of them that are not there or have another size.
    ///
    /// # Errors
    /// What the database said.
    pub async fn segment_faults(&self) -> Result<(u64, Vec<String>), StoreError> {
        let rows = sqlx::query("SELECT path, bytes_count FROM segment ORDER BY path")
            .fetch_all(&self.database.pool)
            .await?;
        let mut faults = Vec::new();
        for row in &rows {
            let (path, bytes): (String, i64) = (row.try_get("path")?, row.try_get("bytes_count")?);
            let found = std::fs::metadata(self.folder.resolve(&path)).map(|metadata| metadata.len());
            if !found.is_ok_and(|found| i64::try_from(found) == Ok(bytes)) {
                faults.push(path);
            }
        }
        Ok((rows.len() as u64, faults))
    }
}
