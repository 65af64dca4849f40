"""Checks algoritmeregister.yaml against version 1.0 of the publication standard.

The standard: https://github.com/MinBZK/Algoritmeregister-Publicatiestandaard
"""

import re
from collections.abc import Mapping
from typing import Any

REQUIRED = (
    "name",
    "description_short",
    "organization",
    "status",
    "contact_email",
    "publication_category",
    "lang",
)

# Longest text in characters.
MAX_LENGTH = {
    "name": 100,
    "description_short": 400,
    "organization": 100,
    "begin_date": 7,
    "end_date": 7,
    "contact_email": 500,
    "website": 500,
    "url": 500,
    "goal": 2500,
    "proportionality": 2500,
    "human_intervention": 2500,
    "risks": 2500,
    "lawful_basis": 2500,
    "process_index_url": 500,
    "impacttoetsen": 2500,
    "source_data": 2500,
    "methods_and_models": 5000,
    "provider": 200,
    "publiccode": 500,
    "source_id": 100,
    "tags": 2500,
}

PERMITTED = {
    "status": {"In ontwikkeling", "In gebruik", "Buiten gebruik"},
    "publication_category": {
        "Hoog-risico AI-systeem",
        "Impactvolle algoritmes",
        "Overige algoritmes",
    },
    "lang": {"nld"},
    "standard_version": {"1.0"},
}

CATEGORIES = {
    "Organisatie en bedrijfsvoering",
    "Cultuur en recreatie",
    "Economie",
    "Overheidsfinanciën",
    "Wonen",
    "Internationaal",
    "Migratie en integratie",
    "Natuur en milieu",
    "Onderwijs en wetenschap",
    "Openbare orde en veiligheid",
    "Recht",
    "Ruimte en infrastructuur",
    "Sociale zekerheid",
    "Verkeer",
    "Werk",
    "Zorg en gezondheid",
}

# Lists of links, and the keys that each link must have.
LINK_LISTS = {
    "lawful_basis_grouping": ("title", "link"),
    "source_data_grouping": ("title", "link"),
    "impacttoetsen_grouping": ("title",),
}

ADDRESSES = ("website", "url", "process_index_url", "publiccode")

# Kept by the register itself.
GIVEN_BY_THE_REGISTER = ("lars", "publication_dt")

MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
EMAIL_OR_WEBSITE = re.compile(r"https://\S+|[^@\s]+@[^@\s]+\.[^@\s]+")


def check_record(record: Mapping[str, Any]) -> list[str]:
    """What the register would refuse, one sentence each."""
    return [*_check_keys(record), *_check_texts(record), *_check_lists(record)]


def _check_keys(record: Mapping[str, Any]) -> list[str]:
    known = {
        *MAX_LENGTH,
        *PERMITTED,
        *LINK_LISTS,
        "category",
    }
    problems = [f"{key} is missing" for key in REQUIRED if not record.get(key)]
    problems += [
        f"{key} is given by the register" for key in GIVEN_BY_THE_REGISTER if key in record
    ]
    problems += [
        f"{key} is not a field of the register"
        for key in record
        if key not in known and key not in GIVEN_BY_THE_REGISTER
    ]
    return problems


def _check_texts(record: Mapping[str, Any]) -> list[str]:
    problems = []
    for key, longest in MAX_LENGTH.items():
        value = record.get(key, "")
        if not isinstance(value, str):
            problems.append(f"{key} is not a text")
        elif len(value) > longest:
            problems.append(f"{key} is longer than {longest} characters")
    for key, permitted in PERMITTED.items():
        if key in record and record[key] not in permitted:
            problems.append(f"{key} is not one of {', '.join(sorted(permitted))}")
    for key in ("begin_date", "end_date"):
        if record.get(key) and not MONTH.fullmatch(str(record[key])):
            problems.append(f"{key} is not a month such as 2026-01")
    for key in ADDRESSES:
        if record.get(key) and not str(record[key]).startswith("https://"):
            problems.append(f"{key} does not start with https://")
    contact = record.get("contact_email")
    if contact and not EMAIL_OR_WEBSITE.fullmatch(str(contact)):
        problems.append("contact_email is no email address or website")
    return problems


def _check_lists(record: Mapping[str, Any]) -> list[str]:
    problems = [
        f"category {category!r} is not a theme of the register"
        for category in record.get("category", [])
        if category not in CATEGORIES
    ]
    for key, needed in LINK_LISTS.items():
        for position, link in enumerate(record.get(key, []), start=1):
            problems += [
                f"{key}, number {position}, has no {part}" for part in needed if not link.get(part)
            ]
    return problems
