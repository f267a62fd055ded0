//! Signing in by OpenID Connect: which provider, and whom its claims make whom here.

use crate::http::access::Role;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::net::IpAddr;

/// What goes before what when a person's claim names several roles.
const STRONGEST_FIRST: [Role; 4] = [Role::Administrator, Role::Supervisor, Role::Analyst, Role::Officer];

/// A provider of OpenID Connect and what its claims mean here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Unchecked")]
pub struct OpenIdConnectSettings {
    /// The provider's address, exactly as it calls itself; https, unless it is on this machine.
    pub issuer: String,
    /// The name under which this server is known there.
    pub client_id: String,
    /// File with the client's secret, in the data folder; a path elsewhere only in the settings file. Without one the
    /// client is a public one and only PKCE protects the code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_secret_file: Option<String>,
    /// What stands on the button.
    pub label: String,
    /// What is asked for; `openid` always is.
    pub scopes: Vec<String>,
    /// Claim that becomes the login.
    pub login_claim: String,
    /// Claim that becomes the name.
    pub name_claim: String,
    /// Claim that names the role: a text or a list of texts. What begins with `/` is a JSON pointer into nested claims.
    pub role_claim: String,
    /// How people reach this server, as in `https://tidewaiter.example`; from the request's host unless given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Which value of that claim makes which role.
    pub roles: BTreeMap<String, Role>,
}

/// The same before it was checked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    issuer: String,
    client_id: String,
    client_secret_file: Option<String>,
    #[serde(default = "label")]
    label: String,
    #[serde(default = "scopes")]
    scopes: Vec<String>,
    #[serde(default = "login_claim")]
    login_claim: String,
    #[serde(default = "name_claim")]
    name_claim: String,
    role_claim: String,
    roles: BTreeMap<String, Role>,
    address: Option<String>,
}

fn label() -> String {
    "OpenID Connect".to_owned()
}

fn scopes() -> Vec<String> {
    ["openid", "profile", "email"].map(str::to_owned).to_vec()
}

fn login_claim() -> String {
    "preferred_username".to_owned()
}

fn name_claim() -> String {
    "name".to_owned()
}

impl TryFrom<Unchecked> for OpenIdConnectSettings {
    type Error = String;

    fn try_from(found: Unchecked) -> Result<OpenIdConnectSettings, String> {
        let Unchecked { issuer, client_id, client_secret_file, label, scopes, .. } = found;
        check_address("issuer", &issuer)?;
        if let Some(address) = &found.address {
            check_address("address", address)?;
        }
        let texts = [("client_id", &client_id), ("label", &label), ("role_claim", &found.role_claim)];
        if let Some((name, _)) = texts.iter().find(|(_, text)| text.trim().is_empty()) {
            return Err(format!("openid_connect.{name} is empty; write what the provider says"));
        }
        if found.roles.is_empty() {
            return Err(
                "openid_connect.roles is empty, so nobody could sign in; name for each role the value of \
                        role_claim that gives it"
                    .to_owned(),
            );
        }
        Ok(OpenIdConnectSettings {
            issuer,
            client_id,
            client_secret_file,
            label,
            scopes,
            login_claim: found.login_claim,
            name_claim: found.name_claim,
            role_claim: found.role_claim,
            roles: found.roles,
            address: found.address,
        })
    }
}

/// A secret must not travel in the clear: https, or a provider on this very machine.
fn check_address(name: &str, address: &str) -> Result<(), String> {
    if address.starts_with("https://") || is_on_this_machine(address) {
        return Ok(());
    }
    Err(format!(
        "openid_connect.{name} is `{address}`; it must begin with https://, unless it is on this machine"
    ))
}

/// Whether an address is a plain http one on loopback.
fn is_on_this_machine(address: &str) -> bool {
    let Some(rest) = address.strip_prefix("http://") else { return false };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = match authority.strip_prefix('[') {
        Some(bracketed) => bracketed.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    // What stands before an @ is no host.
    !authority.contains('@')
        && (host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback()))
}

impl OpenIdConnectSettings {
    /// Whether somebody can become this by signing in.
    pub fn can_give(&self, role: Role) -> bool {
        self.roles.values().any(|given| *given == role)
    }

    /// Whether the provider is reached without encryption, on this machine.
    pub fn is_on_this_machine(&self) -> bool {
        is_on_this_machine(&self.issuer)
    }

    /// The role that claims give. Of several the strongest counts: administrator, supervisor, analyst, officer.
    pub fn role_of(&self, claims: &Map<String, Value>) -> Option<Role> {
        let values: Vec<&str> = match claim(claims, &self.role_claim)? {
            Value::String(one) => vec![one],
            Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
            _ => return None,
        };
        let given: Vec<Role> = values.iter().filter_map(|value| self.roles.get(*value).copied()).collect();
        STRONGEST_FIRST.into_iter().find(|role| given.contains(role))
    }
}

/// A claim by its name, or by a JSON pointer when that begins with `/`.
pub fn claim<'a>(claims: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    let Some(path) = name.strip_prefix('/') else { return claims.get(name) };
    let (first, rest) = path.split_once('/').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let found = claims.get(&first.replace("~1", "/").replace("~0", "~"))?;
    match rest {
        Some(rest) => found.pointer(&format!("/{rest}")),
        None => Some(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;
    use serde_json::json;

    const TEXT: &str = r#"
        [openid_connect]
        issuer = "https://login.example"
        client_id = "tidewaiter"
        role_claim = "groups"
        [openid_connect.roles]
        "customs/officers" = "officer"
        analysts = "analyst"
        heads = "supervisor"
        it = "administrator"
    "#;

    fn settings(change: impl Fn(&str) -> String) -> Result<OpenIdConnectSettings, String> {
        let settings = Settings::from_text(&change(TEXT)).map_err(|fault| fault.text)?;
        settings.openid_connect.ok_or_else(|| "no table".to_owned())
    }

    #[test]
    fn claims_become_roles() {
        let flat = settings(str::to_owned).unwrap();
        let nested = settings(|text| text.replace("\"groups\"", "\"/realm_access/roles\"")).unwrap();
        let cases = [
            (json!("customs/officers"), Some(Role::Officer)),
            (json!(["staff", "analysts"]), Some(Role::Analyst)),
            (json!(["customs/officers", "heads"]), Some(Role::Supervisor)),
            (json!(["heads", "it"]), Some(Role::Administrator)),
            (json!(["staff", 7, null]), None),
            (json!([]), None),
            (json!("officer"), None),
            (json!("Heads"), None),
            (json!(" heads"), None),
            (json!("heads,it"), None),
            (json!({ "heads": true }), None),
            (json!(true), None),
            (json!(null), None),
        ];
        for (value, role) in cases {
            let claims = |document: Value| document.as_object().unwrap().clone();
            assert_eq!(flat.role_of(&claims(json!({ "groups": value }))), role, "{value}");
            let deep = claims(json!({ "realm_access": { "roles": value }, "groups": "it" }));
            assert_eq!(nested.role_of(&deep), role, "nested {value}");
        }
        assert_eq!(flat.role_of(&Map::new()), None);
        assert!(flat.can_give(Role::Administrator));
    }

    #[test]
    fn defaults_are_those_of_the_book() {
        let read = settings(str::to_owned).unwrap();
        assert_eq!(read.scopes, ["openid", "profile", "email"]);
        assert_eq!((read.login_claim.as_str(), read.name_claim.as_str()), ("preferred_username", "name"));
        let whole = Settings { openid_connect: Some(read.clone()), ..Settings::default() }.to_text().unwrap();
        assert_eq!(Settings::from_text(&whole).unwrap().openid_connect, Some(read), "{whole}");
    }

    #[test]
    fn what_is_unsafe_or_useless_is_refused() {
        let refused = |from: &str, to: &str| settings(|text| text.replace(from, to)).unwrap_err();
        for issuer in [
            "http://login.example",
            "http://127.0.0.1.evil.example",
            "http://localhost@evil.example",
            "login",
        ] {
            assert!(refused("https://login.example", issuer).contains("https://"), "{issuer}");
        }
        for issuer in ["http://127.0.0.1:3000", "http://localhost:3000/realm", "http://[::1]:1"] {
            let read = settings(|text| text.replace("https://login.example", issuer)).unwrap();
            assert!(read.is_on_this_machine(), "{issuer}");
        }
        assert!(refused("\"officer\"", "\"chief\"").contains("chief"));
        assert!(refused("client_id = \"tidewaiter\"", "client_id = \"\"").contains("client_id"));
        assert!(refused("role_claim", "client_secret = \"x\"\nrole_claim").contains("client_secret"));
        let nobody = TEXT.split("\"customs/officers\"").next().unwrap();
        assert!(Settings::from_text(nobody).unwrap_err().text.contains("roles"));
    }
}
