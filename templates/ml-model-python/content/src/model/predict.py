"""python -m model.predict reports.csv: the chance for each report, with the reasons.

Needs nothing but Python and artifacts/model.json.
"""

import json
import sys
from pathlib import Path

from model.data import read_reports
from model.linear_model import LinearModel

MODEL_FILE = Path("artifacts/model.json")


def main(arguments: list[str]) -> int:
    """Writes one line of JSON per report on standard output."""
    if len(arguments) != 1:
        print("usage: python -m model.predict reports.csv", file=sys.stderr)
        return 2
    model = LinearModel.load(MODEL_FILE)
    for report in read_reports(Path(arguments[0])):
        answer = {
            "probability": round(model.probability(report), 3),
            "because": {name: round(part, 2) for name, part in model.explain(report).items()},
        }
        print(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
