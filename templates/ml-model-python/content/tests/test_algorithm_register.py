import pytest
import yaml

from model.algorithm_register import check_record


@pytest.fixture
def record(root):
    return yaml.safe_load((root / "algoritmeregister.yaml").read_text(encoding="utf-8"))


def test_the_register_would_take_the_record(record):
    assert check_record(record) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"name": ""}, "name is missing"),
        ({"name": "x" * 101}, "name is longer than 100 characters"),
        ({"status": "Bijna klaar"}, "status is not one of"),
        ({"begin_date": "01-2026"}, "begin_date is not a month such as 2026-01"),
        ({"website": "www.example.nl"}, "website does not start with https://"),
        ({"contact_email": "de balie"}, "contact_email is no email address or website"),
        ({"category": ["Toverij"]}, "category 'Toverij' is not a theme of the register"),
        (
            {"lawful_basis_grouping": [{"title": "Wet"}]},
            "lawful_basis_grouping, number 1, has no link",
        ),
        ({"kleur": "blauw"}, "kleur is not a field of the register"),
        ({"lars": "12345678"}, "lars is given by the register"),
    ],
)
def test_what_the_register_would_refuse_is_found(record, change, complaint):
    problems = check_record({**record, **change})
    assert len(problems) == 1
    assert problems[0].startswith(complaint)


def test_the_catalog_and_the_register_tell_the_same(root, record):
    catalog = yaml.safe_load((root / "catalog-info.yaml").read_text(encoding="utf-8"))
    assert catalog["metadata"]["title"] == record["name"]
    assert catalog["spec"]["type"] == "ml-model"
