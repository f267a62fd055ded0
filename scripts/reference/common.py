"""What the table builders share: where tables live, how packages' files are found, distances."""

import csv
import importlib.util
import math
from pathlib import Path

TABLES = Path(__file__).resolve().parents[2] / "crates" / "model" / "tables"
EARTH_RADIUS_KM = 6371.0088


def package_folder(name):
    """The folder of an installed package, without importing it (importing would open its database)."""
    return Path(importlib.util.find_spec(name).origin).parent


def distance_km(a, b):
    """Great-circle distance of two (latitude, longitude) pairs in degrees."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (*a, *b))
    h = (
        math.sin((lat_b - lat_a) / 2) ** 2
        + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(h)))


def read_table(name):
    """Rows of a committed table as dictionaries."""
    with open(TABLES / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_table(name, header, rows):
    """Writes a table with Unix line ends, so that every machine writes the same bytes."""
    with open(TABLES / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def degrees(value):
    """A coordinate with at most four decimals and no trailing zeros."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text
