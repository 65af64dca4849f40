"""python -m model.train: trains the model, evaluates it and writes artifacts/."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

from model.data import DATA_FILE, Report, read_reports
from model.evaluation import evaluate
from model.linear_model import FEATURES, LinearModel, to_features

ARTIFACTS = Path("artifacts")

# Fixed, so that the same data always gives the same model.
SEED = 2026


def split(reports: Sequence[Report]) -> tuple[list[Report], list[Report]]:
    """Three quarters to learn from, a quarter that the model has never seen."""
    return train_test_split(
        list(reports),
        test_size=0.25,
        random_state=SEED,
        stratify=[report.op_tijd for report in reports],
    )


def train(reports: Sequence[Report]) -> LinearModel:
    """Learns the weights."""
    regression = LogisticRegression(max_iter=1000, random_state=SEED)
    regression.fit(
        [to_features(report) for report in reports],
        [report.op_tijd for report in reports],
    )
    return LinearModel(
        intercept=float(regression.intercept_[0]),
        weights={
            name: float(weight) for name, weight in zip(FEATURES, regression.coef_[0], strict=True)
        },
    )


def main() -> int:
    """Writes the model only when it is good enough."""
    learn_from, never_seen = split(read_reports(DATA_FILE))
    model = train(learn_from)
    evaluation = evaluate(model, never_seen)
    summary = {**asdict(evaluation), "gap": evaluation.gap, "reports": len(never_seen)}
    print(json.dumps(summary, indent=2))
    problems = evaluation.problems()
    for problem in problems:
        print(f"not good enough: {problem}", file=sys.stderr)
    if problems:
        return 1
    model.save(ARTIFACTS / "model.json")
    (ARTIFACTS / "evaluation.json").write_text(json.dumps(summary, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
