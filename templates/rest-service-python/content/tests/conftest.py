from collections.abc import Iterator

import pytest
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from starlette.testclient import TestClient

from service.app import build_app
from service.config import read_config
from service.metrics import create_duration


@pytest.fixture
def reader() -> InMemoryMetricReader:
    return InMemoryMetricReader()


@pytest.fixture
def client(reader: InMemoryMetricReader) -> Iterator[TestClient]:
    config = read_config({"CORS_ORIGINS": "https://eigen.example"})
    with TestClient(build_app(config, create_duration(reader))) as client:
        yield client
