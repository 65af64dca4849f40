import pytest

from publication.description import REQUIRED, check_description


@pytest.mark.parametrize("path", REQUIRED)
def test_what_dcat_ap_nl_requires_must_be_there(description, path):
    *parents, last = path.split(".")
    place = description
    for key in parents:
        place = place[key]
    del place[last]
    assert check_description(description) == [f"{path} is missing"]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"accessRights": "SENSITIVE"}, "accessRights 'SENSITIVE' is not one of PUBLIC"),
        ({"theme": "Verkeer"}, "theme 'Verkeer' is not one of"),
        ({"license": "MIT"}, "license 'MIT' is not one of CC0-1.0"),
        ({"frequency": "SOMETIMES"}, "frequency 'SOMETIMES' is not one of"),
        ({"base": "http://data.example.nl/"}, "base must start with https://"),
        ({"base": "https://data.example.nl"}, "base must start with https://"),
        ({"publisher": {"uri": "https://example.nl", "name": "x"}}, "publisher.uri must be a TOOI"),
        ({"contact": {"name": "x", "email": "y"}}, "contact.email is no email address"),
        ({"distributions": []}, "distributions is empty"),
    ],
)
def test_a_wrong_value_is_found(description, change, complaint):
    problems = check_description({**description, **change})
    assert len(problems) == 1
    assert problems[0].startswith(complaint)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"file": "../geheim.csv"}, "no file name"),
        ({"primaryKey": ["nummer"]}, "primaryKey 'nummer' is no column"),
        ({"columns": [{"name": "A b", "type": "string", "description": "x"}]}, "use lower-case"),
        ({"columns": [{"name": "a", "type": "geld", "description": "x"}]}, "type is not one of"),
        ({"columns": [{"name": "a", "type": "date"}]}, "has no description"),
    ],
)
def test_a_wrong_table_is_found(description, change, complaint):
    table = {**description["distributions"][0], "primaryKey": [], **change}
    problems = check_description({**description, "distributions": [table]})
    assert len(problems) == 1
    assert complaint in problems[0]
