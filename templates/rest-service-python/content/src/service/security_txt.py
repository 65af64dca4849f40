import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

_FILE = Path(__file__).parents[2] / ".well-known" / "security.txt"

# RFC 9116 recommends less than a year, so that nobody trusts what is out of date
_VALID = timedelta(days=360)


def renew_security_txt(text: str, now: datetime) -> str:
    """security.txt with a new date: who starts the service, still maintains it."""
    expires = (now + _VALID).strftime("%Y-%m-%dT%H:%M:%SZ")
    return re.sub(r"^Expires: .*$", f"Expires: {expires}", text, flags=re.MULTILINE)


def read_security_txt() -> str:
    return renew_security_txt(_FILE.read_text("utf-8"), datetime.now(UTC))
