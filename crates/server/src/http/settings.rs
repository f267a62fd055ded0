//! Settings of the administration, as the TOML they are.

use super::caller::Caller;
use super::extract::{Body, IfMatch, Tagged};
use super::limits::BODY_BYTES_MAX;
use super::openid_connect::check_secret_file;
use super::problem::{Answer, Code, Failure, ProblemItem};
use super::{App, Shared, secret, serve};
use crate::settings::{SETTING, SETTINGS_FILE, Settings, SettingsFault, SettingsSource, kept};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use std::sync::PoisonError;
use utoipa::ToSchema;

/// The settings and where they come from.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SettingsDocument {
    /// TOML as it was written; empty for the defaults.
    text: String,
    /// `defaults`, `database` or `file`.
    from: SettingsSource,
    /// Whether they can be changed here; a file in the data folder wins and is changed there.
    editable: bool,
    /// The whole TOML with every default.
    effective: String,
    /// For `If-Match`.
    version: String,
    /// Whether what is kept differs from what the server runs with, as after a change of the file: it must be started
    /// again.
    restart_needed: bool,
    /// Whether taking these over begins a new assessment: scores, lists or deadlines depend on what differs.
    assesses: bool,
}

/// Settings to keep.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SettingsText {
    /// TOML; what it leaves out keeps its default.
    text: String,
}

async fn document(app: &App) -> Answer<SettingsDocument> {
    let (text, from) = kept(&app.folder, &app.store).await?;
    let settings = Settings::from_text(&text).unwrap_or_default();
    describe(app, text, from, &settings)
}

fn describe(app: &App, text: String, from: SettingsSource, settings: &Settings) -> Answer<SettingsDocument> {
    let effective = settings.to_text().map_err(Failure::internal)?;
    let running = app.live.settings().to_text().map_err(Failure::internal)?;
    Ok(SettingsDocument {
        version: version(&text),
        editable: from != SettingsSource::File,
        restart_needed: running != effective,
        assesses: !app.live.settings().judges_as(settings)?,
        effective,
        text,
        from,
    })
}

fn version(text: &str) -> String {
    secret::sha256_hex(text.as_bytes()).chars().take(16).collect()
}

/// The settings
#[utoipa::path(get, path = "/settings", tag = "administration", responses((status = 200, body = SettingsDocument)))]
pub(super) async fn show(State(app): Shared) -> Answer<Tagged<SettingsDocument>> {
    let document = document(&app).await?;
    Ok(Tagged(document.version.clone(), document))
}

/// Change the settings
///
/// They apply at once. Where scores, lists or deadlines depend on what changed, a new assessment begins.
#[utoipa::path(put, path = "/settings", tag = "administration", request_body = SettingsText,
    params(("If-Match" = String, Header)), responses((status = 200, body = SettingsDocument)))]
pub(super) async fn change(
    State(app): Shared,
    caller: Caller,
    seen: IfMatch,
    Body(asked): Body<SettingsText>,
) -> Answer<Tagged<SettingsDocument>> {
    let _changing = app.changing_settings.lock().await;
    let (text, from) = kept(&app.folder, &app.store).await?;
    if from == SettingsSource::File {
        let detail = format!(
            "{SETTINGS_FILE} in the data folder applies; change that file and start the server again"
        );
        return Err(Failure::new(Code::Conflict, detail));
    }
    if seen.0 != version(&text) {
        return Err(super::extract::stale());
    }
    if asked.text.len() > BODY_BYTES_MAX {
        return Err(Failure::new(Code::TooLarge, "settings are shorter than this"));
    }
    let settings = read(&asked.text, SettingsSource::Database)?.with_places(&app.folder)?;
    // What would not be started with must not be run with either: nobody could sign in to change it back.
    serve::check(&app.store, &settings, &app.options)
        .await
        .map_err(|error| Failure::new(Code::Conflict, error.to_string()))?;
    let before = app.store.setting_get(SETTING).await?;
    app.store.setting_swap(&caller.act(), SETTING, before.as_deref(), &asked.text).await?;
    let assesses = put_in_force(&app, settings).await?;
    let document = SettingsDocument { assesses, ..document(&app).await? };
    Ok(Tagged(document.version.clone(), document))
}

/// Lets settings that were kept apply; whether a new assessment was begun for them.
async fn put_in_force(app: &App, settings: Settings) -> Answer<bool> {
    let provider = serve::provider(&app.store, &app.folder, &settings).await?;
    *app.provider.write().unwrap_or_else(PoisonError::into_inner) = provider;
    app.note_accounts(None);
    let assesses = !app.live.settings().judges_as(&settings)? && app.live.snapshot().is_some();
    app.live.set_settings(settings);
    if assesses {
        // After the one under way, if there is one: that one may have begun with the settings before.
        app.live.messages_arrived();
    }
    Ok(assesses)
}

/// What a change would come to
///
/// Nothing is kept.
#[utoipa::path(post, path = "/settings/check", tag = "administration", request_body = SettingsText,
    responses((status = 200, body = SettingsDocument)))]
pub(super) async fn check(
    State(app): Shared,
    Body(asked): Body<SettingsText>,
) -> Answer<axum::Json<SettingsDocument>> {
    let (_, from) = kept(&app.folder, &app.store).await?;
    let settings = read(&asked.text, from)?;
    describe(&app, asked.text, from, &settings).map(axum::Json)
}

/// Settings that can be kept where these come from.
fn read(text: &str, from: SettingsSource) -> Answer<Settings> {
    let settings = Settings::from_text(text).map_err(fault)?;
    let file = settings.openid_connect.as_ref().and_then(|set| set.client_secret_file.as_deref());
    if let Some(file) = file
        && let Err(said) = check_secret_file(file, from)
    {
        let before = text.split("client_secret_file").next().unwrap_or_default();
        return Err(fault(SettingsFault { line: before.matches('\n').count() + 1, text: said }));
    }
    if let Err(said) = settings.doors.check_source(from) {
        let before = text.split("[doors").next().unwrap_or_default();
        return Err(fault(SettingsFault { line: before.matches('\n').count() + 1, text: said.text }));
    }
    Ok(settings)
}

fn fault(fault: SettingsFault) -> Failure {
    let item = ProblemItem::new(format!("line:{}", fault.line), "bad_value", &[("found", &fault.text)]);
    Failure::new(Code::InvalidRequest, format!("line {}: {}", fault.line, fault.text)).with(item)
}
