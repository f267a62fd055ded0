//! Who was put on which day's list.

use crate::StoreError;
use crate::act::Act;
use crate::audit::{AuditEntry, append};
use crate::cases::mark_changed;
use crate::database::{Database, unsigned};
use crate::open::Store;
use sqlx::Row;
use sqlx::any::AnyRow;
use std::collections::{BTreeSet, HashSet};
use tidewaiter_model::assessment::{Arm, Lane, Selection};

const LANES: [Lane; 4] = [Lane::Red, Lane::Yellow, Lane::Blue, Lane::Green];
const ARMS: [Arm; 2] = [Arm::Risk, Arm::Random];

impl Store {
    /// Keeps the lines of a day's list that come from assessment run `run`; gives how many were new. A consignment
    /// is selected once: what was selected before stays as it was.
    ///
    /// # Errors
    /// What the database said; then none is kept.
    pub async fn save_selections(
        &self,
        act: &Act<'_>,
        run: i64,
        selections: &[Selection],
    ) -> Result<u64, StoreError> {
        let mut transaction = self.database.begin().await?;
        let change = Database::take_numbers(&mut transaction, "case_change", 1).await?;
        let mut kept = 0;
        for selection in selections {
            let new = sqlx::query(
                "INSERT INTO selection (consignment_id, run, day_number, office, rank_number, lane, arm, score) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (consignment_id) DO NOTHING",
            )
            .bind(selection.consignment_id.clone())
            .bind(run)
            .bind(selection.day)
            .bind(selection.office.clone())
            .bind(i64::from(selection.rank))
            .bind(selection.lane.as_str())
            .bind(selection.arm.as_str())
            .bind(selection.score)
            .execute(&mut *transaction)
            .await?
            .rows_affected();
            if new > 0 {
                mark_changed(&mut transaction, change, &selection.consignment_id).await?;
                kept += 1;
            }
        }
        if kept > 0 {
            let days: BTreeSet<i64> = selections.iter().map(|selection| selection.day).collect();
            let after = serde_json::json!({ "days": days, "selected": kept }).to_string();
            let object = &run.to_string();
            let (action, object_kind) = ("list.extend", "run");
            let entry = AuditEntry { action, object_kind, object, before: None, after: Some(after) };
            append(&mut transaction, act, &entry).await?;
            transaction.commit().await?;
        }
        Ok(kept)
    }

    /// The list of a day (days since 1970-01-01), of one office or of all, by office and rank.
    ///
    /// # Errors
    /// What the database said.
    pub async fn selections(&self, day: i64, office: Option<&str>) -> Result<Vec<Selection>, StoreError> {
        let rows = sqlx::query(
            "SELECT consignment_id, day_number, office, rank_number, lane, arm, score FROM selection \
             WHERE day_number = $1 AND ($2 = 1 OR office = $3) ORDER BY office, rank_number, consignment_id",
        )
        .bind(day)
        .bind(i64::from(office.is_none()))
        .bind(office.unwrap_or_default().to_owned())
        .fetch_all(&self.database.pool)
        .await?;
        rows.iter().map(selection_row).collect()
    }

    /// The list a consignment was put on, if it ever was.
    ///
    /// # Errors
    /// What the database said.
    pub async fn selection_of(&self, consignment_id: &str) -> Result<Option<Selection>, StoreError> {
        let row = sqlx::query(
            "SELECT consignment_id, day_number, office, rank_number, lane, arm, score FROM selection \
             WHERE consignment_id = $1",
        )
        .bind(consignment_id.to_owned())
        .fetch_optional(&self.database.pool)
        .await?;
        row.as_ref().map(selection_row).transpose()
    }

    /// Every consignment that was ever selected.
    ///
    /// # Errors
    /// What the database said.
    pub async fn all_selected_ids(&self) -> Result<HashSet<String>, StoreError> {
        let ids: Vec<String> =
            sqlx::query_scalar("SELECT consignment_id FROM selection").fetch_all(&self.database.pool).await?;
        Ok(ids.into_iter().collect())
    }
}

fn selection_row(row: &AnyRow) -> Result<Selection, StoreError> {
    let (lane, arm): (&str, &str) = (row.try_get("lane")?, row.try_get("arm")?);
    let corrupt = |found: &str| StoreError::corrupt("table selection", found);
    Ok(Selection {
        consignment_id: row.try_get("consignment_id")?,
        day: row.try_get("day_number")?,
        office: row.try_get("office")?,
        rank: u32::try_from(unsigned(row.try_get("rank_number")?)).unwrap_or(u32::MAX),
        lane: LANES.into_iter().find(|known| known.as_str() == lane).ok_or_else(|| corrupt(lane))?,
        arm: ARMS.into_iter().find(|known| known.as_str() == arm).ok_or_else(|| corrupt(arm))?,
        score: row.try_get("score")?,
    })
}
