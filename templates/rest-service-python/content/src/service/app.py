from pathlib import Path
from typing import Any

import yaml
from fastapi import APIRouter, FastAPI
from fastapi.responses import JSONResponse, PlainTextResponse
from opentelemetry.metrics import Histogram
from starlette.middleware.cors import CORSMiddleware

from service import locations
from service.config import Config
from service.problems import add_problem_handlers
from service.security_txt import read_security_txt
from service.standard_answers import StandardAnswers

_OPENAPI_FILE = Path(__file__).parents[2] / "openapi" / "openapi.yaml"


def read_openapi() -> dict[str, Any]:
    """The description of the API: one file for people, for the test and for /v1/openapi.json."""
    return yaml.safe_load(_OPENAPI_FILE.read_text("utf-8"))


def _build_platform_router() -> APIRouter:
    router = APIRouter()
    security_txt = read_security_txt()

    @router.get("/health/live")
    @router.get("/health/ready")
    def get_health() -> dict[str, str]:
        return {"status": "ok"}

    @router.get("/.well-known/security.txt")
    def get_security_txt() -> PlainTextResponse:
        return PlainTextResponse(security_txt)

    return router


def build_framework(config: Config, openapi: dict[str, Any]) -> FastAPI:
    # the description comes from openapi.yaml, and a slash at the end is a 404
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    add_problem_handlers(app)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=config.cors_origins,
        allow_methods=["GET", "HEAD"],
        expose_headers=["API-Version"],
    )
    app.include_router(_build_platform_router())
    app.include_router(locations.router)

    @app.get("/v1/openapi.json")
    def get_openapi() -> JSONResponse:
        return JSONResponse(openapi)

    return app


def build_app(config: Config, duration: Histogram) -> StandardAnswers:
    """The whole service without a port, so that tests can use it."""
    openapi = read_openapi()
    app = build_framework(config, openapi)
    return StandardAnswers(app, openapi["info"]["version"], duration)
