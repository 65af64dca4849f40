"""Writes the data dictionary as a page of the documentation."""

from collections.abc import Mapping
from typing import Any

from publication.description import Description

TYPES = {
    "string": "tekst",
    "integer": "geheel getal",
    "decimal": "getal",
    "boolean": "true of false",
    "date": "datum (jjjj-mm-dd)",
}


def build_dictionary(description: Description) -> str:
    """docs/gegevenswoordenboek.md; made from dataset.yaml, not by hand."""
    lines = [
        "# Gegevenswoordenboek",
        "",
        "Deze pagina wordt gemaakt uit `dataset.yaml`, met `python -m publication.build --docs`.",
    ]
    for distribution in description["distributions"]:
        lines += [
            "",
            f"## {_cell(distribution['file'])}",
            "",
            _cell(distribution.get("description", distribution["title"])),
            "",
            "| kolom | soort | verplicht | betekenis |",
            "| --- | --- | --- | --- |",
            *(_row(column) for column in distribution["columns"]),
        ]
    return "\n".join(lines) + "\n"


def _row(column: Mapping[str, Any]) -> str:
    meaning = column["description"]
    if "values" in column:
        meaning += f" Een van: {', '.join(column['values'])}."
    if "minimum" in column:
        meaning += f" Minstens {column['minimum']}."
    if "maximum" in column:
        meaning += f" Hoogstens {column['maximum']}."
    required = "ja" if column.get("required") else "nee"
    return f"| `{column['name']}` | {TYPES[column['type']]} | {required} | {_cell(meaning)} |"


def _cell(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
    return " ".join(escaped.split())
