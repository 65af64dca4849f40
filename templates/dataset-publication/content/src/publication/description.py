"""Reads dataset.yaml and finds what DCAT-AP-NL 3.0 would miss in it."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from publication.vocabularies import (
    ACCESS_RIGHTS,
    CSV_TYPES,
    FREQUENCIES,
    LICENSES,
    THEMES,
    TOOI_PREFIX,
)

Description = Mapping[str, Any]

ROOT = Path(__file__).parents[2]

# What DCAT-AP-NL calls mandatory of a dataset and its publisher, and what the
# addresses are made of.
REQUIRED = (
    "base",
    "title",
    "description",
    "publisher.uri",
    "publisher.name",
    "contact.name",
    "contact.email",
    "accessRights",
    "theme",
    "license",
)

VOCABULARIES = {
    "accessRights": ACCESS_RIGHTS,
    "theme": THEMES,
    "license": LICENSES,
    "frequency": FREQUENCIES,
}

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
COLUMN_NAME = re.compile(r"[a-z][a-z0-9_]*")


def read_description(path: Path = ROOT / "dataset.yaml") -> Description:
    """The description, as it stands in the file."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _value(description: Description, path: str) -> Any:
    value: Any = description
    for key in path.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def check_description(description: Description) -> list[str]:
    """What is missing or wrong, one sentence each; nothing when it can be published."""
    problems = [f"{path} is missing" for path in REQUIRED if not _value(description, path)]
    for key, terms in VOCABULARIES.items():
        term = description.get(key)
        if term and term not in terms:
            problems.append(f"{key} {term!r} is not one of {', '.join(terms)}")
    base = str(description.get("base", ""))
    if base and not re.fullmatch(r"https://\S+/", base):
        problems.append("base must start with https:// and end with /")
    publisher = str(_value(description, "publisher.uri") or "")
    if publisher and not publisher.startswith(TOOI_PREFIX):
        problems.append(f"publisher.uri must be a TOOI address: {TOOI_PREFIX}…")
    email = str(_value(description, "contact.email") or "")
    if email and not EMAIL.fullmatch(email):
        problems.append("contact.email is no email address")
    distributions = description.get("distributions") or []
    if not distributions:
        problems.append("distributions is empty")
    for distribution in distributions:
        problems += _check_distribution(distribution)
    return problems


def _check_distribution(distribution: Mapping[str, Any]) -> list[str]:
    name = distribution.get("file")
    if not name or not re.fullmatch(r"[a-z0-9][a-z0-9_-]*\.csv", str(name)):
        return [f"file {name!r} is no file name such as voorbeeld.csv"]
    columns = distribution.get("columns") or []
    names = [column.get("name") for column in columns]
    problems = [
        f"{name}: {key} is missing" for key in ("title", "columns") if not distribution.get(key)
    ]
    problems += [
        f"{name}: column {other!r} is twice there"
        for other in sorted(set(names))
        if names.count(other) > 1
    ]
    problems += [
        f"{name}: primaryKey {key!r} is no column"
        for key in distribution.get("primaryKey", [])
        if key not in names
    ]
    for column in columns:
        where = f"{name}: column {column.get('name')!r}"
        if not COLUMN_NAME.fullmatch(str(column.get("name", ""))):
            problems.append(f"{where}: use lower-case letters, digits and _")
        if column.get("type") not in CSV_TYPES:
            problems.append(f"{where}: type is not one of {', '.join(CSV_TYPES)}")
        if not column.get("description"):
            problems.append(f"{where} has no description")
    return problems
