//! The provider: its metadata and keys, the way to it, and the check of what it says about a person.

use crate::error::{Error, Result};
use crate::http::limits::{
    PROVIDER_AGE_MAX, PROVIDER_ANSWER_BYTES_MAX, PROVIDER_FAILURE_KEPT, PROVIDER_SECRET_BYTES_MAX,
    PROVIDER_TIME_MAX,
};
use crate::settings::{OpenIdConnectSettings, SettingsSource, claim};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreGenderClaim, CoreIdToken,
    CoreJwsSigningAlgorithm, CoreProviderMetadata,
};
use openidconnect::{
    AccessToken, AdditionalClaims, AuthType, AuthorizationCode, ClientId, ClientSecret, CsrfToken,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, HttpRequest, HttpResponse, IssuerUrl, Nonce,
    OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, SubjectIdentifier,
    TokenResponse, UserInfoClaims,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::fmt::Display;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use ureq::tls::{Certificate, RootCerts, TlsConfig, TlsProvider};

/// Signatures that only the provider can make. Those by a shared secret and none at all are not among them.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Why nobody was let in.
#[derive(Debug)]
pub(super) enum Fault {
    /// The provider does not answer, or not as one.
    Unavailable(String),
    /// What it said could not be verified.
    Unverified(String),
}

/// What must be remembered until the person comes back.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) state: String,
    pub(super) nonce: String,
    pub(super) verifier: String,
    pub(super) redirect_uri: String,
}

/// Whom the provider vouches for.
#[derive(Debug)]
pub(super) struct Vouched {
    /// `issuer|subject`.
    pub(super) subject: String,
    /// Everything it says about the person, from the id token and the user info.
    pub(super) claims: Map<String, Value>,
}

/// A provider that was set up.
pub(crate) struct Provider {
    pub(super) settings: OpenIdConnectSettings,
    secret: Option<String>,
    agent: ureq::Agent,
    known: Mutex<Option<Known>>,
}

/// What was found out about it last.
#[derive(Clone)]
struct Known {
    at: Instant,
    metadata: std::result::Result<Arc<CoreProviderMetadata>, String>,
}

impl Provider {
    /// Takes the settings and reads the client's secret. Asks nobody: a provider that is down must not keep the server
    /// from starting.
    pub(crate) fn new(
        settings: &OpenIdConnectSettings,
        folder: &Path,
        from: SettingsSource,
    ) -> Result<Provider> {
        let secret = settings.client_secret_file.as_deref();
        let secret = secret.map(|file| read_secret(folder, file, from)).transpose()?;
        let crypto = Arc::new(rustls::crypto::ring::default_provider());
        let tls = TlsConfig::builder()
            .provider(TlsProvider::Rustls)
            .root_certs(authorities())
            .unversioned_rustls_crypto_provider(crypto)
            .build();
        // A redirect could send the secret, or our request, to a place that nobody named.
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .https_only(!settings.is_on_this_machine())
            .max_redirects(0)
            .timeout_global(Some(PROVIDER_TIME_MAX))
            .tls_config(tls)
            .build();
        Ok(Provider { settings: settings.clone(), secret, agent: config.into(), known: Mutex::default() })
    }

    /// What stands on the button.
    pub(crate) fn label(&self) -> &str {
        &self.settings.label
    }

    /// Where to send somebody to sign in, and what to remember. Blocks.
    pub(super) fn ask(&self, redirect_uri: &str) -> std::result::Result<(String, Asked), Fault> {
        let client = self.client(&*self.metadata(PROVIDER_AGE_MAX)?, redirect_uri)?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let flow = CoreAuthenticationFlow::AuthorizationCode;
        let scopes = self.settings.scopes.iter().filter(|scope| *scope != "openid");
        let (url, state, nonce) = client
            .authorize_url(flow, CsrfToken::new_random, Nonce::new_random)
            .add_scopes(scopes.map(|scope| Scope::new(scope.clone())))
            .set_pkce_challenge(challenge)
            .url();
        let asked = Asked {
            state: state.into_secret(),
            nonce: nonce.secret().clone(),
            verifier: verifier.into_secret(),
            redirect_uri: redirect_uri.to_owned(),
        };
        Ok((url.into(), asked))
    }

    /// Turns the code that somebody brought back into what the provider vouches for. Blocks.
    pub(super) fn redeem(&self, code: String, asked: &Asked) -> std::result::Result<Vouched, Fault> {
        let metadata = self.metadata(PROVIDER_AGE_MAX)?;
        let client = self.client(&metadata, &asked.redirect_uri)?;
        let request = client.exchange_code(AuthorizationCode::new(code)).map_err(unavailable)?;
        let request = request.set_pkce_verifier(PkceCodeVerifier::new(asked.verifier.clone()));
        let tokens = request.request(&|request| self.send(request)).map_err(unverified)?;
        let id_token = tokens.id_token().ok_or_else(|| unverified("the provider gave no id token"))?;
        let nonce = Nonce::new(asked.nonce.clone());
        let subject = match subject(&client, id_token, &nonce) {
            Ok(subject) => subject,
            // It may have changed its keys since they were read.
            Err(fault) => {
                let fresh = self.metadata(PROVIDER_FAILURE_KEPT)?;
                if Arc::ptr_eq(&fresh, &metadata) {
                    return Err(fault);
                }
                subject(&self.client(&fresh, &asked.redirect_uri)?, id_token, &nonce)?
            }
        };
        let mut claims = payload(&id_token.to_string())?;
        let names = [&self.settings.login_claim, &self.settings.name_claim, &self.settings.role_claim];
        if metadata.userinfo_endpoint().is_some() && names.iter().any(|name| claim(&claims, name).is_none()) {
            let said = self.user_info(&client, tokens.access_token().clone(), &subject)?;
            // What the signed token says counts before what the user info says.
            for (name, value) in said {
                claims.entry(name).or_insert(value);
            }
        }
        Ok(Vouched { subject: format!("{}|{}", self.settings.issuer, subject.as_str()), claims })
    }

    fn user_info(
        &self,
        client: &Client,
        token: AccessToken,
        subject: &SubjectIdentifier,
    ) -> std::result::Result<Map<String, Value>, Fault> {
        let request = client.user_info(token, Some(subject.clone())).map_err(unavailable)?;
        let said: UserInfoClaims<Everything, CoreGenderClaim> =
            request.request(&|request| self.send(request)).map_err(unverified)?;
        match serde_json::to_value(&said).map_err(unverified)? {
            Value::Object(claims) => Ok(claims),
            _ => Err(unverified("the user info is no object")),
        }
    }

    /// The metadata and keys, read again when they are older than this.
    fn metadata(&self, age_max: Duration) -> std::result::Result<Arc<CoreProviderMetadata>, Fault> {
        let lock = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let known = lock().clone();
        if let Some(Known { at, metadata }) = known {
            let kept = if metadata.is_ok() { age_max } else { PROVIDER_FAILURE_KEPT };
            if at.elapsed() < kept {
                return metadata.map_err(Fault::Unavailable);
            }
        }
        let issuer = IssuerUrl::new(self.settings.issuer.clone()).map_err(unavailable)?;
        let metadata = CoreProviderMetadata::discover(&issuer, &|request| self.send(request));
        let metadata = metadata.map(Arc::new).map_err(|error| chain(&error));
        *lock() = Some(Known { at: Instant::now(), metadata: metadata.clone() });
        metadata.map_err(Fault::Unavailable)
    }

    fn client(
        &self,
        metadata: &CoreProviderMetadata,
        redirect_uri: &str,
    ) -> std::result::Result<Client, Fault> {
        let id = ClientId::new(self.settings.client_id.clone());
        let redirect = RedirectUrl::new(redirect_uri.to_owned()).map_err(unavailable)?;
        let client = CoreClient::from_provider_metadata(
            metadata.clone(),
            id,
            self.secret.clone().map(ClientSecret::new),
        );
        let methods = metadata.token_endpoint_auth_methods_supported();
        let has = |method| methods.is_some_and(|methods| methods.contains(&method));
        let in_body =
            has(CoreClientAuthMethod::ClientSecretPost) && !has(CoreClientAuthMethod::ClientSecretBasic);
        let kind = if in_body { AuthType::RequestBody } else { AuthType::BasicAuth };
        Ok(client.set_auth_type(kind).set_redirect_uri(redirect))
    }

    /// One request to the provider, within its time and size.
    fn send(&self, request: HttpRequest) -> std::result::Result<HttpResponse, ureq::Error> {
        let (parts, body) = request.into_parts();
        let mut answered = if parts.method == "GET" {
            self.agent.run(ureq::http::Request::from_parts(parts, ()))?
        } else {
            self.agent.run(ureq::http::Request::from_parts(parts, body))?
        };
        let body = answered.body_mut().with_config().limit(PROVIDER_ANSWER_BYTES_MAX).read_to_vec()?;
        let (parts, _) = answered.into_parts();
        Ok(HttpResponse::from_parts(parts, body))
    }
}

/// The certificate authorities of the system, among which an administration has its own. What cannot be read of them is
/// left out: a provider that relied on it is refused, and the log says so.
fn authorities() -> RootCerts {
    let found = rustls_native_certs::load_native_certs().certs;
    let certificates: Vec<_> = found.iter().map(|one| Certificate::from_der(one).to_owned()).collect();
    RootCerts::new_with_certs(&certificates)
}

/// Every claim under its name.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Everything(Map<String, Value>);

impl AdditionalClaims for Everything {}

/// Checks signature, issuer, audience, nonce and times; gives the subject.
fn subject(
    client: &Client,
    token: &CoreIdToken,
    nonce: &Nonce,
) -> std::result::Result<SubjectIdentifier, Fault> {
    let verifier = client.id_token_verifier().set_allowed_algs(ALGORITHMS);
    let claims = token.claims(&verifier, nonce).map_err(unverified)?;
    Ok(claims.subject().clone())
}

/// The claims of a token whose signature was checked.
fn payload(token: &str) -> std::result::Result<Map<String, Value>, Fault> {
    let part = token.split('.').nth(1).unwrap_or_default();
    let bytes = URL_SAFE_NO_PAD.decode(part.trim_end_matches('=')).map_err(unverified)?;
    serde_json::from_slice(&bytes).map_err(unverified)
}

fn unavailable(error: impl Display) -> Fault {
    Fault::Unavailable(error.to_string())
}

fn unverified(error: impl Display) -> Fault {
    Fault::Unverified(error.to_string())
}

/// An error with what was behind it.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(behind) = source {
        text = format!("{text}: {behind}");
        source = behind.source();
    }
    text
}

/// Settings that were set over the console name a file in the data folder only: who may change settings could read any
/// other file of the server by having it sent to a provider of his own.
pub(crate) fn check_secret_file(file: &str, from: SettingsSource) -> std::result::Result<(), String> {
    let is_name = Path::new(file).file_name().is_some_and(|name| name == file);
    if is_name || from == SettingsSource::File {
        return Ok(());
    }
    Err(format!(
        "openid_connect.client_secret_file is `{file}`; settings kept in the database name a file in the data folder, \
         without a path"
    ))
}

fn read_secret(folder: &Path, file: &str, from: SettingsSource) -> Result<String> {
    check_secret_file(file, from).map_err(Error::Use)?;
    let path = folder.join(file);
    let name = path.display().to_string();
    let text = std::fs::read_to_string(&path).map_err(|source| Error::File { path: name.clone(), source })?;
    let secret = text.trim();
    if secret.is_empty() || secret.len() > PROVIDER_SECRET_BYTES_MAX || secret.contains(char::is_control) {
        return Err(Error::Use(format!(
            "{name}: the client's secret is one line of 1 to {PROVIDER_SECRET_BYTES_MAX} bytes"
        )));
    }
    Ok(secret.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_of_the_console_name_no_file_elsewhere() {
        for file in ["/etc/passwd", "../secret", "a/b", "..", "", "./secret"] {
            assert!(check_secret_file(file, SettingsSource::Database).is_err(), "{file}");
        }
        assert!(check_secret_file("openid-connect.secret", SettingsSource::Database).is_ok());
        assert!(check_secret_file("/run/secrets/openid", SettingsSource::File).is_ok());
    }
}
