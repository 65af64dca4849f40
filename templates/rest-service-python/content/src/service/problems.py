"""Errors as RFC 9457 has them (application/problem+json)."""

from http import HTTPStatus
from typing import TypedDict

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

# what we say when the framework has nothing but the name of the status
_DETAILS = {
    404: "Dit adres bestaat niet.",
    405: "Deze methode kan hier niet.",
}


# what is wrong with one part of a request; "in" is a word of Python itself
FieldError = TypedDict("FieldError", {"in": str, "location": str, "code": str, "detail": str})


class ProblemResponse(JSONResponse):
    media_type = "application/problem+json"


def build_problem(
    status: int, detail: str, errors: list[FieldError] | None = None
) -> ProblemResponse:
    body: dict[str, object] = {
        "status": status,
        "title": HTTPStatus(status).phrase,
        "detail": detail,
    }
    if errors is not None:
        body["errors"] = errors
    return ProblemResponse(body, status_code=status)


async def _handle_http_error(_request: Request, error: HTTPException) -> ProblemResponse:
    plain = error.detail == HTTPStatus(error.status_code).phrase
    detail = _DETAILS.get(error.status_code, error.detail) if plain else error.detail
    problem = build_problem(error.status_code, detail)
    problem.headers.update(error.headers or {})
    return problem


async def _handle_invalid(_request: Request, error: RequestValidationError) -> ProblemResponse:
    errors: list[FieldError] = [
        {
            "in": str(found["loc"][0]),
            "location": ".".join(str(part) for part in found["loc"][1:]),
            "code": found["type"],
            "detail": found["msg"],
        }
        for found in error.errors()
    ]
    return build_problem(400, "Het verzoek klopt niet.", errors)


async def _handle_unexpected(_request: Request, _error: Exception) -> ProblemResponse:
    # what went wrong on our side is in the log, not in the answer
    return build_problem(500, "Er ging bij ons iets mis.")


def add_problem_handlers(app: FastAPI) -> None:
    app.add_exception_handler(HTTPException, _handle_http_error)
    app.add_exception_handler(RequestValidationError, _handle_invalid)
    app.add_exception_handler(Exception, _handle_unexpected)
