"""How often, how quick and with which outcome; never what was asked."""

from opentelemetry.exporter.prometheus import PrometheusMetricReader
from opentelemetry.metrics import Histogram
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import MetricReader
from prometheus_client import start_http_server

# name and boundaries: https://opentelemetry.io/docs/specs/semconv/http/http-metrics/
_BOUNDARIES_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]


def create_duration(reader: MetricReader) -> Histogram:
    meter = MeterProvider([reader]).get_meter("http")
    return meter.create_histogram(
        "http.server.request.duration",
        unit="s",
        description="Duration of HTTP server requests.",
        explicit_bucket_boundaries_advisory=_BOUNDARIES_SECONDS,
    )


def start_prometheus(host: str, port: int) -> Histogram:
    """Numbers in Prometheus form, on a port of their own that stays inside."""
    start_http_server(port, addr=host)
    return create_duration(PrometheusMetricReader())
