import json
import logging
import re
from datetime import UTC, datetime

import pytest
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from starlette.testclient import TestClient

from service.app import build_framework
from service.config import read_config
from service.json_log import JsonFormatter
from service.metrics import create_duration
from service.security_txt import renew_security_txt
from service.standard_answers import StandardAnswers


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/v1/nergens", 404),
        ("/v1/locaties/", 404),
        ("/v1/locaties/niet-hier", 404),
        ("/v1/locaties?pagina=0", 400),
    ],
)
def test_errors_are_problems(client: TestClient, url: str, status: int) -> None:
    answer = client.get(url)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json()["status"] == status
    assert answer.headers["x-frame-options"] == "DENY"


def test_another_method_is_a_problem(client: TestClient) -> None:
    answer = client.post("/v1/locaties")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
    assert answer.json()["detail"] == "Deze methode kan hier niet."


def test_a_400_names_everything_that_is_wrong(client: TestClient) -> None:
    errors = client.get("/v1/locaties?pagina=0&perPagina=veel&kleur=rood").json()["errors"]
    assert sorted((error["in"], error["location"], error["code"]) for error in errors) == [
        ("query", "kleur", "extra_forbidden"),
        ("query", "pagina", "greater_than_equal"),
        ("query", "perPagina", "int_parsing"),
    ]


def test_an_error_on_our_side_shows_nothing(caplog: pytest.LogCaptureFixture) -> None:
    framework = build_framework(read_config({}), {})

    @framework.get("/stuk")
    def fail() -> None:
        raise RuntimeError("wachtwoord=geheim")

    app = StandardAnswers(framework, "1.0.0", create_duration(InMemoryMetricReader()))
    answer = TestClient(app).get("/stuk")
    assert answer.status_code == 500
    assert answer.json()["status"] == 500
    assert "geheim" not in answer.text
    assert answer.headers["api-version"] == "1.0.0"
    assert "geheim" in caplog.text


@pytest.mark.parametrize(
    "url", ["/v1/locaties", "/v1/openapi.json", "/health/live", "/health/ready", "/v1/nergens"]
)
def test_every_answer_has_the_version_and_the_security_headers(
    client: TestClient, url: str
) -> None:
    headers = client.get(url).headers
    assert headers["api-version"] == "1.0.0"
    assert headers["cache-control"] == "no-store"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "max-age=31536000" in headers["strict-transport-security"]
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [("https://eigen.example", "https://eigen.example"), ("https://elders.example", None)],
)
def test_only_sites_that_are_let_in_can_read(
    client: TestClient, origin: str, allowed: str | None
) -> None:
    headers = client.get("/v1/locaties", headers={"Origin": origin}).headers
    assert headers.get("access-control-allow-origin") == allowed


def test_what_was_asked_is_neither_logged_nor_counted(
    client: TestClient, reader: InMemoryMetricReader, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="service")
    client.get(
        "/v1/locaties?plaats=123456782",
        headers={"User-Agent": "123456782", "Authorization": "Bearer 123456782"},
    )
    lines = [json.loads(JsonFormatter().format(record)) for record in caplog.records]
    own = [line for line in lines if line["logger"] == "service"]
    assert [(line["method"], line["route"], line["status"]) for line in own] == [
        ("GET", "/v1/locaties", 200)
    ]
    data = reader.get_metrics_data()
    assert data is not None
    measured = data.to_json()
    assert '"http.route": "/v1/locaties"' in measured
    assert "123456782" not in measured + json.dumps(own)


def test_security_txt_says_where_to_report_a_weakness(client: TestClient) -> None:
    answer = client.get("/.well-known/security.txt")
    assert answer.headers["content-type"].startswith("text/plain")
    assert re.search(r"^Contact: (https|mailto):", answer.text, re.MULTILINE)
    expires = re.search(r"^Expires: (.+)$", answer.text, re.MULTILINE)
    assert expires is not None
    assert datetime.fromisoformat(expires[1]) > datetime.now(UTC)
    assert (
        renew_security_txt("Contact: a\nExpires: x\n", datetime(2026, 1, 1, 12, tzinfo=UTC))
        == "Contact: a\nExpires: 2026-12-27T12:00:00Z\n"
    )


@pytest.mark.parametrize("port", ["http", "-1", "70000", ""])
def test_refuses_a_port_that_is_none(port: str) -> None:
    with pytest.raises(ValueError, match="PORT must be a port"):
        read_config({"PORT": port})
