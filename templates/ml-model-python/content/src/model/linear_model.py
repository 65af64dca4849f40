"""The model itself: a handful of numbers that anyone can read."""

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from model.data import CATEGORIES, Report

# The district is not among them: it may not decide.
FEATURES = (*(f"categorie={category}" for category in CATEGORIES), "spoed", "werkvoorraad")

# Workload goes in as tens, so that every number has about the same size.
WORKLOAD_UNIT = 10


def to_features(report: Report) -> list[float]:
    """What the model may look at, in the order of FEATURES."""
    return [
        *(float(report.categorie == category) for category in CATEGORIES),
        float(report.spoed),
        report.werkvoorraad / WORKLOAD_UNIT,
    ]


@dataclass(frozen=True)
class LinearModel:
    """Weights of a logistic regression.

    Kept as JSON on purpose: a pickle would run code of whoever made it.
    """

    intercept: float
    weights: dict[str, float]

    def probability(self, report: Report) -> float:
        """The chance, 0 to 1, that the report is dealt with in time."""
        score = self.intercept + sum(
            self.weights[name] * value
            for name, value in zip(FEATURES, to_features(report), strict=True)
        )
        return 1 / (1 + math.exp(-score))

    def predict(self, reports: Sequence[Report]) -> list[int]:
        """1 for in time, 0 for not."""
        return [int(self.probability(report) >= 0.5) for report in reports]

    def explain(self, report: Report) -> dict[str, float]:
        """How much each feature adds to the score; negative counts against."""
        return {
            name: self.weights[name] * value
            for name, value in zip(FEATURES, to_features(report), strict=True)
            if value
        }

    def save(self, path: Path) -> None:
        """Writes the model as JSON."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(self), indent=2) + "\n", encoding="utf-8")

    @staticmethod
    def load(path: Path) -> "LinearModel":
        """Reads what save wrote. Raises ValueError when a weight is missing."""
        saved = json.loads(path.read_text(encoding="utf-8"))
        missing = set(FEATURES) - set(saved["weights"])
        if missing:
            raise ValueError(f"{path} has no weight for {', '.join(sorted(missing))}")
        return LinearModel(float(saved["intercept"]), dict(saved["weights"]))
