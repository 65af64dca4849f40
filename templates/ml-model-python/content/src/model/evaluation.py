"""How good the model is, and whether it is as good for everyone."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from model.data import Report
from model.linear_model import LinearModel

# The pipeline fails below these. Talk about them with who is affected, and write
# down why they are what they are: docs/modelkaart.md.
MIN_ACCURACY = 0.70
MIN_BETTER_THAN_GUESSING = 0.10
MAX_GAP_BETWEEN_DISTRICTS = 0.15


@dataclass(frozen=True)
class Evaluation:
    """Shares, 0 to 1."""

    accuracy: float
    # always saying what happens most
    baseline: float
    # per district: of what was in time, how much the model also calls in time
    hit_rate: dict[str, float]

    @property
    def gap(self) -> float:
        """Difference between the district that is best off and the one that is worst off."""
        return max(self.hit_rate.values()) - min(self.hit_rate.values())

    def problems(self) -> list[str]:
        """Why this model may not be used; nothing when it may."""
        found = []
        if self.accuracy < MIN_ACCURACY:
            found.append(f"accuracy {self.accuracy:.3f} is below {MIN_ACCURACY}")
        if self.accuracy < self.baseline + MIN_BETTER_THAN_GUESSING:
            found.append(f"hardly better than guessing ({self.baseline:.3f})")
        if self.gap > MAX_GAP_BETWEEN_DISTRICTS:
            found.append(f"districts differ by {self.gap:.3f}: {self.hit_rate}")
        return found


def evaluate(model: LinearModel, reports: Sequence[Report]) -> Evaluation:
    """Compares what the model says with what happened.

    The hit rate per district is the test for equal opportunity: a report that is
    dealt with in time must be recognised as such in every district.
    """
    predicted = model.predict(reports)
    right = sum(said == report.op_tijd for said, report in zip(predicted, reports, strict=True))
    in_time = sum(report.op_tijd for report in reports)
    hits: dict[str, list[int]] = defaultdict(list)
    for said, report in zip(predicted, reports, strict=True):
        if report.op_tijd:
            hits[report.stadsdeel].append(said)
    return Evaluation(
        accuracy=right / len(reports),
        baseline=max(in_time, len(reports) - in_time) / len(reports),
        hit_rate={district: sum(said) / len(said) for district, said in sorted(hits.items())},
    )
