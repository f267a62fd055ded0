"""Writes places.csv: ports, depots, rail terminals and airports with the source of each fact.

Sources: U UN/LOCODE 2023-1 (the CSVs of pyunlocode), S the ports of searoute, C corrections.csv, A areas.csv,
N nearness to a container port. See docs/src/reference/tables.md for the rules.
"""

import csv
import json
import math
import unicodedata

import pycountry
from global_land_mask import globe

from common import degrees, distance_km, package_folder, read_table, write_table

DISAGREEMENT_KM = 50.0
TERMINAL_NEAR_KM = 15.0
AIRPORT_NEAR_KM = 40.0
STRAY_KM = 500.0
SEA_RINGS_KM = (0, 2, 5, 10, 20, 30, 50, 80)
LANDLOCKED = set(
    "AD AF AM AT AZ BF BI BO BT BW BY CF CH CZ ET HU KG KZ LA LI LS LU MD MK ML MN MW NE NP PY RS RW SK SM SS SZ TD TJ TM UG UZ VA XK ZM ZW".split()
)
KINDS = {"seaport": "P", "inland_depot": "D", "rail_terminal": "R", "airport": "A", "free_zone": "F", "other": "O"}


def position_of_text(text):
    """`3114N 12129E`, degrees and minutes, as (latitude, longitude); None when it is not that."""
    parts = text.split()
    if len(parts) != 2 or parts[0][-1] not in "NS" or parts[1][-1] not in "EW":
        return None
    values = []
    for part in parts:
        digits = part[:-1]
        if not digits.isdigit() or int(digits[-2:]) > 59:
            return None
        value = int(digits[:-2] or 0) + int(digits[-2:]) / 60
        values.append(-value if part[-1] in "SW" else value)
    return tuple(values) if abs(values[0]) <= 90 and abs(values[1]) <= 180 else None


def read_unlocode():
    """code -> (name, functions, status, position)."""
    entries = {}
    for path in sorted((package_folder("pyunlocode") / "csv").glob("*CodeListPart*.csv")):
        with open(path, encoding="latin-1", newline="") as file:
            for row in csv.reader(file):
                if len(row) < 11 or not row[2]:
                    continue
                code = row[1] + row[2]
                if code in entries and row[0] in "Xx":
                    continue
                entries[code] = (row[4], row[6], row[7], position_of_text(row[10]))
    return entries


def read_searoute():
    """code -> (name, position); the first entry counts where a code stands twice."""
    ports = {}
    with open(package_folder("searoute") / "data" / "ports.geojson", encoding="utf-8") as file:
        for feature in json.load(file)["features"]:
            longitude, latitude = feature["geometry"]["coordinates"]
            ports.setdefault(feature["properties"]["port"], (feature["properties"]["name"], (latitude, longitude)))
    return ports


def plain(text):
    """Lower case letters without accents."""
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text.lower() if c.isalnum() or c == " ")


def same_name(a, b):
    """Whether two names share a word of four letters or are equal without accents."""
    a, b = plain(a), plain(b)
    return a == b or any(len(word) >= 4 and word in b for word in a.split())


def kilometres_to_sea(position):
    """Roughly how far the sea is, by rings on a one-kilometre land mask; 999 when beyond 80 km."""
    latitude, longitude = position
    for ring in SEA_RINGS_KM:
        for step in range(16 if ring else 1):
            angle = 2 * math.pi * step / 16
            lat = max(-89.9, min(89.9, latitude + ring / 111 * math.cos(angle)))
            lon = longitude + ring / 111 * math.sin(angle) / max(0.1, math.cos(math.radians(latitude)))
            if not globe.is_land(lat, max(-179.99, min(179.99, (lon + 180) % 360 - 180))):
                return ring
    return 999


def choose_position(entry, port):
    """(position, source, flag) of what the two sources say."""
    register = entry[3] if entry else None
    if port is None:
        return register, "U" if register else "", ""
    if register is None:
        return port[1], "S", "" if entry is None or same_name(entry[0], port[0]) else "name"
    if distance_km(register, port[1]) <= DISAGREEMENT_KM:
        return port[1], "S", ""
    if not same_name(entry[0], port[0]):
        return register, "U", "far"
    if kilometres_to_sea(port[1]) < kilometres_to_sea(register):
        return port[1], "S", "far"
    return register, "U", "far"


def kind_of(code, entry, port, position):
    """The kind by function codes: 1 port, 2 rail, 4 airport, 6 inland depot."""
    functions = entry[1] if entry else "1"
    landlocked = code[:2] in LANDLOCKED
    # searoute also lists airports whose code ships use, such as CNSHA: the register's functions decide.
    if "1" in functions or (port is not None and "4" not in functions):
        inland = landlocked or (position is not None and kilometres_to_sea(position) > 30)
        return "D" if inland else "P"
    for digit, kind in (("6", "D"), ("4", "A"), ("2", "R")):
        if digit in functions:
            return kind
    return "O"


def wanted(entry):
    """Ports, inland depots, rail terminals, and airports known to the air transport association."""
    functions, status = entry[1], entry[2]
    return bool(set("126") & set(functions)) or ("4" in functions and status == "AI")


def near_area(code, kind, position, anchors):
    """The area of a container port of the same country close by, for terminals and airports."""
    reach = {"P": TERMINAL_NEAR_KM, "D": TERMINAL_NEAR_KM, "A": AIRPORT_NEAR_KM}.get(kind)
    if reach is None or position is None:
        return None
    near = [(distance_km(position, spot), area) for area, spot in anchors.get(code[:2], [])]
    near = [pair for pair in near if pair[0] <= reach]
    return min(near)[1] if near else None


def main():
    unlocode, searoute = read_unlocode(), read_searoute()
    corrections = {row["code"]: row for row in read_table("corrections.csv")}
    areas = {row["location"]: row["area"] for row in read_table("areas.csv")}
    container_ports = {row["code"] for row in read_table("container_ports.csv")}
    zones = {row["code"] for row in read_table("free_zones.csv")}

    by_country = {}
    for code, entry in unlocode.items():
        if entry[3]:
            by_country.setdefault(code[:2], []).append(entry[3])

    codes = {code for code, entry in unlocode.items() if wanted(entry)}
    codes |= set(searoute) | set(corrections) | set(areas) | container_ports | zones
    # searoute still has ports of countries that are no more, such as AN; UN/LOCODE has XZ for the high seas.
    countries = {country.alpha_2 for country in pycountry.countries} | {"XK"}
    codes = {code for code in codes if code[:2] in countries}
    places = {}
    for code in sorted(codes):
        entry, port, fixed = unlocode.get(code), searoute.get(code), corrections.get(code)
        if entry is None and port is None and fixed is None:
            raise SystemExit(f"{code} stands in a hand-made table but in no source; add it to corrections.csv")
        position, position_source, flag = choose_position(entry, port)
        if position_source == "S" and entry is None or flag == "name":
            # Nothing to compare with: drop a position far from everything else in its country.
            if min((distance_km(position, p) for p in by_country.get(code[:2], [])), default=0) > STRAY_KM:
                position, position_source, flag = None, "", "far"
        name, name_source = (entry[0], "U") if entry else (port[0], "S") if port else ("", "")
        kind, kind_source = kind_of(code, entry, port, position), "U" if entry else "S"
        if code in container_ports:
            kind, kind_source = "P", "C"
        if fixed:
            if fixed["name"]:
                name, name_source = fixed["name"], "C"
            if fixed["latitude"]:
                position, position_source = (float(fixed["latitude"]), float(fixed["longitude"])), "C"
            if fixed["kind"]:
                kind, kind_source = KINDS[fixed["kind"]], "C"
        code_source = "U" if entry else "S" if port else "C"
        places[code] = [name, position, kind, flag, code_source + name_source + (position_source or "-") + kind_source]

    anchors = {}
    for code in sorted(container_ports):
        if places[code][1]:
            anchors.setdefault(code[:2], []).append((areas.get(code, code), places[code][1]))
    rows = []
    for code, (name, position, kind, flag, source) in sorted(places.items()):
        area, area_source = areas.get(code), "A"
        if area is None:
            area, area_source = code, "-"
            if code not in container_ports and code not in set(areas.values()) and code not in corrections:
                near = near_area(code, kind, position, anchors)
                if near:
                    area, area_source = near, "N"
        if code in zones and kind not in "P":
            kind = "F"
        latitude, longitude = (degrees(position[0]), degrees(position[1])) if position else ("", "")
        own = "" if area == code else area
        rows.append((code, name, latitude, longitude, own, kind, source + area_source, flag))
    write_table("places.csv", ["code", "name", "latitude", "longitude", "area", "kind", "source", "flag"], rows)


if __name__ == "__main__":
    main()
