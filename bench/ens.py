"""ENS XML to verdicts and to records on one core, beside lxml parsing the same files and reading every element's text.

lxml knows neither the structure nor the rules: it does what any judge must do first."""

import os
import re
from pathlib import Path

import measure

RUNS = int(os.environ.get("RUNS", 5))
PASSES = int(os.environ.get("PASSES", 3))
# Parses and walks: what a reader must do at least. It makes no records, checks no value, keeps no places.
LXML = """
import sys, time
from pathlib import Path
from lxml import etree
files = [path.read_bytes() for path in sorted(Path(sys.argv[1]).rglob("*.xml"))]
parser = etree.XMLParser(resolve_entities=False, no_network=True)
began, texts = time.process_time(), 0
for _ in range(int(sys.argv[2])):
    for content in files:
        for element in etree.fromstring(content, parser).iter():
            texts += bool(element.text and element.text.strip())
seconds = time.process_time() - began
print(f"{sum(map(len, files)) * int(sys.argv[2]) / 1e6 / seconds:.0f} MB/s, {texts} texts")
"""


def rate(used):
    return float(re.search(r"(\d+) MB/s", used.output).group(1))


def compare(name, path):
    files = list(path.rglob("*.xml"))
    total = sum(file.stat().st_size for file in files)
    print(f"{name}: {len(files):,} files, {total / 1e6:.1f} MB, read into memory first; {RUNS} runs in turns")
    passes = max(PASSES, int(30e6 / max(total, 1)))
    ours, theirs, judged = [], [], []
    for _ in range(RUNS):
        judged.append(measure.run(measure.EXAMPLES / "ens_check", path, passes))
        ours.append(rate(measure.run(measure.EXAMPLES / "ens_speed", path, passes)))
        theirs.append(rate(measure.python(LXML, path, passes)))
    middle = lambda values: sorted(values)[len(values) // 2]
    print("  " + judged[0].output.splitlines()[1] + f" in {passes} passes")
    verdicts = [int(re.search(r"([\d]+) messages/s", used.output).group(1)) for used in judged]
    scale = len(files) * 1e6 / max(total, 1)
    print(f"  bytes to verdict     {middle(verdicts):,} messages/s of CPU time  {verdicts}")
    print(f"  lxml, no verdict     {middle(theirs) * scale:,.0f} messages/s of CPU time")
    print(f"  XML to records      {middle(ours):4.0f} MB/s of CPU time  {ours}")
    print(f"  lxml, parse and read {middle(theirs):3.0f} MB/s of CPU time  {theirs}")


def main():
    with measure.folder() as folder:
        world = folder / "world"
        measure.run(measure.BIN, "world", "--out", world, "--containers", 4000, "--days", 120, "--seed", 7)
        compare("a world's ENS", world / "ens")
    shared = Path("..") / "shared" / "data" / "ens"
    if shared.is_dir():
        compare("published ENS examples", shared)
    else:
        print("skipped: ../shared/data is not here")


main()
