from model.data import Report
from model.evaluation import MAX_GAP_BETWEEN_DISTRICTS, Evaluation, evaluate
from model.linear_model import FEATURES, LinearModel


def test_the_model_is_good_enough_and_as_good_in_every_district(reports, trained):
    evaluation = evaluate(trained, reports[1])
    assert evaluation.problems() == []
    assert len(evaluation.hit_rate) == 4


def test_a_model_that_treats_districts_differently_is_refused():
    # says "in time" of urgent reports only, and only noord has those
    model = LinearModel(-1.0, {**dict.fromkeys(FEATURES, 0.0), "spoed": 2.0})
    reports = [
        *(Report("afval", 1, 0, "noord", 1) for _ in range(10)),
        *(Report("afval", 0, 0, "zuid", 1) for _ in range(2)),
        *(Report("afval", 0, 0, "zuid", 0) for _ in range(10)),
    ]
    evaluation = evaluate(model, reports)
    assert evaluation.accuracy > 0.9
    assert evaluation.hit_rate == {"noord": 1.0, "zuid": 0.0}
    assert evaluation.gap > MAX_GAP_BETWEEN_DISTRICTS
    assert [problem.split(" by ")[0] for problem in evaluation.problems()] == ["districts differ"]


def test_a_model_that_is_hardly_better_than_guessing_is_refused():
    evaluation = Evaluation(accuracy=0.80, baseline=0.75, hit_rate={"noord": 0.8})
    assert len(evaluation.problems()) == 1
