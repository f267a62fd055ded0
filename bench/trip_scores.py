"""How well rebuilt trips agree with the true ones. Used by trips_quality.py; knows files, not who made them.

A true trip is compared with the rebuilt trip of its container number that overlaps it most; overlap is intersection
over union of the two time spans. A rebuilt trip counts as anomalous when it is so matched by an anomalous true trip.
"""

import csv
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

OVERLAP_MIN = 0.8
TOP_SHARE = 0.02
# Which reason codes say what is wrong with a kind of anomaly.
CODES = {
    "loop": {"RT-LOOP"},
    "needless_transshipment": {"RT-TS", "RT-RARE"},
    "unseen_pair": {"RT-NEWOD", "RT-RARE"},
    "long_dwell": {"TM-DWELL", "DC-GAP"},
    "empty_at_sea": {"EF-CONF"},
    "duplicate_number": {"ID-DUP"},
}
BINS = 10


@dataclass
class Trip:
    container: str
    start: float
    end: float
    load: str
    discharge: str
    itinerary: str
    anomaly: str = ""
    score: float = 0.0
    reasons: frozenset = frozenset()
    # Of a true trip: what became known of it.
    reported: tuple = (None, None, "")
    match: "Trip | None" = None
    overlap: float = 0.0
    # Of a rebuilt trip: whether an anomalous true trip is matched with it.
    is_wrong: bool = False
    is_matched: bool = False


@dataclass
class Quality:
    """Figures of one world; shares are 0 to 1, None where the method says nothing."""

    true_trips: int = 0
    rebuilt_trips: int = 0
    anomalies: int = 0
    shares: dict = field(default_factory=dict)
    kinds: dict = field(default_factory=dict)
    # Of scores in tenths: rebuilt trips, sum of the scores, how many of them are wrong.
    bins: list = field(default_factory=lambda: [[0, 0.0, 0] for _ in range(BINS)])


def seconds(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp() if text else None


def read(path):
    """True or rebuilt trips; what a file does not say stays as it is by default. Trips without both ends are left out."""
    with open(path, newline="") as file:
        return [
            Trip(
                row["container"],
                seconds(row["start"]),
                seconds(row["end"]),
                row["load_area"],
                row["discharge_area"],
                row["itinerary"],
                anomaly=row.get("anomaly", ""),
                score=float(row.get("score") or 0),
                reasons=frozenset(filter(None, row.get("reasons", "").split(";"))),
                reported=(
                    seconds(row.get("first_reported", "")),
                    seconds(row.get("last_reported", "")),
                    row.get("reported_itinerary", ""),
                ),
            )
            for row in csv.DictReader(file)
            if row["start"] and row["end"]
        ]


def overlap(a, b):
    common = min(a.end, b.end) - max(a.start, b.start)
    union = max(a.end, b.end) - min(a.start, b.start)
    return max(common, 0) / union if union > 0 else 0.0


def match(true_trips, rebuilt):
    by_container = defaultdict(list)
    for trip in rebuilt:
        by_container[trip.container].append(trip)
    for trip in true_trips:
        best = max(by_container[trip.container], key=lambda other: overlap(trip, other), default=None)
        trip.overlap = overlap(trip, best) if best else 0.0
        trip.match = best if trip.overlap > 0 else None
        if trip.match:
            trip.match.is_matched = True
            trip.match.is_wrong |= bool(trip.anomaly)


def ceiling(true_trips):
    """What a method could reach that reads everything right: overlap of the reported span, itinerary all reported.
    The second is None where the truth does not say."""
    spans = 0
    for trip in true_trips:
        first, last, _ = trip.reported
        if first is not None and last is not None:
            spans += overlap(trip, Trip(trip.container, first, last, "", "", "")) >= OVERLAP_MIN
    told = any(trip.reported[2] for trip in true_trips)
    itineraries = sum(trip.reported[2] == trip.itinerary for trip in true_trips)
    return spans / len(true_trips), itineraries / len(true_trips) if told else None


def measured(true_trips, rebuilt, has_reasons=True):
    match(true_trips, rebuilt)
    wrong = [trip for trip in true_trips if trip.anomaly]
    honest = [trip for trip in true_trips if not trip.anomaly]
    quality = Quality(len(true_trips), len(rebuilt), len(wrong))

    def share(trips, holds):
        return sum(map(holds, trips)) / len(trips) if trips else None

    found = [trip for trip in true_trips if trip.match]
    matched = lambda holds: sum(map(holds, found)) / len(true_trips)
    ranked = sorted(rebuilt, key=lambda trip: (-trip.score, trip.container, trip.start))
    top = ranked[: round(len(ranked) * TOP_SHARE)]
    top_score = top[-1].score if top else 2.0
    tops = set(map(id, top))
    ranked_true = sorted(
        true_trips, key=lambda trip: (-(trip.match.score if trip.match else 0), trip.container, trip.start)
    )
    quality.shares = {
        "overlap": matched(lambda trip: trip.overlap >= OVERLAP_MIN),
        "ends": matched(
            lambda trip: (trip.load, trip.discharge) == (trip.match.load, trip.match.discharge)
        ),
        "itinerary": matched(lambda trip: trip.itinerary == trip.match.itinerary),
        "precision": share(ranked[: len(wrong)], lambda trip: trip.is_wrong),
        "precision_true": share(ranked_true[: len(wrong)], lambda trip: bool(trip.anomaly)),
        "top": share(wrong, lambda trip: trip.match is not None and id(trip.match) in tops),
        "top_score": top_score,
        "honest": share(honest, lambda trip: trip.match is not None and bool(trip.match.reasons))
        if has_reasons
        else None,
    }
    for kind, codes in CODES.items():
        of_kind = [trip for trip in wrong if trip.anomaly == kind]
        flagged = share(of_kind, lambda trip: trip.match is not None and bool(trip.match.reasons & codes))
        quality.kinds[kind] = flagged if has_reasons else None
    for trip in rebuilt:
        place = quality.bins[min(int(trip.score * BINS), BINS - 1)]
        place[0] += 1
        place[1] += trip.score
        place[2] += trip.is_wrong
    return quality
