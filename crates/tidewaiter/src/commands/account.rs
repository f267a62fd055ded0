//! `tidewaiter account`

use super::{act, user};
use crate::arguments::{AccountAction, AccountArguments, Place};
use crate::output::Answer;
use anyhow::Context;
use std::fmt::Write;
use std::io::{BufRead, IsTerminal};
use tidewaiter_server::account::{AccountLine, add, list, set_password};
use tidewaiter_server::words::printable;

pub(super) async fn run(place: &Place, arguments: AccountArguments) -> anyhow::Result<Answer> {
    match arguments.action {
        AccountAction::Add { login, name, role } => {
            let store = place.open().await?;
            let password = password(&login)?;
            let name = name.unwrap_or_else(|| login.clone());
            add(&store, &act(&user()), &login, &name, &role, &password).await?;
            Ok(Answer::text(format!("{login} may sign in as {role}\n")))
        }
        AccountAction::List { json } => {
            let lines = list(&place.existing().await?).await?;
            if json { Answer::json(&lines) } else { Ok(Answer::text(text(&lines))) }
        }
        AccountAction::Password { login } => {
            let store = place.existing().await?;
            let password = password(&login)?;
            set_password(&store, &act(&user()), &login, &password).await?;
            Ok(Answer::text(format!("{login} has a new password; its sessions have ended\n")))
        }
    }
}

/// Asks for a password without showing it; from a pipe, its first line.
fn password(login: &str) -> anyhow::Result<String> {
    if std::io::stdin().is_terminal() {
        let first = rpassword::prompt_password(format!("Password for {login}: "))?;
        let again = rpassword::prompt_password("The same again: ")?;
        anyhow::ensure!(first == again, "the two passwords differ; nothing was changed");
        return Ok(first);
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).context("standard input")?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn text(lines: &[AccountLine]) -> String {
    if lines.is_empty() {
        return "there are no accounts; everybody on this machine may do everything\n".to_owned();
    }
    lines.iter().fold(String::new(), |mut out, line| {
        let seen = line.last_seen.map_or_else(|| "never".to_owned(), |time| time.to_string());
        let name = printable(&line.name);
        let _ =
            writeln!(out, "{:<20} {:<14} {:<7} last seen {seen}  {name}", line.login, line.role, line.state);
        out
    })
}
