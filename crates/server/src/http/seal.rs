//! Sealing secrets that must be read again: who reads the database reads none of them.
//!
//! The key stands in a file of the data folder that only the server's user may read. A backup of the database alone
//! gives nothing away; one of the data folder is to be kept as the secrets are.

use crate::error::{Error, Result};
use getrandom::fill;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// The file with the key.
const KEY_FILE: &str = "secrets.key";
const KEY_BYTES: usize = 32;

/// Seals and opens.
pub(crate) struct Seal(LessSafeKey);

impl Seal {
    /// With the key of a data folder, which is made where there is none.
    ///
    /// # Errors
    /// What the system said; [`Error::Use`] when the file is none of ours.
    pub(crate) fn of(folder: &Path) -> Result<Seal> {
        let path = folder.join(KEY_FILE);
        let name = path.display().to_string();
        let said = |source| Error::File { path: name.clone(), source };
        let bytes = match fs::read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => make(&path).map_err(said)?,
            read => read.map_err(said)?,
        };
        let wrong =
            |_| Error::Use(format!("{name} is no key of {KEY_BYTES} bytes; restore it from its backup"));
        Ok(Seal(LessSafeKey::new(UnboundKey::new(&CHACHA20_POLY1305, &bytes).map_err(wrong)?)))
    }

    /// Seals a secret of the thing named `of`.
    pub(crate) fn seal(&self, of: &str, secret: &[u8]) -> Result<Vec<u8>> {
        let failed = || Error::Use("a secret could not be sealed".to_owned());
        let mut nonce = [0u8; NONCE_LEN];
        fill(&mut nonce).map_err(|_| failed())?;
        let mut sealed = secret.to_vec();
        let aad = Aad::from(of.as_bytes());
        self.0
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), aad, &mut sealed)
            .map_err(|_| failed())?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// The secret; `None` when it was sealed with another key, for another thing, or was changed since.
    pub(crate) fn open(&self, of: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE_LEN>()?;
        let mut bytes = sealed.to_vec();
        let aad = Aad::from(of.as_bytes());
        let opened = self.0.open_in_place(Nonce::assume_unique_for_key(*nonce), aad, &mut bytes).ok()?;
        Some(opened.to_vec())
    }
}

/// Makes a key. Of two who make one at once the first wins, and both use its key.
fn make(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = [0u8; KEY_BYTES];
    fill(&mut bytes).map_err(|error| io::Error::other(error.to_string()))?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    // Under another name first: nobody reads half a key.
    let mut fresh = path.as_os_str().to_owned();
    fresh.push(format!(".{}", std::process::id()));
    let fresh = Path::new(&fresh);
    let mut file = options.open(fresh)?;
    file.write_all(&bytes)?;
    file.sync_all()?;
    let linked = fs::hard_link(fresh, path);
    fs::remove_file(fresh)?;
    match linked {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => fs::read(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_is_opened_by_the_same_key_for_the_same_thing() {
        let folder = tempfile::tempdir().unwrap();
        let sealed = Seal::of(folder.path()).unwrap().seal("a", b"secret").unwrap();
        assert!(!sealed.windows(6).any(|part| part == b"secret"));
        let again = Seal::of(folder.path()).unwrap();
        assert_eq!(again.open("a", &sealed).as_deref(), Some(&b"secret"[..]));
        assert_eq!(again.open("b", &sealed), None);
        let mut changed = sealed.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert_eq!(again.open("a", &changed), None);
        assert_eq!(again.open("a", b"short"), None);
        let other = tempfile::tempdir().unwrap();
        assert_eq!(Seal::of(other.path()).unwrap().open("a", &sealed), None);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(folder.path().join(KEY_FILE)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        fs::write(folder.path().join(KEY_FILE), "short").unwrap();
        assert!(Seal::of(folder.path()).is_err());
    }
}
