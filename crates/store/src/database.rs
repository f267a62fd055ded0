//! The SQL database behind the state: SQLite or PostgreSQL, one migration text.

use crate::StoreError;
use crate::folder::Folder;
use sqlx::any::AnyPoolOptions;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{Any, AnyPool, Executor, SqlSafeStr, Transaction};
use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;
use std::time::Duration;
use tidewaiter_model::time::UtcTime;

/// Every migration in order. A text that was released never changes: a new version is a new file.
const MIGRATIONS: [(i64, &str, &str); 3] = [
    (1, "first", include_str!("../migrations/0001_first.sql")),
    (2, "console", include_str!("../migrations/0002_console.sql")),
    (3, "doors", include_str!("../migrations/0003_doors.sql")),
];

/// The first bytes of every SQLite file (SQLite file format, section 1.3.1).
const SQLITE_MAGIC: &[u8] = b"SQLite format 3\0";

/// How long a writer waits for another one before it gives up, in seconds.
const BUSY_SECONDS_MAX: u64 = 30;

/// A pool of connections and what differs between the two databases.
#[derive(Debug, Clone)]
pub(crate) struct Database {
    pub(crate) pool: AnyPool,
    begin_write: &'static str,
}

impl Database {
    /// Connects and brings the tables to this program's version. `url` is `None` for SQLite in the folder. The caller
    /// holds the migration lock: SQLite's migrator has none of its own.
    pub(crate) async fn open(folder: &Folder, url: Option<&str>) -> Result<Database, StoreError> {
        sqlx::any::install_default_drivers();
        let database = match url {
            None => Database::connect_sqlite(&folder.database()).await?,
            Some(url) => {
                let pool = AnyPoolOptions::new()
                    .max_connections(8)
                    .acquire_timeout(Duration::from_secs(BUSY_SECONDS_MAX))
                    .connect(url)
                    .await?;
                Database { pool, begin_write: "BEGIN" }
            }
        };
        database.migrate().await?;
        Ok(database)
    }

    async fn connect_sqlite(path: &Path) -> Result<Database, StoreError> {
        check_is_sqlite(path)?;
        let url = sqlite_url(path)?;
        let pool = AnyPoolOptions::new()
            .max_connections(8)
            .acquire_timeout(Duration::from_secs(BUSY_SECONDS_MAX))
            .after_connect(|connection, _| {
                Box::pin(async move {
                    // FULL: in WAL mode nothing less makes a commit durable against loss of power.
                    connection
                        .execute(
                            "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL",
                        )
                        .await?;
                    Ok(())
                })
            })
            .connect(&url)
            .await?;
        // IMMEDIATE: a read transaction that turns into a write would fail at once instead of waiting its turn.
        Ok(Database { pool, begin_write: "BEGIN IMMEDIATE" })
    }

    async fn migrate(&self) -> Result<(), StoreError> {
        // Named one by one rather than with sqlx's macro, which would compile every driver a second time.
        let known = MIGRATIONS.iter().map(|(version, _, _)| *version).max().unwrap_or(0);
        let migrations = MIGRATIONS.iter().map(|(version, name, text)| {
            Migration::new(*version, (*name).into(), MigrationType::Simple, text.into_sql_str(), false)
        });
        Migrator::with_migrations(migrations.collect()).run(&self.pool).await.map_err(|error| match error {
            MigrateError::VersionMissing(found) => StoreError::NewerDatabase { found, known },
            other => StoreError::Migration(other),
        })
    }

    /// `sqlite` or `postgresql`.
    pub(crate) fn backend(&self) -> &'static str {
        if self.begin_write == "BEGIN" { "postgresql" } else { "sqlite" }
    }

    /// Begins a transaction that will write.
    pub(crate) async fn begin(&self) -> Result<Transaction<'static, Any>, StoreError> {
        Ok(self.pool.begin_with(self.begin_write).await?)
    }

    /// Gives the next `count` numbers of a kind, within the caller's transaction; the first is returned.
    pub(crate) async fn take_numbers(
        transaction: &mut Transaction<'static, Any>,
        kind: &str,
        count: i64,
    ) -> Result<i64, StoreError> {
        let last: i64 =
            sqlx::query_scalar("UPDATE counter SET value = value + $1 WHERE name = $2 RETURNING value")
                .bind(count)
                .bind(kind.to_owned())
                .fetch_one(&mut **transaction)
                .await?;
        Ok(last - count + 1)
    }
}

/// A file of another kind under the database's name is said at once: the pool would try again until it times out.
fn check_is_sqlite(path: &Path) -> Result<(), StoreError> {
    let mut head = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(16).read_to_end(&mut head));
    match read {
        // An empty file is a database without tables; one that is missing is made.
        Ok(0) => Ok(()),
        Ok(_) if head.starts_with(SQLITE_MAGIC) => Ok(()),
        Ok(_) => Err(StoreError::corrupt(&path.display().to_string(), "another file than a SQLite database")),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(StoreError::read(path)(error)),
    }
}

/// The address of an SQLite file. Every byte that could mean something in an address is escaped.
fn sqlite_url(path: &Path) -> Result<String, StoreError> {
    let text = path.to_str().ok_or_else(|| StoreError::Write {
        path: path.to_path_buf(),
        source: std::io::Error::new(std::io::ErrorKind::InvalidInput, "the path is not valid UTF-8"),
    })?;
    let mut url = String::from("sqlite://");
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => url.push(byte as char),
            _ => write!(url, "%{byte:02X}").unwrap_or_default(),
        }
    }
    url.push_str("?mode=rwc");
    Ok(url)
}

/// An instant as SQL text: RFC 3339 in UTC with six decimals, so that text order is time order.
pub(crate) fn time_text(time: UtcTime) -> String {
    let micros = time.micros().rem_euclid(86_400_000_000);
    let (seconds, fraction) = (micros / 1_000_000, micros % 1_000_000);
    format!(
        "{}T{:02}:{:02}:{:02}.{fraction:06}Z",
        time.date_text(),
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}

/// Reads back what [`time_text`] wrote.
pub(crate) fn parse_time(text: &str, what: &str) -> Result<UtcTime, StoreError> {
    text.parse().map_err(|_| StoreError::corrupt(what, text))
}

/// Reads back a time that may be missing.
pub(crate) fn parse_time_maybe(text: Option<&str>, what: &str) -> Result<Option<UtcTime>, StoreError> {
    text.map(|text| parse_time(text, what)).transpose()
}

/// A text as both databases hold it: PostgreSQL takes no zero character.
pub(crate) fn clean(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// A count read from SQL; never negative in a sound database.
pub(crate) fn unsigned(value: i64) -> u64 {
    u64::try_from(value).unwrap_or(0)
}

/// A count on its way to SQL.
pub(crate) fn signed(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}
