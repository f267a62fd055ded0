//! A throw-away mosquitto: on a free port of this machine only, as another user than root.

use std::io::Read;
use std::net::TcpListener;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const PROGRAM: &str = "/usr/sbin/mosquitto";

/// Stopped when dropped. Its folder stays, so that it can be started again with what it held.
pub(super) struct Mosquitto {
    server: Child,
    pub(super) port: u16,
}

/// Whether there is one to test with. If not, says so, unless `TIDEWAITER_REQUIRE_MOSQUITTO=1` makes that a failure.
pub(super) fn is_there() -> bool {
    if Path::new(PROGRAM).exists() {
        return true;
    }
    let required = std::env::var_os("TIDEWAITER_REQUIRE_MOSQUITTO").is_some_and(|value| value == "1");
    assert!(!required, "mosquitto is not installed: apt-get install mosquitto");
    println!("skipped: mosquitto is not installed (apt-get install mosquitto)");
    false
}

pub(super) fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

impl Mosquitto {
    /// Starts one in a folder with further lines of configuration.
    pub(super) fn start(folder: &Path, port: u16, lines: &str) -> Mosquitto {
        std::fs::create_dir_all(folder).unwrap();
        let config = folder.join("mosquitto.conf");
        let kept = folder.display();
        let text = format!(
            "listener {port} 127.0.0.1\npersistence true\npersistence_location {kept}/\nautosave_interval 1\n\
             max_queued_messages 0\nlog_dest stderr\n{lines}\n"
        );
        std::fs::write(&config, text).unwrap();
        let user = (std::fs::metadata(folder).unwrap().uid() == 0).then_some(("65534", "65534"));
        let mut command = match user {
            Some((user, group)) => {
                let owner = format!("{user}:{group}");
                assert!(Command::new("chown").arg("-R").arg(owner).arg(folder).status().unwrap().success());
                let mut command = Command::new("setpriv");
                command.args(["--reuid", user, "--regid", group, "--clear-groups", PROGRAM]);
                command
            }
            None => Command::new(PROGRAM),
        };
        let log = PathBuf::from(format!("{kept}.log"));
        let server =
            command.arg("-c").arg(&config).stderr(std::fs::File::create(&log).unwrap()).stdout(Stdio::null());
        let mut mosquitto = Mosquitto { server: server.spawn().unwrap(), port };
        let begun = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            let mut said = String::new();
            std::fs::File::open(&log).unwrap().read_to_string(&mut said).unwrap();
            assert!(mosquitto.server.try_wait().unwrap().is_none(), "mosquitto ended: {said}");
            assert!(begun.elapsed() < Duration::from_secs(20), "mosquitto does not answer: {said}");
            std::thread::sleep(Duration::from_millis(20));
        }
        mosquitto
    }

    /// Asks it to stop, so that it writes down what it holds.
    pub(super) fn stop(mut self) {
        Command::new("kill").arg(self.server.id().to_string()).status().unwrap();
        self.server.wait().unwrap();
    }
}

impl Drop for Mosquitto {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
