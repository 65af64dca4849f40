"""The data: what a row is, how it is read, and the made-up example."""

import csv
import math
import random
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

DATA_FILE = Path(__file__).parents[2] / "data" / "meldingen.csv"

CATEGORIES = ("afval", "groen", "verlichting", "wegdek")
DISTRICTS = ("centrum", "noord", "oost", "zuid")


@dataclass(frozen=True)
class Report:
    """One report about public space. No personal data."""

    categorie: str
    spoed: int
    werkvoorraad: int
    stadsdeel: str
    op_tijd: int


def read_reports(path: Path = DATA_FILE) -> list[Report]:
    """Reads a CSV file with one report per line.

    Raises ValueError with the line number when a value cannot be right.
    """
    with path.open(encoding="utf-8", newline="") as file:
        return [_to_report(row, line) for line, row in enumerate(csv.DictReader(file), start=2)]


def _to_report(row: dict[str, str], line: int) -> Report:
    try:
        report = Report(
            categorie=row["categorie"],
            spoed=int(row["spoed"]),
            werkvoorraad=int(row["werkvoorraad"]),
            stadsdeel=row["stadsdeel"],
            op_tijd=int(row["op_tijd"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"line {line}: {error}") from error
    if report.categorie not in CATEGORIES:
        raise ValueError(f"line {line}: unknown categorie {report.categorie!r}")
    if report.stadsdeel not in DISTRICTS:
        raise ValueError(f"line {line}: unknown stadsdeel {report.stadsdeel!r}")
    if report.spoed not in (0, 1) or report.op_tijd not in (0, 1):
        raise ValueError(f"line {line}: spoed and op_tijd are 0 or 1")
    if report.werkvoorraad < 0:
        raise ValueError(f"line {line}: werkvoorraad is at least 0")
    return report


def make_up_reports(count: int, seed: int = 1) -> list[Report]:
    """Reports that never happened, the same ones for the same seed.

    Only category, urgency and workload decide; the district does not.
    """
    source = random.Random(seed)  # noqa: S311 - an example needs no secrets
    base = {"afval": 2.2, "groen": 0.4, "verlichting": 1.2, "wegdek": -0.6}
    reports = []
    for _ in range(count):
        category = source.choice(CATEGORIES)
        urgent = int(source.random() < 0.2)
        workload = source.randint(0, 40)
        score = base[category] + 1.5 * urgent - 0.12 * (workload - 15)
        in_time = int(source.random() < 1 / (1 + math.exp(-score)))
        reports.append(Report(category, urgent, workload, source.choice(DISTRICTS), in_time))
    return reports


def write_reports(reports: Iterable[Report], path: Path) -> None:
    """Writes reports as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [field.name for field in fields(Report)], lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(report) for report in reports)
