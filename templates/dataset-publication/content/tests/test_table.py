import pytest

from publication.build import check_all
from publication.table import check_table, check_value

TABLE = {
    "primaryKey": ["code"],
    "columns": [
        {"name": "code", "type": "string", "required": True, "pattern": r"A\d"},
        {"name": "aantal", "type": "integer", "minimum": 1, "maximum": 9},
    ],
}


def check(tmp_path, text):
    file = tmp_path / "x.csv"
    file.write_text(text, encoding="utf-8")
    return check_table(file, TABLE)


def test_a_table_that_fits_has_no_problems(tmp_path):
    assert check(tmp_path, "code,aantal\nA1,1\nA2,\n") == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("aantal,code\n1,A1\n", "the columns are"),
        ("", "the columns are"),
        ("code,aantal\n", "there are no rows"),
        ("code,aantal\nA1\n", "line 2: 1 values, not 2"),
        ("code,aantal\nA1,1\nA1,2\n", "line 3: A1 was there before"),
        ("code,aantal\n,1\n", "line 2: code: is empty"),
        ("code,aantal\nB1,1\n", "does not look like"),
        ("code,aantal\nA1,0\n", "0 is less than 1"),
        ("code,aantal\nA1,10\n", "10 is more than 9"),
        ("code,aantal\nA1, 1\n", "has spaces around it"),
    ],
)
def test_what_does_not_fit_is_found_with_its_line(tmp_path, text, complaint):
    problems = check(tmp_path, text)
    assert len(problems) == 1
    assert complaint in problems[0]


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("integer", "-12", "1.5"),
        ("decimal", "1.5", "1,5"),
        ("boolean", "false", "nee"),
        ("date", "2024-02-29", "2023-02-29"),
        ("date", "2024-12-01", "01-12-2024"),
    ],
)
def test_a_value_is_of_the_kind_of_its_column(kind, good, bad):
    assert check_value(good, {"type": kind}) is None
    assert check_value(bad, {"type": kind}) == f"{bad!r} is no {kind}"


def test_a_file_that_nobody_describes_is_found(tmp_path, description):
    table = description["distributions"][0]
    header = ",".join(column["name"] for column in table["columns"])
    (tmp_path / table["file"]).write_text(f"{header}\nLP-0001,Noord,1,11,,true\n")
    (tmp_path / "namen.csv").write_text("naam\nJansen\n")
    assert check_all(description, tmp_path) == ["namen.csv is in data/ and not in dataset.yaml"]
