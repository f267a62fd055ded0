"""Writes sea_nodes.csv and sea_edges.csv: the sea network of searoute, joined at the antimeridian."""

import json

from common import degrees, distance_km, package_folder, write_table

# Not a container route: ice closes it, and it would shorten Asia to Europe on paper.
LEFT_OUT = {"northwest"}

# The network marks the approaches of a canal too; a port at its mouth would seem to lie behind it. Only segments whose
# middle lies in the canal itself keep its name: south, north, west, east.
CANALS = {"panama": (8.95, 9.36, -79.95, -79.55), "suez": (29.93, 31.26, 32.25, 32.6)}


# Rivers that seagoing or river container ships sail and the network lacks, as (latitude, longitude) from the mouth up.
RIVERS = {
    "Amazon": [(0.3, -49.9), (0.03, -51.05), (-1.5, -52.0), (-2.42, -54.7), (-1.92, -55.52), (-2.63, -56.73), (-3.14, -58.44), (-3.15, -60.02)],
    "Parana": [(-34.5, -58.3), (-32.95, -60.62), (-31.75, -60.5), (-27.47, -58.85), (-25.28, -57.65)],
    "Yangtze": [(31.4, 121.6), (31.98, 120.3), (32.25, 119.4), (32.1, 118.75), (30.9, 117.7), (29.75, 116.0), (30.55, 114.3), (29.4, 113.1), (30.3, 112.2), (30.7, 111.3), (30.8, 108.4), (29.57, 106.6)],
}


def normal(point):
    """(latitude, longitude) with the longitude in [-180, 180), so that both sides of the antimeridian meet."""
    longitude, latitude = point[0], point[1]
    longitude = round((longitude + 180.0) % 360.0 - 180.0, 4)
    return (round(latitude, 4) + 0.0, -180.0 if longitude >= 180.0 else longitude + 0.0)


def read_segments():
    """(from, to) -> passage and its feature number, of every segment kept; both ends normalised."""
    with open(package_folder("searoute") / "data" / "marnet_searoute.geojson", encoding="utf-8") as file:
        features = json.load(file)["features"]
    segments = {}
    for number, feature in enumerate(features):
        passage = feature["properties"].get("passage") or ""
        if passage in LEFT_OUT:
            continue
        geometry = feature["geometry"]
        lines = [geometry["coordinates"]] if geometry["type"] == "LineString" else geometry["coordinates"]
        for line in lines:
            points = [normal(point) for point in line]
            for a, b in zip(points, points[1:]):
                if a != b:
                    named = passage and in_canal(passage, a, b)
                    segments[min(a, b), max(a, b)] = (passage, number + 1) if named else ("", 0)
    return segments


def in_canal(passage, a, b):
    """Whether the middle of a segment lies in the canal it is named after; true of passages that are no canal."""
    if passage not in CANALS:
        return True
    south, north, west, east = CANALS[passage]
    latitude, longitude = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    return south <= latitude <= north and west <= longitude <= east


def main_component(segments):
    """The segments of the largest connected part."""
    neighbours = {}
    for a, b in segments:
        neighbours.setdefault(a, []).append(b)
        neighbours.setdefault(b, []).append(a)
    seen, largest = set(), set()
    for start in neighbours:
        if start in seen:
            continue
        part, stack = {start}, [start]
        while stack:
            for node in neighbours[stack.pop()]:
                if node not in part:
                    part.add(node)
                    stack.append(node)
        seen |= part
        largest = max(largest, part, key=len)
    return {ends: kind for ends, kind in segments.items() if ends[0] in largest}


def with_rivers(segments):
    """The segments with each river joined to the nearest node of the network at its mouth."""
    nodes = sorted({node for ends in segments for node in ends})
    for course in RIVERS.values():
        mouth = min(nodes, key=lambda node: distance_km(node, course[0]))
        for a, b in zip([mouth, *course], course):
            segments[min(a, b), max(a, b)] = ("", 0)
    return segments


def write(segments):
    nodes = sorted({node for ends in segments for node in ends})
    number = {node: index for index, node in enumerate(nodes)}
    write_table("sea_nodes.csv", ["latitude", "longitude"], [(degrees(a), degrees(b)) for a, b in nodes])
    features = sorted({feature for _, feature in segments.values() if feature})
    passage_number = {feature: index + 1 for index, feature in enumerate(features)}
    edges = sorted(
        (number[a], number[b], passage, passage_number.get(feature, ""))
        for (a, b), (passage, feature) in segments.items()
    )
    write_table("sea_edges.csv", ["from", "to", "passage", "part"], edges)


def main():
    write(with_rivers(main_component(read_segments())))


if __name__ == "__main__":
    main()
