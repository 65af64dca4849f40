"""What differs from one environment to another comes from environment variables."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Config:
    host: str
    port: int
    metrics_port: int
    # sites whose pages may call this API from a browser
    cors_origins: list[str]
    log_level: str


def _read_port(env: Mapping[str, str], name: str, fallback: int) -> int:
    text = env.get(name, str(fallback))
    if not text.isascii() or not text.isdecimal() or int(text) > 65535:
        raise ValueError(f"{name} must be a port, not {text!r}")
    return int(text)


def read_config(env: Mapping[str, str]) -> Config:
    origins = env.get("CORS_ORIGINS", "").split(",")
    return Config(
        # all interfaces: in a container there is nothing else to be reached on
        host=env.get("HOST", "0.0.0.0"),  # noqa: S104
        port=_read_port(env, "PORT", 8080),
        metrics_port=_read_port(env, "METRICS_PORT", 9464),
        cors_origins=[origin.strip() for origin in origins if origin.strip()],
        log_level=env.get("LOG_LEVEL", "info").upper(),
    )
