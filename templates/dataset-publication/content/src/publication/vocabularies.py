"""Terms that others fixed, and where they did so."""

# https://op.europa.eu/en/web/eu-vocabularies, checked 2026-11
ACCESS_RIGHTS = {
    name: f"http://publications.europa.eu/resource/authority/access-right/{name}"
    for name in ("PUBLIC", "RESTRICTED", "NON_PUBLIC")
}

THEMES = {
    name: f"http://publications.europa.eu/resource/authority/data-theme/{name}"
    for name in (
        "AGRI",
        "ECON",
        "EDUC",
        "ENER",
        "ENVI",
        "GOVE",
        "HEAL",
        "INTR",
        "JUST",
        "REGI",
        "SOCI",
        "TECH",
        "TRAN",
    )
}

FREQUENCIES = {
    name: f"http://publications.europa.eu/resource/authority/frequency/{name}"
    for name in ("DAILY", "WEEKLY", "MONTHLY", "QUARTERLY", "ANNUAL", "IRREG", "UNKNOWN")
}

LANGUAGE_DUTCH = "http://publications.europa.eu/resource/authority/language/NLD"
FORMAT_CSV = "http://publications.europa.eu/resource/authority/file-type/CSV"
MEDIA_TYPE_CSV = "https://www.iana.org/assignments/media-types/text/csv"

LICENSES = {
    "CC0-1.0": "http://creativecommons.org/publicdomain/zero/1.0/deed.nl",
    "CC-BY-4.0": "http://creativecommons.org/licenses/by/4.0/deed.nl",
}

# TOOI, https://standaarden.overheid.nl/tooi
TOOI_PREFIX = "https://identifier.overheid.nl/tooi/id/"

CSV_TYPES = ("string", "integer", "decimal", "boolean", "date")
