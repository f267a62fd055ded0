//! Passwords of local accounts: Argon2id, checked away from the threads that answer requests.

use super::limits::{PASSWORD_BYTES_MAX, PASSWORD_CHARS_MIN, PASSWORD_CHECKS_MAX};
use super::problem::{Answer, Code, Failure, ProblemItem};
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use std::sync::{Arc, OnceLock};
use tokio::sync::Semaphore;

/// Hashes and checks passwords, a few at once: each takes memory and a core on purpose.
#[derive(Debug, Clone)]
pub struct Passwords {
    slots: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Passwords {
        Passwords { slots: Arc::new(Semaphore::new(PASSWORD_CHECKS_MAX)) }
    }
}

impl Passwords {
    /// The hash to keep, in PHC form. `pointer` names the field in an answer about a password that is too short.
    ///
    /// # Errors
    /// `invalid_request` for a password outside the limits.
    pub async fn hash(&self, password: &str, pointer: &str) -> Answer<String> {
        check(password, pointer)?;
        let password = password.to_owned();
        self.aside(move || {
            let hashed = Argon2::default().hash_password(password.as_bytes());
            hashed.map(|hash| hash.to_string()).map_err(|error| Failure::internal(format!("argon2: {error}")))
        })
        .await?
    }

    /// Whether the password belongs to the hash. Without a hash the same work is done, so that nobody learns from
    /// the time taken which logins exist.
    ///
    /// # Errors
    /// `internal` when the check itself fails.
    pub async fn verify(&self, password: &str, hash: Option<String>) -> Answer<bool> {
        if password.len() > PASSWORD_BYTES_MAX {
            return Ok(false);
        }
        let password = password.to_owned();
        self.aside(move || {
            let known = hash.is_some();
            let hash = hash.unwrap_or_else(|| nobodys_hash().to_owned());
            let Ok(parsed) = PasswordHash::new(&hash) else { return false };
            let fits = Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok();
            fits && known
        })
        .await
    }

    async fn aside<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Answer<T> {
        let slot = self.slots.clone().acquire_owned().await.map_err(Failure::internal)?;
        let done = tokio::task::spawn_blocking(move || {
            let result = work();
            drop(slot);
            result
        });
        done.await.map_err(Failure::internal)
    }
}

fn check(password: &str, pointer: &str) -> Answer<()> {
    let wrong = |code: &str, detail: String| {
        let item = ProblemItem::new(pointer, code, &[("minimum", &PASSWORD_CHARS_MIN.to_string())]);
        Failure::new(Code::InvalidRequest, detail).with(item)
    };
    if password.chars().count() < PASSWORD_CHARS_MIN {
        let detail = format!("a password has at least {PASSWORD_CHARS_MIN} characters");
        return Err(wrong("password_too_short", detail));
    }
    if password.len() > PASSWORD_BYTES_MAX {
        let detail = format!("a password has at most {PASSWORD_BYTES_MAX} bytes");
        return Err(wrong("password_too_long", detail));
    }
    Ok(())
}

/// A hash that no password is checked against with success, made once.
fn nobodys_hash() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| {
        let hashed = Argon2::default().hash_password(b"nobody signs in with this");
        hashed.map(|hash| hash.to_string()).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn passwords_are_known_again_and_nothing_else_is() {
        let passwords = Passwords::default();
        let hash = passwords.hash("correct horse battery", "/password").await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(passwords.verify("correct horse battery", Some(hash.clone())).await.unwrap());
        assert!(!passwords.verify("correct horse batterz", Some(hash)).await.unwrap());
        assert!(!passwords.verify("nobody signs in with this", None).await.unwrap());
        assert!(passwords.hash("short", "/password").await.is_err());
    }
}
