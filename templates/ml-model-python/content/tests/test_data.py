import pytest

from model.data import DATA_FILE, make_up_reports, read_reports, write_reports


def test_the_example_in_the_repository_is_what_the_code_makes_up(tmp_path):
    write_reports(make_up_reports(2000), tmp_path / "meldingen.csv")
    assert (tmp_path / "meldingen.csv").read_bytes() == DATA_FILE.read_bytes()


def test_what_is_written_is_read_back(tmp_path):
    reports = make_up_reports(20, seed=7)
    write_reports(reports, tmp_path / "x.csv")
    assert read_reports(tmp_path / "x.csv") == reports


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("afval,2,3,noord,1", "spoed"),
        ("afval,0,3,west,1", "stadsdeel"),
        ("geluid,0,3,noord,1", "categorie"),
        ("afval,0,-1,noord,1", "werkvoorraad"),
        ("afval,0,veel,noord,1", "veel"),
        ("afval,0", "line 2"),
    ],
)
def test_a_value_that_cannot_be_right_stops_the_training(tmp_path, line, complaint):
    file = tmp_path / "x.csv"
    file.write_text(f"categorie,spoed,werkvoorraad,stadsdeel,op_tijd\n{line}\n")
    with pytest.raises(ValueError, match=complaint):
        read_reports(file)
