from dataclasses import replace

import pytest

from model.data import DISTRICTS, Report
from model.linear_model import LinearModel
from model.predict import main as predict
from model.train import train

REPORT = Report(categorie="wegdek", spoed=0, werkvoorraad=20, stadsdeel="noord", op_tijd=0)


def test_the_same_data_gives_the_same_model(reports, trained):
    assert train(reports[0]) == trained


def test_a_higher_workload_lowers_the_chance(trained):
    chances = [
        trained.probability(replace(REPORT, werkvoorraad=workload)) for workload in range(0, 41, 5)
    ]
    assert chances == sorted(chances, reverse=True)


def test_urgency_raises_the_chance(trained):
    assert trained.probability(replace(REPORT, spoed=1)) > trained.probability(REPORT)


def test_the_district_decides_nothing(trained):
    chances = {trained.probability(replace(REPORT, stadsdeel=name)) for name in DISTRICTS}
    assert len(chances) == 1


def test_the_reasons_add_up_to_the_score(trained):
    reasons = trained.explain(REPORT)
    assert set(reasons) == {"categorie=wegdek", "werkvoorraad"}
    only_intercept = LinearModel(
        trained.intercept + sum(reasons.values()), dict.fromkeys(trained.weights, 0.0)
    )
    assert only_intercept.probability(REPORT) == pytest.approx(trained.probability(REPORT))


def test_a_saved_model_says_the_same(tmp_path, trained, reports):
    trained.save(tmp_path / "model.json")
    loaded = LinearModel.load(tmp_path / "model.json")
    assert loaded.predict(reports[1]) == trained.predict(reports[1])


def test_a_model_without_a_weight_is_refused(tmp_path):
    LinearModel(0.0, {"spoed": 1.0}).save(tmp_path / "model.json")
    with pytest.raises(ValueError, match="werkvoorraad"):
        LinearModel.load(tmp_path / "model.json")


def test_predicting_writes_a_chance_and_its_reasons(tmp_path, monkeypatch, capsys, trained):
    monkeypatch.chdir(tmp_path)
    trained.save(tmp_path / "artifacts" / "model.json")
    (tmp_path / "x.csv").write_text(
        "categorie,spoed,werkvoorraad,stadsdeel,op_tijd\nafval,1,2,noord,0\n"
    )
    assert predict(["x.csv"]) == 0
    assert '"probability": 0.9' in capsys.readouterr().out
    assert predict([]) == 2
