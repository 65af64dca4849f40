import copy

import pytest

from publication.description import read_description


@pytest.fixture
def description():
    """The description of this repository, to change at will."""
    return copy.deepcopy(dict(read_description()))
