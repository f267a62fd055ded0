//! Selections and outcomes.

use crate::StoreError;
use crate::database::{Database, parse_time, time_text, unsigned};
use crate::open::Store;
use sqlx::Row;
use sqlx::any::AnyRow;
use std::collections::HashSet;
use tidewaiter_model::assessment::{Arm, Lane, Outcome, Selection};

const LANES: [Lane; 4] = [Lane::Red, Lane::Yellow, Lane::Blue, Lane::Green];
const ARMS: [Arm; 2] = [Arm::Risk, Arm::Random];

impl Store {
    /// Keeps the lines of a day's list that come from assessment run `run`; gives how many were new. A consignment
    /// is selected once: what was selected before stays as it was.
    ///
    /// # Errors
    /// What the database said; then none is kept.
    pub async fn save_selections(&self, run: i64, selections: &[Selection]) -> Result<u64, StoreError> {
        let mut transaction = self.database.begin().await?;
        let mut kept = 0;
        for selection in selections {
            kept += sqlx::query(
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
        }
        transaction.commit().await?;
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

    /// Keeps what an inspection found. Earlier findings stay; the latest counts.
    ///
    /// # Errors
    /// What the database said.
    pub async fn save_outcome(&self, outcome: &Outcome) -> Result<(), StoreError> {
        let mut transaction = self.database.begin().await?;
        let id = Database::take_numbers(&mut transaction, "outcome", 1).await?;
        let clean = |text: &String| text.replace('\0', "\u{fffd}");
        sqlx::query(
            "INSERT INTO outcome (id, consignment_id, found, value, note, recorded) \
             VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(id)
        .bind(outcome.consignment_id.clone())
        .bind(outcome.found.as_ref().map(clean))
        .bind(outcome.value.map(|value| value.to_string()))
        .bind(outcome.note.as_ref().map(clean))
        .bind(time_text(outcome.recorded))
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// The latest outcome of each consignment, in order of consignment.
    ///
    /// # Errors
    /// What the database said.
    pub async fn outcomes(&self) -> Result<Vec<Outcome>, StoreError> {
        let rows = sqlx::query(
            "SELECT consignment_id, found, value, note, recorded FROM outcome WHERE id IN \
             (SELECT MAX(id) FROM outcome GROUP BY consignment_id) ORDER BY consignment_id",
        )
        .fetch_all(&self.database.pool)
        .await?;
        rows.iter().map(outcome_row).collect()
    }

    /// Every outcome ever recorded for a consignment, oldest first.
    ///
    /// # Errors
    /// What the database said.
    pub async fn outcomes_of(&self, consignment_id: &str) -> Result<Vec<Outcome>, StoreError> {
        let rows = sqlx::query(
            "SELECT consignment_id, found, value, note, recorded FROM outcome WHERE consignment_id = $1 ORDER BY id",
        )
        .bind(consignment_id.to_owned())
        .fetch_all(&self.database.pool)
        .await?;
        rows.iter().map(outcome_row).collect()
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

fn outcome_row(row: &AnyRow) -> Result<Outcome, StoreError> {
    let value: Option<String> = row.try_get("value")?;
    Ok(Outcome {
        consignment_id: row.try_get("consignment_id")?,
        found: row.try_get("found")?,
        value: value
            .map(|text| text.parse().map_err(|_| StoreError::corrupt("table outcome", text)))
            .transpose()?,
        note: row.try_get("note")?,
        recorded: parse_time(row.try_get("recorded")?, "table outcome")?,
    })
}
