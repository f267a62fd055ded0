//! The calls in the book's guide to the API, run as they stand.

use super::{Server, small_world};
use crate::support::{Place, workspace};
use std::process::Command;

const PAGE: &str = "docs/src/guides/api.md";
/// A call takes no more lines than this.
const LINES_MAX: usize = 5;

#[test]
fn every_call_in_the_book_works_as_it_stands() {
    let text = std::fs::read_to_string(workspace().join(PAGE)).unwrap();
    let blocks: Vec<&str> =
        text.split("```bash\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert!(blocks.len() > 20, "the guide has {} calls", blocks.len());
    let place = Place::new();
    let end = small_world(&place);
    let truth = place.path("world-truth");
    let server = Server::start_with(&place, &["--open-time", &end, "--truth", &truth]);
    // One shell for all, so that what one call finds the next can use.
    let mut script = "set -euo pipefail\n".to_owned();
    for block in &blocks {
        assert!(block.lines().count() <= LINES_MAX, "more than {LINES_MAX} lines:\n{block}");
        script.push_str(&format!(
            "echo \"== {}\" >&2\n{block}\n",
            block.lines().next().unwrap().replace(['"', '$', '`', '\\'], "'")
        ));
    }
    let ran = Command::new("bash")
        .args(["-c", &script])
        .current_dir(place.folder.path())
        .env("TIDEWAITER", format!("{}/api/v1", server.address))
        .output()
        .unwrap();
    let (out, err) = (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{out}\n{err}");
}
