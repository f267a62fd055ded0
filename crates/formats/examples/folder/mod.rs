//! What the examples that measure messages share: the files of a folder, and processor time.

use std::path::Path;
use std::time::Instant;

/// Reads all `.xml` files under a folder, in the order of their names.
pub(crate) fn collect(folder: &Path, files: &mut Vec<Vec<u8>>) -> std::io::Result<()> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    paths.sort_by_key(std::fs::DirEntry::path);
    for entry in paths {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "xml") {
            files.push(std::fs::read(path)?);
        }
    }
    Ok(())
}

/// CPU seconds of this process, user and system, where the system tells; else wall-clock seconds.
pub(crate) fn cpu_seconds(start: Instant) -> f64 {
    let Ok(stat) = std::fs::read_to_string("/proc/self/stat") else { return start.elapsed().as_secs_f64() };
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: f64 = fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum();
    ticks / 100.0
}
