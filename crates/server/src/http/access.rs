//! Who may do what: one table of every route, denied unless it stands here.

use super::limits::{BODY_BYTES_MAX, BULK_BODY_BYTES_MAX, CALLBACK_BODY_BYTES_MAX, MESSAGE_BODY_BYTES_MAX};
use axum::http::Method;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a person is here for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Works cases.
    Officer,
    /// Looks for patterns, mends messages, measures.
    Analyst,
    /// Works cases and answers for those who do.
    Supervisor,
    /// Runs the installation; decides no case.
    Administrator,
}

/// One thing that a person may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Permission {
    ReadCases,
    WorkCases,
    OverrideLocks,
    ShareFilters,
    SendMessages,
    WorkQuarantine,
    Assess,
    ReadOverview,
    Evaluate,
    ReadAudit,
    ManageAccounts,
    ManageSettings,
}

use Permission::{
    Assess, Evaluate, ManageAccounts, ManageSettings, OverrideLocks, ReadAudit, ReadCases, ReadOverview,
    SendMessages, ShareFilters, WorkCases, WorkQuarantine,
};

impl Permission {
    /// Every permission.
    pub const ALL: &'static [Permission] = &[
        ReadCases,
        WorkCases,
        OverrideLocks,
        ShareFilters,
        SendMessages,
        WorkQuarantine,
        Assess,
        ReadOverview,
        Evaluate,
        ReadAudit,
        ManageAccounts,
        ManageSettings,
    ];

    /// Stable word.
    pub fn word(self) -> String {
        serde_json::to_value(self).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
    }
}

impl Role {
    /// Every role.
    pub const ALL: &'static [Role] = &[Role::Officer, Role::Analyst, Role::Supervisor, Role::Administrator];

    /// Stable word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Role::Officer => "officer",
            Role::Analyst => "analyst",
            Role::Supervisor => "supervisor",
            Role::Administrator => "administrator",
        }
    }

    /// The role of a word.
    pub fn from_word(word: &str) -> Option<Role> {
        Role::ALL.iter().copied().find(|role| role.as_str() == word)
    }

    /// What this role may do.
    pub const fn permissions(self) -> &'static [Permission] {
        match self {
            Role::Officer => &[ReadCases, WorkCases],
            Role::Analyst => {
                &[ReadCases, ShareFilters, SendMessages, WorkQuarantine, Assess, ReadOverview, Evaluate]
            }
            Role::Supervisor => &[
                ReadCases,
                WorkCases,
                OverrideLocks,
                ShareFilters,
                WorkQuarantine,
                Assess,
                ReadOverview,
                Evaluate,
                ReadAudit,
            ],
            Role::Administrator => &[
                ReadCases,
                ManageAccounts,
                ManageSettings,
                ReadAudit,
                WorkQuarantine,
                SendMessages,
                Assess,
                ReadOverview,
                Evaluate,
            ],
        }
    }
}

/// What an API key may be made for.
pub const SCOPES: &[&str] = &["messages:write", "queue:read", "cases:read", "metrics:read", "reference:read"];

/// Stands for query parameters of every name.
pub const ANY: &str = "*";

/// What a route asks of the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Nothing: also from outside.
    Public,
    /// A signed-in person, whatever the role.
    Person,
    /// A person with at least one of these.
    OneOf(&'static [Permission]),
}

/// A route and its rule.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Method; GET stands for HEAD too.
    pub method: Verb,
    /// Path below `/api/v1`, with `{name}` for what varies.
    pub path: &'static str,
    /// Who may.
    pub need: Need,
    /// The scope that lets an API key in; without one no key gets in.
    pub scope: Option<&'static str>,
    /// Query parameters that are known; any other is refused, unless [`ANY`] is among them.
    pub query: &'static [&'static str],
    /// Takes an `Idempotency-Key` and keeps its answer.
    pub once: bool,
    /// An answer without end: no time limit.
    pub stream: bool,
    /// Most bytes of the body.
    pub body_bytes_max: usize,
}

/// The methods in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Verb {
    Get,
    Post,
    Put,
    Delete,
}

impl Verb {
    /// As it stands in a request.
    pub const fn as_str(self) -> &'static str {
        match self {
            Verb::Get => "GET",
            Verb::Post => "POST",
            Verb::Put => "PUT",
            Verb::Delete => "DELETE",
        }
    }

    fn is(self, method: &Method) -> bool {
        self.as_str() == method.as_str() || (self == Verb::Get && method == Method::HEAD)
    }
}

const fn rule(method: Verb, path: &'static str, need: Need) -> Rule {
    Rule {
        method,
        path,
        need,
        scope: None,
        query: &[],
        once: false,
        stream: false,
        body_bytes_max: BODY_BYTES_MAX,
    }
}

const fn get(path: &'static str, need: Need) -> Rule {
    rule(Verb::Get, path, need)
}

const fn post(path: &'static str, need: Need) -> Rule {
    rule(Verb::Post, path, need)
}

const fn put(path: &'static str, need: Need) -> Rule {
    rule(Verb::Put, path, need)
}

const fn delete(path: &'static str, need: Need) -> Rule {
    rule(Verb::Delete, path, need)
}

impl Rule {
    const fn scope(mut self, scope: &'static str) -> Rule {
        self.scope = Some(scope);
        self
    }

    const fn query(mut self, names: &'static [&'static str]) -> Rule {
        self.query = names;
        self
    }

    const fn once(mut self) -> Rule {
        self.once = true;
        self
    }

    const fn stream(mut self) -> Rule {
        self.stream = true;
        self
    }

    const fn body(mut self, bytes: usize) -> Rule {
        self.body_bytes_max = bytes;
        self
    }
}

const READ: Need = Need::OneOf(&[ReadCases]);
const WORK: Need = Need::OneOf(&[WorkCases]);
const SEND: Need = Need::OneOf(&[SendMessages]);
const QUARANTINE: Need = Need::OneOf(&[WorkQuarantine]);
const ACCOUNTS: Need = Need::OneOf(&[ManageAccounts]);
const SETTINGS: Need = Need::OneOf(&[ManageSettings]);
const AUDIT: Need = Need::OneOf(&[ReadAudit]);
const EVALUATE: Need = Need::OneOf(&[Evaluate]);

/// Every route of the API. A route that is not here answers 403 to everybody.
pub const RULES: &[Rule] = &[
    get("/health", Need::Public),
    get("/openapi.json", Need::Public),
    get("/sign-in-options", Need::Public),
    get("/session", Need::Person),
    post("/session", Need::Public),
    delete("/session", Need::Person),
    get("/session/openid-connect", Need::Public).query(&[ANY]),
    // Providers add parameters of their own, which must be ignored (RFC 6749, section 4.1.2).
    get("/session/openid-connect/callback", Need::Public).query(&[ANY]),
    put("/session/password", Need::Person),
    put("/session/preferences", Need::Person),
    get("/queue", READ).scope("queue:read").query(&["filter", "sort", "limit", "after"]),
    get("/queue/filter-keys", READ).scope("queue:read"),
    get("/queue/events", READ).scope("queue:read").stream(),
    post("/queue/take-next", WORK).once(),
    put("/consignments/{id}/lock", WORK),
    delete("/consignments/{id}/lock", WORK),
    get("/filters", READ),
    post("/filters", READ).once(),
    put("/filters/{id}", READ),
    delete("/filters/{id}", READ),
    post("/consignments/{id}/outcomes", WORK).once(),
    post("/outcomes", WORK).once(),
    post("/outcomes/withdraw", WORK).once(),
    get("/consignments/{id}", READ).scope("cases:read"),
    get("/consignments/{id}/evidence", READ).scope("cases:read").query(&["as_of"]),
    get("/consignments/{id}/history", READ).query(&["limit", "after"]),
    get("/consignments/{id}/events", READ).scope("cases:read").stream(),
    get("/trips/{container}", READ).scope("cases:read"),
    get("/containers/{number}/trips", READ).scope("cases:read"),
    get("/areas/{code}", READ).scope("cases:read"),
    get("/areas/{code}/visits", READ).scope("cases:read").query(&[
        "role",
        "from",
        "to",
        "week",
        "there",
        "flagged",
        "doubted",
        "stay",
        "min_hours",
        "max_hours",
        "limit",
        "after",
    ]),
    get("/messages/{file}/{start}/{len}", Need::OneOf(&[ReadCases, WorkQuarantine]))
        .scope("cases:read")
        .query(&["raw"]),
    get("/search", READ).scope("cases:read").query(&["q", "limit"]),
    get("/map", READ).scope("cases:read").query(&["filter"]),
    get("/map/settings", READ),
    get("/overview", Need::OneOf(&[ReadOverview])),
    get("/quarantine", QUARANTINE).query(&["state", "code", "sender", "after", "limit"]),
    get("/quarantine/{id}", QUARANTINE),
    post("/quarantine/{id}/replay", QUARANTINE).once().body(MESSAGE_BODY_BYTES_MAX),
    post("/quarantine/{id}/discard", QUARANTINE).once(),
    post("/quarantine/replay", QUARANTINE).once(),
    post("/messages", SEND).scope("messages:write").query(&["name"]).once().body(MESSAGE_BODY_BYTES_MAX),
    post("/messages/bulk", SEND).scope("messages:write").once().body(BULK_BODY_BYTES_MAX),
    get("/files", Need::OneOf(&[SendMessages, WorkQuarantine]))
        .scope("messages:write")
        .query(&["after", "limit", "sender"]),
    get("/senders", Need::OneOf(&[ReadOverview, WorkQuarantine])),
    get("/senders/{sender}", Need::OneOf(&[ReadOverview, WorkQuarantine])),
    get("/assessments", READ).scope("queue:read").query(&["after", "limit"]),
    post("/assessments", Need::OneOf(&[Assess])).once(),
    get("/assessments/state", READ).scope("queue:read"),
    get("/evaluation", EVALUATE),
    post("/evaluation", EVALUATE).once(),
    get("/reference/places", Need::Person).scope("reference:read").query(&["q", "limit"]),
    get("/reference/countries", Need::Person).scope("reference:read"),
    get("/reference/hs-codes", Need::Person).scope("reference:read").query(&["q", "limit"]),
    get("/reference/indicators", Need::Person).scope("reference:read"),
    get("/reference/findings", Need::Person).scope("reference:read"),
    get("/accounts", ACCOUNTS),
    post("/accounts", ACCOUNTS),
    put("/accounts/{login}", ACCOUNTS),
    put("/accounts/{login}/password", ACCOUNTS),
    get("/api-keys", ACCOUNTS),
    post("/api-keys", ACCOUNTS),
    delete("/api-keys/{id}", ACCOUNTS),
    get("/subscriptions", ACCOUNTS),
    post("/subscriptions", ACCOUNTS),
    put("/subscriptions/{id}", ACCOUNTS),
    post("/subscriptions/{id}/secret", ACCOUNTS),
    delete("/subscriptions/{id}", ACCOUNTS),
    get("/callbacks/dcsa/{subscription}", Need::Public),
    post("/callbacks/dcsa/{subscription}", Need::Public).body(CALLBACK_BODY_BYTES_MAX),
    get("/settings", SETTINGS),
    put("/settings", SETTINGS),
    post("/settings/check", SETTINGS),
    get("/audit", AUDIT).query(&["actor", "action", "object", "from", "to", "after", "limit"]),
    get("/audit/verification", AUDIT),
];

/// The rule of a matched path (with its prefix) and a method.
pub fn rule_of(method: &Method, matched_path: &str) -> Option<&'static Rule> {
    let path = matched_path.strip_prefix(super::PREFIX)?;
    RULES.iter().find(|rule| rule.path == path && rule.method.is(method))
}

/// The methods that a matched path knows, for an `Allow` header.
pub fn methods_of(matched_path: &str) -> Vec<&'static str> {
    let path = matched_path.strip_prefix(super::PREFIX).unwrap_or_default();
    RULES.iter().filter(|rule| rule.path == path).map(|rule| rule.method.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_roles_are_those_of_json() {
        for role in Role::ALL {
            assert_eq!(serde_json::to_value(role).unwrap(), role.as_str());
            assert_eq!(Role::from_word(role.as_str()), Some(*role));
        }
    }

    #[test]
    fn every_permission_is_given_to_some_role_and_no_rule_is_doubled() {
        for permission in Permission::ALL {
            assert!(Role::ALL.iter().any(|role| role.permissions().contains(permission)), "{permission:?}");
        }
        for (at, rule) in RULES.iter().enumerate() {
            let again =
                RULES[at + 1..].iter().any(|other| other.method == rule.method && other.path == rule.path);
            assert!(!again, "{} {}", rule.method.as_str(), rule.path);
            assert!(rule.scope.is_none_or(|scope| SCOPES.contains(&scope)));
        }
    }
}
