from pathlib import Path

import pytest

from model.data import read_reports
from model.train import split, train

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def reports():
    """What to learn from, and what the model has never seen."""
    return split(read_reports())


@pytest.fixture(scope="session")
def trained(reports):
    return train(reports[0])
