"""Compares a CSV file with the columns that dataset.yaml promises."""

import csv
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

# Nobody reads more of them than this.
MAX_PROBLEMS = 50


def check_table(path: Path, distribution: Mapping[str, Any]) -> list[str]:
    """What does not fit, with the line it stands on; nothing when everything fits."""
    columns = distribution["columns"]
    expected = [column["name"] for column in columns]
    keys: set[tuple[str, ...]] = set()
    problems: list[str] = []
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        rows = 0
        header = next(reader, [])
        if header != expected:
            return [f"{path.name}: the columns are {header}, not {expected}"]
        for row in reader:
            rows += 1
            where = f"{path.name}, line {reader.line_num}"
            if len(row) != len(expected):
                problems.append(f"{where}: {len(row)} values, not {len(expected)}")
                continue
            values = dict(zip(expected, row, strict=True))
            for column in columns:
                problem = check_value(values[column["name"]], column)
                if problem:
                    problems.append(f"{where}: {column['name']}: {problem}")
            key = tuple(values[name] for name in distribution.get("primaryKey", []))
            if key and key in keys:
                problems.append(f"{where}: {', '.join(key)} was there before")
            keys.add(key)
            if len(problems) >= MAX_PROBLEMS:
                return [*problems, "and perhaps more"]
    if rows == 0:
        problems.append(f"{path.name}: there are no rows")
    return problems


def check_value(text: str, column: Mapping[str, Any]) -> str | None:
    """Why a value does not fit its column; nothing when it does."""
    if text == "":
        return "is empty" if column.get("required") else None
    if text != text.strip():
        return f"{text!r} has spaces around it"
    try:
        value = _parse(text, column["type"])
    except (ValueError, InvalidOperation):
        return f"{text!r} is no {column['type']}"
    if "minimum" in column and value < Decimal(str(column["minimum"])):
        return f"{text} is less than {column['minimum']}"
    if "maximum" in column and value > Decimal(str(column["maximum"])):
        return f"{text} is more than {column['maximum']}"
    if "values" in column and text not in column["values"]:
        return f"{text!r} is not one of {', '.join(column['values'])}"
    if "pattern" in column and not re.fullmatch(column["pattern"], text):
        return f"{text!r} does not look like {column['pattern']}"
    return None


def _parse(text: str, kind: str) -> Any:
    if kind == "integer":
        return int(text)
    if kind == "decimal":
        return Decimal(text)
    if kind == "date":
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError(text)
        return date.fromisoformat(text)
    if kind == "boolean" and text not in ("true", "false"):
        raise ValueError(text)
    return text
