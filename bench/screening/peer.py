"""nomenklatura's logic-v2 on the same lists and queries."""

import itertools

from followthemoney.proxy import EntityProxy
from nomenklatura.matching import get_algorithm

SCHEMAS = {"person": "Person", "organisation": "Organization", "vessel": "Vessel"}


# The library remembers names by the entity's id for as long as the program runs: no id is used twice.
NUMBERS = itertools.count()


class Peer:
    """Compares names with the entities of a list, each with all of its names."""

    def __init__(self, entities):
        self.algorithm = get_algorithm("logic-v2")
        self.config = self.algorithm.default_config()
        self.entities = {str(number): self.entity(kind, names) for number, kind, names in entities}

    @staticmethod
    def entity(kind, names):
        return EntityProxy.from_dict({"id": f"e{next(NUMBERS)}", "schema": SCHEMAS.get(kind, "LegalEntity"), "properties": {"name": names}})

    def score(self, name, kind, number):
        """The score of one entity."""
        return self.algorithm.compare(self.entity(kind, [name]), self.entities[number], self.config).score

    def best(self, name, kind, candidates):
        """The best score among the entities that our own search came near: comparing all would take hours."""
        query = self.entity(kind, [name])
        some = (self.entities[match["id"]] for match in candidates)
        return max((self.algorithm.compare(query, entity, self.config).score for entity in some), default=0.0)
