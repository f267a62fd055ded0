//! A throw-away PostgreSQL: its own cluster in a temporary folder, on a free port of this machine only.

use std::net::TcpListener;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Stopped and removed when dropped.
pub(crate) struct Postgres {
    server: Child,
    port: u16,
    _folder: tempfile::TempDir,
}

impl Postgres {
    /// Starts a server. `None`, after one line of explanation, when PostgreSQL is not installed, unless
    /// `TIDEWAITER_REQUIRE_POSTGRES=1` makes that a failure.
    pub(crate) fn start() -> Option<Postgres> {
        let Some(programs) = programs() else {
            let required = std::env::var_os("TIDEWAITER_REQUIRE_POSTGRES").is_some_and(|value| value == "1");
            assert!(!required, "PostgreSQL is not installed: apt-get install postgresql");
            println!("skipped: PostgreSQL is not installed (apt-get install postgresql)");
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let cluster = folder.path().join("cluster");
        std::fs::create_dir(&cluster).unwrap();
        // PostgreSQL refuses to run as root: another user owns the cluster then.
        let user = (std::fs::metadata(&cluster).unwrap().uid() == 0).then(unprivileged);
        if let Some((user, group)) = &user {
            run(Command::new("chown").arg("-R").arg(format!("{user}:{group}")).arg(folder.path()));
        }
        let command = |name: &str| -> Command {
            let program = programs.join(name);
            match &user {
                Some((user, group)) => {
                    let mut command = Command::new("setpriv");
                    command.args(["--reuid", user, "--regid", group, "--clear-groups"]).arg(program);
                    command
                }
                None => Command::new(program),
            }
        };
        run(command("initdb")
            .args(["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C", "--no-sync", "-D"])
            .arg(&cluster));
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let server = command("postgres")
            .arg("-D")
            .arg(&cluster)
            .args(["-p", &port.to_string(), "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"])
            .args(["-c", "unix_socket_directories="])
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let postgres = Postgres { server, port, _folder: folder };
        postgres.wait();
        Some(postgres)
    }

    /// The address of the database `name`; `postgres` is always there.
    pub(crate) fn url(&self, name: &str) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{name}", self.port)
    }

    fn wait(&self) {
        let end = Instant::now() + Duration::from_secs(60);
        while std::net::TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            assert!(Instant::now() < end, "PostgreSQL did not start within 60 seconds");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // SIGINT is PostgreSQL's fast shutdown: its own children end too.
        let _ = Command::new("kill").args(["-INT", &self.server.id().to_string()]).status();
        let end = Instant::now() + Duration::from_secs(10);
        while Instant::now() < end && !matches!(self.server.try_wait(), Ok(Some(_))) {
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// The folder that holds `initdb` and `postgres`.
fn programs() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    if let Ok(versions) = std::fs::read_dir("/usr/lib/postgresql") {
        folders.extend(versions.flatten().map(|version| version.path().join("bin")));
    }
    let has = |folder: &Path, name: &str| folder.join(name).is_file();
    folders.into_iter().find(|folder| has(folder, "initdb") && has(folder, "postgres"))
}

/// Numbers of a user and group that are not root.
fn unprivileged() -> (String, String) {
    let number = |option: &str, user: &str| -> Option<String> {
        let output = Command::new("id").args([option, user]).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    ["postgres", "nobody"]
        .into_iter()
        .find_map(|user| number("-u", user).zip(number("-g", user)))
        .unwrap_or_else(|| ("65534".to_owned(), "65534".to_owned()))
}

fn run(command: &mut Command) {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}
