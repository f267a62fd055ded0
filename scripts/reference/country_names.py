"""Writes country_names.csv: the countries of countries.csv in the product's other languages, from CLDR."""

from babel import Locale

from common import read_table, write_table

LANGUAGES = ["fr", "es", "ar"]

# CLDR's long forms speak of administrative regions; its short ones (alt="short") are not in babel's data.
SHORT = {
    "HK": ("Hong Kong", "Hong Kong", "هونغ كونغ"),
    "MO": ("Macao", "Macao", "ماكاو"),
    "PS": ("Palestine", "Palestina", "فلسطين"),
}
# Codes of customs that CLDR does not have; the English name stands in countries.py.
OURS = {"XI": ("Irlande du Nord (douane)", "Irlanda del Norte (aduanas)", "أيرلندا الشمالية (الجمارك)")}


def main():
    territories = [Locale(language).territories for language in LANGUAGES]
    rows = []
    for country in read_table("countries.csv"):
        code = country["code"]
        names = SHORT.get(code) or OURS.get(code) or [names[code] for names in territories]
        assert not any("," in name or '"' in name for name in names), f"{code}: {names} would need quoting"
        rows.append([code, *names])
    write_table("country_names.csv", ["code", *LANGUAGES], rows)


if __name__ == "__main__":
    main()
