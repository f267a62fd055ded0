"""nomenklatura's logic-v2 on the same lists and queries: `peer.py LIST QUERIES [ORDINARY_MAX]` compares each query with every
entity of its kind and prints `expected entity or - <tab> best score of it, or of any`."""

import sys

from followthemoney.proxy import EntityProxy
from nomenklatura.matching import get_algorithm

SCHEMAS = {"person": "Person", "organisation": "Organization", "vessel": "Vessel"}


def rows(path):
    with open(path) as file:
        return [line.rstrip("\n").split("\t", 2) for line in file]


def main(list_path, queries_path, ordinary_max=1000):
    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()

    def entity(number, kind, names):
        return EntityProxy.from_dict({"id": f"e{number}", "schema": SCHEMAS.get(kind, "LegalEntity"), "properties": {"name": names}})

    names = {}
    for number, kind, name in rows(list_path):
        names.setdefault((number, kind), []).append(name)
    entities = [(number, kind, entity(number, kind, texts)) for (number, kind), texts in names.items()]
    ordinary = 0
    for line, (number, kind, name) in enumerate(rows(queries_path)):
        ordinary += number == "-"
        if number == "-" and ordinary > int(ordinary_max):
            continue
        # The library remembers names by the entity's id, so each query has its own.
        query = entity(f"query{line}", kind, [name])
        among = [other for other in entities if other[1] == kind and number in ("-", other[0])]
        best = max((algorithm.compare(query, other[2], config).score for other in among), default=0.0)
        print(f"{number}\t{best:.4f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
