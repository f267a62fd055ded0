//! Sign-ins that have begun and not ended: kept in memory, found by the cookie of the browser that began them.

use super::provider::Asked;
use crate::http::limits::{PENDING_MAX, PENDING_TIME_MAX, RETURN_TO_BYTES_MAX};
use openidconnect::url::Url;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// Where people go who came from nowhere.
const HOME: &str = "/queue";

/// A sign-in that has begun.
#[derive(Debug, Clone)]
pub(super) struct Pending {
    pub(super) asked: Asked,
    pub(super) return_to: String,
    begun: Instant,
}

impl Pending {
    pub(super) fn new(asked: Asked, return_to: String) -> Pending {
        Pending { asked, return_to, begun: Instant::now() }
    }
}

/// All of them, by the digest of the cookie's value.
#[derive(Debug, Default)]
pub(crate) struct Pendings(Mutex<HashMap<String, Pending>>);

impl Pendings {
    /// Keeps one. Past the limit the oldest goes: its person begins again.
    pub(super) fn keep(&self, key: String, pending: Pending) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= PENDING_MAX {
            all.retain(|_, one| one.begun.elapsed() < PENDING_TIME_MAX);
        }
        if all.len() >= PENDING_MAX
            && let Some(oldest) = all.iter().min_by_key(|(_, one)| one.begun).map(|(key, _)| key.clone())
        {
            all.remove(&oldest);
        }
        all.insert(key, pending);
    }

    /// Takes one out: it can be ended once.
    pub(super) fn take(&self, key: &str) -> Option<Pending> {
        let taken = self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
        taken.filter(|pending| pending.begun.elapsed() < PENDING_TIME_MAX)
    }
}

/// A path of our own, or the queue: a link from outside must not send people elsewhere after they have signed in.
pub(super) fn own_path(wanted: &str) -> String {
    let home = || HOME.to_owned();
    if wanted.len() > RETURN_TO_BYTES_MAX || !wanted.starts_with('/') {
        return home();
    }
    // Read as a browser reads it: tabs fall out, backslashes are slashes, dots climb.
    let Some(base) = Url::parse("https://console.invalid/").ok() else { return home() };
    let Ok(url) = base.join(wanted) else { return home() };
    let path = &url[openidconnect::url::Position::BeforePath..];
    let is_own = url.origin() == base.origin() && url.username().is_empty() && !path.starts_with("//");
    // The API answers with documents, and the sign-in screen would only lead back to itself.
    if !is_own || url.path().starts_with("/api/") || url.path().starts_with("/sign-in") {
        return home();
    }
    path.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pending() -> Pending {
        let asked = Asked {
            state: "s".to_owned(),
            nonce: "n".to_owned(),
            verifier: "v".to_owned(),
            redirect_uri: "r".to_owned(),
        };
        Pending::new(asked, HOME.to_owned())
    }

    #[test]
    fn nobody_is_sent_elsewhere() {
        for (wanted, given) in [
            ("/case/C1?tab=trips#calls", "/case/C1?tab=trips#calls"),
            ("/queue?filter=reason%3ART-TS", "/queue?filter=reason%3ART-TS"),
            ("/case/ü", "/case/%C3%BC"),
            ("/a/../map", "/map"),
        ] {
            assert_eq!(own_path(wanted), given, "{wanted}");
        }
        for wanted in [
            "",
            "queue",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "/..//evil.example",
            "https://evil.example/",
            "javascript:alert(1)",
            "/\r\n//evil.example",
            "/api/v1/session",
            "/sign-in?problem=x",
        ] {
            assert_eq!(own_path(wanted), HOME, "{wanted:?}");
        }
        assert_eq!(own_path(&format!("/{}", "a".repeat(RETURN_TO_BYTES_MAX))), HOME);
    }

    #[test]
    fn a_sign_in_ends_once_and_their_number_is_bounded() {
        let pendings = Pendings::default();
        pendings.keep("a".to_owned(), pending());
        assert!(pendings.take("a").is_some());
        assert!(pendings.take("a").is_none());
        for number in 0..PENDING_MAX + 2 {
            pendings.keep(number.to_string(), pending());
        }
        assert_eq!(pendings.0.lock().unwrap().len(), PENDING_MAX);
        assert!(pendings.take("0").is_none(), "the oldest went");
        assert!(pendings.take(&(PENDING_MAX + 1).to_string()).is_some());
    }
}
