"""Writes lists and queries to screen: `make.py synthetic SEED OUT` or `make.py un XML SEED even|odd|all OUT`.

OUT.list has lines `entity <tab> kind <tab> name`; OUT.altered, OUT.aliases and OUT.ordinary have lines
`entity or - <tab> kind <tab> name`. OUT.aliases asks for one alias of an entity whose name is not in OUT.without.
"""

import random
import re
import sys
import xml.etree.ElementTree as ElementTree

from names import alter, company, listed_person, person


def synthetic(rng, entities=9000):
    for number in range(entities):
        is_person = rng.random() < 0.72
        name = listed_person(rng) if is_person else company(rng)
        aliases = [alter(rng, name, is_person)[0] for _ in range(rng.choice([0, 0, 1, 2, 3]))]
        yield number, "person" if is_person else "organisation", [name, *aliases]


def united_nations(path):
    """Entities of the UN Security Council's consolidated list (its XML): number, kind, names with the main one first."""
    root = ElementTree.parse(path).getroot()
    for entry in root.iter():
        if entry.tag not in ("INDIVIDUAL", "ENTITY"):
            continue
        parts = [(entry.findtext(f"{place}_NAME") or "").strip() for place in ("FIRST", "SECOND", "THIRD", "FOURTH")]
        names = [" ".join(part for part in parts if part)]
        names.append((entry.findtext("NAME_ORIGINAL_SCRIPT") or "").strip())
        for alias in entry.iter(f"{entry.tag}_ALIAS"):
            names.extend(part.strip() for part in re.split(r"[;\n]", alias.findtext("ALIAS_NAME") or ""))
        names = list(dict.fromkeys(re.sub(r"\s+", " ", name) for name in names if name))
        yield int(entry.findtext("DATAID")), "person" if entry.tag == "INDIVIDUAL" else "organisation", names


def words(name):
    return frozenset(re.findall(r"\w+", name.lower()))


def write(out, rng, entities):
    entities = list(entities)
    listed = {words(name) for _, _, names in entities for name in names}
    with open(f"{out}.list", "w") as file:
        for number, kind, names in entities:
            file.writelines(f"{number}\t{kind}\t{name}\n" for name in names)
    with open(f"{out}.altered", "w") as file:
        for number, kind, names in entities:
            for _ in range(2):
                file.write(f"{number}\t{kind}\t{alter(rng, names[0], kind == 'person')[0]}\n")
    # One alias of each entity that has several names is asked for, and is not listed.
    with open(f"{out}.aliases", "w") as queries, open(f"{out}.without", "w") as file:
        for number, kind, names in entities:
            latin = [name for name in names[1:] if name.isascii() and words(name) != words(names[0])]
            left_out = rng.choice(latin) if latin else None
            if left_out:
                queries.write(f"{number}\t{kind}\t{left_out}\n")
            file.writelines(f"{number}\t{kind}\t{name}\n" for name in names if name != left_out)
    with open(f"{out}.ordinary", "w") as file:
        written = set()
        while len(written) < 10_000:
            is_person = rng.random() < 0.85
            name = person(rng) if is_person else company(rng)
            if words(name) not in listed and words(name) not in written:
                file.write(f"-\t{'person' if is_person else 'organisation'}\t{name}\n")
                written.add(words(name))


def main(arguments):
    if arguments[0] == "synthetic":
        rng = random.Random(int(arguments[1]))
        write(arguments[2], rng, synthetic(rng))
    else:
        _, path, seed, half, out = arguments
        entities = united_nations(path)
        if half != "all":
            entities = (entity for entity in entities if entity[0] % 2 == (half == "odd"))
        write(out, random.Random(int(seed)), entities)


if __name__ == "__main__":
    main(sys.argv[1:])
