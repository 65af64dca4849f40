from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from starlette.testclient import TestClient

from service.app import read_openapi

OPENAPI = read_openapi()


def check(schema: str, value: Any) -> None:
    reference = {"$ref": f"#/components/schemas/{schema}", "components": OPENAPI["components"]}
    Draft202012Validator(reference, format_checker=FormatChecker()).validate(value)


@pytest.mark.parametrize(
    ("url", "schema"),
    [
        ("/v1/locaties", "Locaties"),
        ("/v1/locaties?plaats=Modeldorp&perPagina=1", "Locaties"),
        ("/v1/locaties/stadhuis", "Locatie"),
        ("/v1/locaties?pagina=0", "Problem"),
        ("/v1/locaties/niet-hier", "Problem"),
    ],
)
def test_answers_are_as_openapi_yaml_says(client: TestClient, url: str, schema: str) -> None:
    check(schema, client.get(url).json())


@pytest.mark.parametrize("path", OPENAPI["paths"])
def test_every_address_in_openapi_yaml_exists(client: TestClient, path: str) -> None:
    assert client.get(f"/v1{path.replace('{id}', 'stadhuis')}").status_code == 200


def test_a_list_goes_by_page_and_by_place(client: TestClient) -> None:
    first = client.get("/v1/locaties?perPagina=2").json()
    second = client.get("/v1/locaties?perPagina=2&pagina=2").json()
    assert (first["totaal"], len(first["locaties"]), len(second["locaties"])) == (3, 2, 1)
    in_modeldorp = client.get("/v1/locaties?plaats=Modeldorp").json()["locaties"]
    assert [locatie["id"] for locatie in in_modeldorp] == ["dorpshuis"]
