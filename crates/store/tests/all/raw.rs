//! The database behind a store, for what the store itself never does: tampering, and tables of an older version.

use std::fmt::Write;
use std::path::Path;

/// A pool on the database of a data folder.
pub(crate) async fn raw(folder: &Path, database: Option<&str>) -> sqlx::AnyPool {
    sqlx::any::install_default_drivers();
    let url = database.map_or_else(|| sqlite_url(&folder.join("tidewaiter.db")), str::to_owned);
    let options = sqlx::any::AnyPoolOptions::new().max_connections(1);
    let pool = options.connect(&url).await.unwrap();
    if database.is_none() {
        // Thousands of small changes follow, and none of them must outlive a loss of power.
        sqlx::query("PRAGMA busy_timeout = 30000; PRAGMA synchronous = OFF").execute(&pool).await.unwrap();
    }
    pool
}

fn sqlite_url(path: &Path) -> String {
    let mut url = String::from("sqlite://");
    for byte in path.to_str().unwrap().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => url.push(byte as char),
            _ => write!(url, "%{byte:02X}").unwrap(),
        }
    }
    url + "?mode=rwc"
}

/// Runs a statement without parameters.
pub(crate) async fn run(pool: &sqlx::AnyPool, sql: &str) {
    sqlx::query(sqlx::AssertSqlSafe(sql.to_owned())).execute(pool).await.unwrap();
}
