"""A second workload of container trips, made apart from `tidewaiter world`, so that nothing is tuned to one generator.

No schedules, no real ports: regions of invented ports with hubs, carriers with their own hubs, demand by gravity, sea
legs with a speed of their own and gamma-distributed waiting. Places are known only by `areas.csv` (location,area).
Same six anomalies and the same faults of messages as the book's page on synthetic worlds states for each profile, drawn
from other distributions: times are late rather than symmetric, one trip in seven has no stuffing messages, a box under
a borrowed number travels on for months. Same arguments give the same bytes.
"""

import argparse
import sys
from pathlib import Path

import duckdb
import numpy as np

HOUR, DAY = 3600.0, 86400.0
ANOMALY_RATE = 0.015
KINDS = ["loop", "needless_transshipment", "unseen_pair", "long_dwell", "empty_at_sea", "duplicate_number"]
CODES = ["PICK", "STUF", "GTIN", "LOAD", "DEPA", "ARRI", "DISC", "GTOT", "STRP", "DROP", "MOVE", "INSP", "OTHR"]
CODE = {name: number for number, name in enumerate(CODES)}
# The event that is written by mistake, for each code.
MISTAKEN = [CODE[name] for name in "DROP STRP GTOT DISC ARRI DEPA LOAD GTIN STUF PICK GTIN OTHR OTHR".split()]
VESSEL_EVENTS = [CODE[name] for name in ("LOAD", "DEPA", "ARRI", "DISC")]
REGIONS, PORTS, CARRIERS = 7, 63, 8
LETTERS = list("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
LETTER_VALUES = [10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 34, 35, 36, 37, 38]


class Noise:
    def __init__(self, hard):
        self.hard = hard
        self.missing = 0.25 if hard else 0.06
        self.wrong_code, self.depot, self.no_vessel, self.bad_digit = 0.015, 0.015, 0.08, 0.002
        self.no_pick, self.street_turn = (0.10, 0.05) if hard else (0.0, 0.0)
        self.whole_day, self.zone = (0.012, 0.02) if hard else (0.0, 0.0)
        self.estimate_only, self.foretold = (0.03, 0.35) if hard else (0.0, 0.0)
        self.alias = 0.015 if hard else 0.0
        self.late_hours = 3.5 if hard else 2.0


class Trade:
    """Ports, carriers and what is usual."""

    def __init__(self, chance):
        self.chance = chance
        self.region = np.arange(PORTS) % REGIONS
        centres = np.column_stack([np.linspace(0, 18_000, REGIONS), chance.uniform(0, 4_000, REGIONS)])
        self.position = centres[self.region] + chance.normal(0, 900, (PORTS, 2))
        self.size = chance.pareto(1.3, PORTS) + 0.3
        self.zone_hours = np.round((self.position[:, 0] / 18_000) * 20 - 10)
        # Two hubs for each carrier and region; the second where the first does not suit.
        by_region = [np.flatnonzero(self.region == region) for region in range(REGIONS)]
        self.hubs = np.array(
            [[chance.choice(ports, 2, replace=False, p=self.size[ports] / self.size[ports].sum())
              for ports in by_region] for _ in range(CARRIERS)]
        )
        self.legs = {}
        self.waiting = chance.gamma(4.0, 1.0, (3, PORTS)) / 4.0
        self.demand = self.gravity()
        self.usual = {}
        self.codes = self.names()

    def gravity(self):
        """Share of each destination for each carrier and origin; most pairs have none."""
        demand = np.zeros((CARRIERS, PORTS, PORTS))
        market = self.chance.uniform(0, 1, (PORTS, PORTS)) < 0.22
        # Everybody ships to somewhere, and from everywhere.
        market[np.arange(PORTS), (np.arange(PORTS) + 11) % PORTS] = True
        for carrier in range(CARRIERS):
            weight = market * self.size[None, :] * self.chance.gamma(0.8, 1.0, (PORTS, PORTS)) + market * 0.15
            weight[self.region[:, None] == self.region[None, :]] *= 0.3
            np.fill_diagonal(weight, 0)
            demand[carrier] = weight / weight.sum(axis=1, keepdims=True)
        return demand

    def miles(self, a, b):
        return float(np.abs(self.position[a] - self.position[b]).sum()) * 0.6 + 250

    def way(self, carrier, a, b):
        """The usual ways of one carrier for a pair, with their shares."""
        key = (carrier, a, b)
        if key not in self.usual:
            hubs_a, hubs_b = self.hubs[carrier, self.region[a]], self.hubs[carrier, self.region[b]]
            near = self.region[a] == self.region[b]
            big = self.size[a] > 1.5 and self.size[b] > 1.5
            ways = [(a, b)] if near or big else [(a, hubs_a[0], b), (a, hubs_a[0], hubs_b[0], b), (a, hubs_b[0], b)]
            ways += [(a, hubs_b[1], b)] if not near else [(a, hubs_a[0], b)]
            clean = []
            for way in ways:
                way = tuple(int(port) for port in dict.fromkeys(way))
                if way[0] == a and way[-1] == b and len(way) >= 2 and way not in clean:
                    clean.append(way)
            order = self.chance.permutation(len(clean)) if len(clean) > 1 and not big else np.arange(len(clean))
            shares = np.array([0.8, 0.15, 0.04, 0.01][: len(clean)])
            self.usual[key] = ([clean[place] for place in order], shares / shares.sum())
        ways, shares = self.usual[key]
        return ways[self.chance.choice(len(ways), p=shares)]

    def days_at_sea(self, a, b):
        if (a, b) not in self.legs:
            self.legs[a, b] = self.miles(a, b) / self.chance.uniform(330, 420) + 1.0
        return self.legs[a, b] * self.chance.lognormal(0.0, 0.06)

    def names(self):
        """Codes of each port: seaport first, one depot last; and an alias that no file explains."""
        used, codes = set(), []

        def fresh():
            while True:
                code = "".join(self.chance.choice(LETTERS, 2)) + f"{self.chance.integers(1000):03d}"
                if code not in used:
                    used.add(code)
                    return code

        for port in range(PORTS):
            codes.append([fresh() for _ in range(2 + int(self.chance.integers(3)))])
        self.aliases = [fresh() for _ in range(PORTS)]
        return codes


class Box:
    def __init__(self, number, carrier, port, time):
        self.number, self.carrier, self.port, self.time = number, carrier, port, time
        self.no_pick = False
        self.doubled_until = -1.0


class Maker:
    def __init__(self, arguments):
        self.chance = np.random.default_rng([arguments.seed, 20_330_711, arguments.profile == "hard"])
        self.noise = Noise(arguments.profile == "hard")
        self.trade = Trade(self.chance)
        self.end = arguments.days * DAY
        self.numbers = [container_number(number, arguments.seed) for number in range(arguments.containers)]
        # Events as they happened: container, carrier, code, time, port, 1 inland, laden, vessel, number of the trip.
        self.events = []
        self.trips = []
        self.begun = 0

    def run(self):
        chance, trade = self.chance, self.trade
        for number in range(len(self.numbers)):
            carrier = int(chance.integers(CARRIERS))
            port = int(chance.choice(PORTS, p=trade.size / trade.size.sum()))
            box = Box(number, carrier, port, chance.uniform(0, 170) * DAY)
            while self.travel(box, 1):
                pass

    def travel(self, box, physical, can_be_odd=True):
        """One laden trip of a box, and its rest; false when the box's time is over."""
        chance, trade = self.chance, self.trade
        kind = KINDS[chance.integers(6)] if can_be_odd and chance.random() < ANOMALY_RATE else ""
        if kind == "duplicate_number" and chance.random() > 0.3:
            kind = ""
        to = int(chance.choice(PORTS, p=trade.demand[box.carrier, box.port]))
        way, held, empty = list(trade.way(box.carrier, box.port, to)), None, False
        if kind == "loop":
            way = self.looped(way)
        elif kind == "needless_transshipment":
            way = self.detoured(box, way)
        elif kind == "unseen_pair":
            strange = np.flatnonzero((trade.demand[:, box.port].sum(axis=0) == 0) & (trade.region != trade.region[box.port]))
            way = list(trade.way(box.carrier, box.port, int(chance.choice(strange))))
        elif kind == "long_dwell":
            held = (int(chance.integers(1, len(way))) if len(way) > 2 else len(way) - 1, chance.uniform(25, 75) * DAY)
        empty = kind == "empty_at_sea"
        street = chance.random() < self.noise.street_turn
        events, over = self.journey(box, way, held, empty, street)
        trip = self.begun
        if over >= self.end:
            return False
        if kind == "duplicate_number":
            self.double(box, events)
        if not kind and physical == 1 and box.doubled_until > box.time + 3 * DAY:
            kind = "duplicate_number"
        self.events += events
        calls = [trade.codes[port][0] for port in way]
        anomaly = "duplicate_number" if physical == 2 else kind
        self.trips.append(
            (self.numbers[box.number], box.time, over, calls[0], calls[-1], ">".join(calls), anomaly, physical, trip)
        )
        box.port, box.no_pick = way[-1], street or chance.random() < self.noise.no_pick
        box.time = over + (chance.uniform(0.5, 5) if street else 3 + chance.gamma(1.3, 95)) * DAY
        return True

    def looped(self, way):
        a, b = way[0], way[-1]
        other = int(self.chance.choice([port for port in range(PORTS) if port not in way]))
        return [[a, b, a], [a, other, a, b], way[:-1] + [other, way[-2], b] if len(way) > 2 else [a, other, a]][
            self.chance.integers(3)
        ]

    def detoured(self, box, way):
        trade = self.trade
        a, b = way[0], way[-1]
        usual = {port for carrier in range(CARRIERS) for _ in range(3) for port in trade.way(carrier, a, b)}
        direct = trade.miles(a, b)
        odd = [port for port in range(PORTS) if port not in usual and port not in trade.hubs
               and trade.miles(a, port) + trade.miles(port, b) > 1.4 * direct]
        odd = odd or [port for port in range(PORTS) if port not in usual]
        return way[:-1] + [int(self.chance.choice(odd)), b]

    def journey(self, box, way, held, empty, street):
        """Events of one trip in order, and its end."""
        chance, trade, events = self.chance, self.trade, []

        self.begun += 1
        trip = self.begun

        def add(code, time, port, inland, laden, vessel=0):
            events.append((box.number, box.carrier, CODE[code], time, port, inland, laden, vessel, trip))

        time, first, last = box.time, way[0], way[-1]
        detailed = chance.random() < 0.85
        if not box.no_pick:
            add("PICK", time, first, 1, 0)
        time += chance.gamma(3, 0.6) * DAY
        if detailed or box.no_pick:
            add("STUF", time, first, 1, 1)
        time += chance.gamma(2, 0.5) * DAY
        add("GTIN", time, first, 0, 1)
        sea = 0 if empty else 1
        for place, (a, b) in enumerate(zip(way, way[1:])):
            waited = chance.gamma(4, 1.2 if place == 0 else 1.6) * trade.waiting[0 if place == 0 else 1, a]
            if chance.random() < 0.01:
                waited += chance.uniform(4, 11)
            if held and held[0] == place:
                waited += held[1] / DAY
            if place and chance.random() < 0.3:
                add("MOVE", time + 0.4 * waited * DAY, a, 0, sea)
            time += (0.8 + waited) * DAY
            vessel = 1 + int(chance.integers(40)) + 40 * (box.carrier * REGIONS + int(trade.region[b]))
            add("LOAD", time, a, 0, sea, vessel)
            time += chance.uniform(4, 30) * HOUR
            add("DEPA", time, a, 0, sea, vessel)
            time += trade.days_at_sea(a, b) * DAY
            add("ARRI", time, b, 0, sea, vessel)
            time += chance.uniform(3, 26) * HOUR
            add("DISC", time, b, 0, sea, vessel)
        time += (0.5 + chance.gamma(2.5, 1.4) * trade.waiting[2, last]) * DAY
        if held and held[0] == len(way) - 1:
            time += held[1]
        if chance.random() < 0.015:
            add("INSP", time - 6 * HOUR, last, 0, 1)
        add("GTOT", time, last, 0, 1)
        time += chance.gamma(2, 0.6) * DAY
        if detailed or street:
            add("STRP", time, last, 1, 1)
        if not street:
            time += chance.gamma(2, 0.5) * DAY
            add("DROP", time, last, 1, 0)
        return events, time

    def double(self, box, events):
        """Another box under this number, from a far port on, for a trip or some months."""
        trade, chance = self.trade, self.chance
        far = np.flatnonzero(trade.region != trade.region[box.port])
        begins = box.time + chance.uniform(0, 0.6) * (events[-1][3] - box.time)
        second = Box(box.number, box.carrier, int(chance.choice(far)), begins)
        for _ in range(int(chance.integers(1, 4))):
            before = second.time
            if not self.travel(second, 2, can_be_odd=False):
                break
            box.doubled_until = max(box.doubled_until, self.trips[-1][2])
            if second.time - before > 150 * DAY:
                break

    def reports(self):
        """Two to thirteen copies of each event as columns."""
        chance, noise, trade = self.chance, self.noise, self.trade
        numbers = np.array([event[:3] + event[4:] for event in self.events], dtype=np.int64)
        happened = np.array([event[3] for event in self.events])
        container, carrier, code, port, inland, laden, vessel, trip = numbers.T
        ship = np.isin(code, VESSEL_EVENTS)
        told = chance.random(len(code)) >= noise.missing
        only_estimated = ship & (chance.random(len(code)) < noise.estimate_only)
        copies = np.minimum(2 + chance.geometric(0.31, len(code)) - 1, 13) * (told & ~only_estimated)
        # What became known of each trip: no method can know more.
        self.known = np.full((self.begun + 1, 2), [np.inf, -np.inf])
        np.minimum.at(self.known[:, 0], trip[copies > 0], happened[copies > 0])
        np.maximum.at(self.known[:, 1], trip[copies > 0], happened[copies > 0])
        foretold = (ship & (code != CODE["DEPA"]) & (chance.random(len(code)) < noise.foretold)) | only_estimated
        event = np.concatenate([np.repeat(np.arange(len(code)), copies), np.flatnonzero(foretold)])
        estimated = np.arange(len(event)) >= copies.sum()
        count = len(event)
        source = chance.integers(0, 10, count)
        # The first three of ten senders are the carrier, then the port's two, then others; some clocks are wrong.
        clock = chance.normal(0, 0.6, (10, CARRIERS)) * HOUR
        zone_wrong = (chance.random((10, CARRIERS)) < (0.06 if noise.hard else 0)) & (np.arange(10)[:, None] >= 3)
        time = happened[event] + chance.exponential(noise.late_hours, count) * HOUR * np.where(source < 5, 0.5, 1.0)
        time += clock[source, carrier[event]]
        time -= noise.late_hours * 0.5 * HOUR
        in_zone = (chance.random(count) < noise.zone) | zone_wrong[source, carrier[event]]
        time += np.where(in_zone, trade.zone_hours[port[event]] * HOUR, 0)
        days = np.where(chance.random(count) < noise.whole_day, chance.choice([-2, -1, 1, 2], count), 0)
        time += days * DAY
        time = np.where(estimated, happened[event] + chance.normal(0, 18 * HOUR, count), time)
        received = happened[event] + chance.lognormal(0.8, 1.1, count) * HOUR
        received = np.where(estimated, happened[event] - chance.uniform(20, 150, count) * HOUR, received)
        written = np.where(chance.random(count) < noise.wrong_code, np.array(MISTAKEN)[code[event]], code[event])
        if noise.hard:
            written = self.dialects(written, source, carrier[event])
        place = self.places(event, port, inland, source)
        silent = chance.random(count) < noise.no_vessel
        digit = chance.random(count) < noise.bad_digit
        order = np.argsort(received, kind="stable")
        texts = np.array(self.numbers, dtype=object)
        imo = np.array([""] + [imo_number(number) for number in range(40 * CARRIERS * REGIONS)], dtype=object)
        full = np.array(["EMPTY", "LADEN"], dtype=object)[laden[event]]
        full[chance.random(count) < 0.15] = ""
        names = np.array([[f"C{one}" if kind < 3 else f"S{one}{kind}" for one in range(CARRIERS)] for kind in range(10)], dtype=object)
        number = texts[container[event]]
        number[digit] = [text[:10] + str((int(text[10]) + 1 + draw) % 10)
                         for text, draw in zip(number[digit], chance.integers(0, 8, digit.sum()))]
        return {
            "message_id": np.arange(1, count + 1),
            "source": names[source, carrier[event]][order],
            "container": number[order],
            "event": np.array(CODES, dtype=object)[written][order],
            "seconds": np.round(time / 60)[order].astype(np.int64) * 60,
            "location": place[order],
            "full_empty": full[order],
            "vessel_imo": np.where(silent, "", imo[vessel[event]])[order],
            "carrier": np.array([f"C{one}" for one in range(CARRIERS)], dtype=object)[carrier[event]][order],
            "classifier": np.where(estimated, "EST", "ACT").astype(object)[order],
            "received": np.round(received)[order].astype(np.int64),
        }

    def dialects(self, written, source, carrier):
        """Some senders have a word of their own for one event that nobody mapped."""
        for one in range(CARRIERS):
            for kind in (0, 5, 7):
                word = int(self.chance.integers(len(CODES) - 3))
                comes_as = CODE["MOVE"] if self.chance.random() < 0.5 else CODE["OTHR"]
                mine = (carrier == one) & (source == kind) & (written == word)
                written[mine] = comes_as
        return written

    def places(self, event, port, inland, source):
        chance, trade, noise = self.chance, self.trade, self.noise
        width = max(map(len, trade.codes))
        table = np.array([codes + [codes[0]] * (width - len(codes)) for codes in trade.codes], dtype=object)
        last = np.array([len(codes) - 1 for codes in trade.codes])
        where = np.zeros(len(event), dtype=np.int64)
        near = source >= 5
        where = np.where(near & (chance.random(len(event)) < 0.25), chance.integers(0, width, len(event)), where)
        where = np.minimum(where, last[port[event]] - 1)
        depot = chance.random(len(event)) < np.where(inland[event] == 1, 0.35, noise.depot)
        where = np.where(depot, last[port[event]], where)
        place = table[port[event], where]
        unknown = (chance.random(len(event)) < noise.alias * 3) & (source >= 7)
        place[unknown] = np.array(trade.aliases, dtype=object)[port[event][unknown]]
        return place


def container_number(number, seed):
    thousand = number // 1000
    letters = (thousand + seed, thousand * 3 + thousand // 26 + seed, thousand // 676 + seed)
    text = "".join(LETTERS[letter % 26] for letter in letters) + "U" + f"{number % 1000 * 977:06d}"
    total = sum((LETTER_VALUES[ord(sign) - 65] if sign.isalpha() else int(sign)) << place for place, sign in enumerate(text))
    return text + str(total % 11 % 10)


def time_text(seconds):
    return f"{np.datetime64('2022-01-01', 's') + np.timedelta64(int(seconds), 's')}Z"


def imo_number(number):
    head = f"{930_000 + number:06d}"
    return head + str(sum(int(sign) * weight for sign, weight in zip(head, range(7, 1, -1))) % 10)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--truth", type=Path, required=True)
    parser.add_argument("--containers", type=int, default=5000)
    parser.add_argument("--days", type=int, default=1095)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", choices=["easy", "hard"], default="easy")
    arguments = parser.parse_args()
    for folder in (arguments.out, arguments.truth):
        folder.mkdir(parents=True, exist_ok=False)
    maker = Maker(arguments)
    maker.run()
    base = duckdb.connect()
    base.execute("set threads = 1; set timezone = 'UTC'")
    reports = maker.reports()
    time = "strftime(timestamp '2022-01-01' + to_seconds({}), '%Y-%m-%dT%H:%M:%SZ')"
    hidden = "" if arguments.profile == "hard" else ", classifier"
    base.execute(
        f"copy (select * exclude (seconds, received{hidden}), {time.format('seconds')} as event_time, "
        f"{time.format('received')} as received_time from reports order by message_id) "
        f"to '{arguments.out / 'status.csm.csv'}' (header)"
    )
    with open(arguments.truth / "trips.csv", "w") as file:
        names = "container,start,end,load_area,discharge_area,itinerary,anomaly,physical_box"
        file.write(names + ",first_reported,last_reported\n")
        for container, start, end, *rest, trip in sorted(maker.trips):
            known = [time_text(time) if np.isfinite(time) else "" for time in maker.known[trip]]
            file.write(",".join([container, time_text(start), time_text(end), *map(str, rest), *known]) + "\n")
    with open(arguments.truth / "areas.csv", "w") as file:
        file.write("location,area\n")
        file.writelines(f"{code},{codes[0]}\n" for codes in maker.trade.codes for code in codes)
    odd = sum(bool(trip[6]) for trip in maker.trips)
    print(f"{len(reports['message_id']):,} messages, {len(maker.trips):,} trips, {odd:,} anomalous", file=sys.stderr)


main()
