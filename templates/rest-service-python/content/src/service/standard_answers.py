"""What every answer has, whoever makes it: version, security headers, log, metrics."""

import logging
import time

from opentelemetry.metrics import Histogram
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.json_log import with_fields

_LOGGER = logging.getLogger("service")

# NL API Design Rules 2.2: /core/transport/security-headers
_SECURITY_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}


class StandardAnswers:
    def __init__(self, app: ASGIApp, api_version: str, duration: Histogram) -> None:
        self._app = app
        self._headers = {**_SECURITY_HEADERS, "API-Version": api_version}
        self._duration = duration

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = 0
        started_at = time.perf_counter()

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        except Exception:
            # it was answered already, by the handler in problems.py
            _LOGGER.exception("unexpected error")
            if status == 0:
                raise
        self._record(scope, status, time.perf_counter() - started_at)

    def _record(self, scope: Scope, status: int, seconds: float) -> None:
        # the pattern of the address, never the address: what was asked stays out
        route = getattr(scope.get("route"), "path", "")
        self._duration.record(
            seconds,
            {
                "http.request.method": scope["method"],
                "http.response.status_code": status,
                "http.route": route,
            },
        )
        _LOGGER.info(
            "answered",
            extra=with_fields(
                method=scope["method"],
                route=route,
                status=status,
                durationMs=round(seconds * 1000),
            ),
        )
