"""Writes countries.csv: ISO 3166-1 codes and short names."""

import pycountry

from common import write_table

# Customs messages also carry these, which ISO 3166-1 reserves for its users.
USER_ASSIGNED = [("XK", "XKX", "Kosovo"), ("XI", "XXI", "Northern Ireland (customs)")]


def main():
    rows = [(c.alpha_2, c.alpha_3, getattr(c, "common_name", c.name)) for c in pycountry.countries]
    write_table("countries.csv", ["code", "alpha3", "name"], sorted(rows + USER_ASSIGNED))


if __name__ == "__main__":
    main()
