"""Writes the columns as CSVW (https://www.w3.org/TR/tabular-metadata/)."""

from collections.abc import Mapping
from typing import Any

LIMITS = ("minimum", "maximum")


def build_csvw(distribution: Mapping[str, Any]) -> dict[str, Any]:
    """The metadata that goes beside the CSV file."""
    schema: dict[str, Any] = {
        "columns": [_build_column(column) for column in distribution["columns"]],
    }
    if distribution.get("primaryKey"):
        schema["primaryKey"] = distribution["primaryKey"]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "url": distribution["file"],
        "dc:title": distribution["title"],
        "dialect": {"header": True, "encoding": "utf-8"},
        "tableSchema": schema,
    }


def _build_column(column: Mapping[str, Any]) -> dict[str, Any]:
    datatype: dict[str, Any] = {"base": column["type"]}
    datatype |= {limit: column[limit] for limit in LIMITS if limit in column}
    if "pattern" in column:
        datatype["format"] = column["pattern"]
    elif "values" in column:
        # CSVW has no list of values; a pattern says the same
        datatype["format"] = "|".join(column["values"])
    return {
        "name": column["name"],
        "titles": column["name"],
        "dc:title": column.get("title", column["name"]),
        "dc:description": column["description"],
        "required": bool(column.get("required")),
        "datatype": datatype,
    }
