"""EDIFACT to records on one core, beside npm edifact and pydifact reading the same file in the same run."""

import os
import re
from pathlib import Path

import measure

RUNS = int(os.environ.get("RUNS", 3))
MEGABYTES = int(os.environ.get("MEGABYTES", 200))
# The slower peers get the front of the file: whole interchanges of about this size.
PEER_MEGABYTES = int(os.environ.get("PEER_MEGABYTES", 20))

# Events of segments, elements and components, without records: what its reader does at least.
NODE = """
const { readFileSync } = require('fs');
const { Parser } = require(process.env.PEERS + '/node_modules/edifact');
const text = readFileSync(process.argv[2], 'latin1');
let segments = 0, components = 0;
const began = process.cpuUsage();
// It takes one interchange at a time.
for (const interchange of text.split("UNA:+.?*'\\n").slice(1)) {
  const parser = new Parser();
  parser.on('opensegment', () => { segments += 1; });
  parser.on('component', () => { components += 1; });
  parser.write(interchange.trimEnd());
  parser.end();
}
const used = process.cpuUsage(began);
const seconds = (used.user + used.system) / 1e6;
console.log(`${(text.length / 1e6 / seconds).toFixed(1)} MB/s, ${segments} segments, ${components} components`);
"""

PYDIFACT = """
import sys, time, warnings
warnings.simplefilter("ignore")
from pydifact.parser import Parser
text = open(sys.argv[1], encoding="latin-1").read()
began, count = time.process_time(), 0
for interchange in text.split("UNA:+.?*'")[1:]:
    for segment in Parser().parse("UNA:+.? '" + interchange):
        count += 1
seconds = time.process_time() - began
print(f"{len(text) / 1e6 / seconds:.1f} MB/s, {count} segments")
"""


def rate(used):
    return float(re.search(r"([\d.]+) MB/s", used.output).group(1))


def front(path, megabytes):
    """Whole interchanges from the front of a file."""
    with path.open("rb") as file:
        head = file.read(megabytes * 1_000_000)
    cut = head.rfind(b"UNA:")
    short = path.with_suffix(".front.edi")
    short.write_bytes(head if path.stat().st_size <= len(head) or cut <= 0 else head[:cut])
    return short


def compare(path):
    ours = [measure.run(measure.EXAMPLES / "edifact_speed", "read", path) for _ in range(RUNS)]
    middle = sorted(map(rate, ours))[RUNS // 2]
    print(f"{path.name}: {path.stat().st_size / 1e6:.0f} MB; {ours[0].output.splitlines()[0]}")
    print(f"  to records       {middle:6.0f} MB/s of CPU time {[rate(used) for used in ours]}, "
          f"at most {max(used.peak_megabytes for used in ours):.0f} MB of memory")
    short = front(path, PEER_MEGABYTES)
    node = measure.run("node", script(path.parent), short)
    print(f"  npm edifact      {rate(node):6.1f} MB/s of CPU time, {node.output.strip()} ({short.stat().st_size / 1e6:.0f} MB)")
    tiny = front(path, max(1, PEER_MEGABYTES // 10))
    peer = measure.python(PYDIFACT, tiny)
    print(f"  pydifact         {rate(peer):6.1f} MB/s of CPU time, {peer.output.strip()} ({tiny.stat().st_size / 1e6:.0f} MB)")


def script(folder):
    path = folder / "peer.js"
    path.write_text(NODE)
    return path


def main():
    with measure.folder() as folder:
        measure.run(measure.EXAMPLES / "edifact_speed", "make", folder, MEGABYTES)
        for name in ("codeco.edi", "cuscar.edi"):
            compare(Path(folder) / name)


main()
