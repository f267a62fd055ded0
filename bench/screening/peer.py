"""nomenklatura's logic-v2 on the same lists and queries."""

from followthemoney.proxy import EntityProxy
from nomenklatura.matching import get_algorithm

SCHEMAS = {"person": "Person", "organisation": "Organization", "vessel": "Vessel"}


class Peer:
    """Compares names with the entities of a list, each with all of its names."""

    def __init__(self, entities):
        self.algorithm = get_algorithm("logic-v2")
        self.config = self.algorithm.default_config()
        self.asked = 0
        self.entities = {str(number): self.entity(f"e{number}", kind, names) for number, kind, names in entities}

    @staticmethod
    def entity(name, kind, names):
        return EntityProxy.from_dict({"id": name, "schema": SCHEMAS.get(kind, "LegalEntity"), "properties": {"name": names}})

    def query(self, name, kind):
        # The library remembers names by the entity's id, so each query has its own.
        self.asked += 1
        return self.entity(f"query{self.asked}", kind, [name])

    def score(self, name, kind, number):
        """The score of one entity."""
        return self.algorithm.compare(self.query(name, kind), self.entities[number], self.config).score

    def best(self, name, kind, candidates):
        """The best score among the entities that our own search came near: comparing all would take hours."""
        query = self.query(name, kind)
        some = (self.entities[match["id"]] for match in candidates)
        return max((self.algorithm.compare(query, entity, self.config).score for entity in some), default=0.0)
