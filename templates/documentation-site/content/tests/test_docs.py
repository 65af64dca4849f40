import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[1] / "docs"
PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
ENGLISH = "en/"

EMPTY_WORDS = re.compile(r"\[(klik )?hier\]|\[(click )?here\]", re.IGNORECASE)


def test_every_page_has_its_translation():
    dutch = {page for page in PAGES if not page.startswith(ENGLISH)}
    english = {page.removeprefix(ENGLISH) for page in PAGES if page.startswith(ENGLISH)}
    assert dutch - english == set(), "not in docs/en/"
    assert english - dutch == set(), "not in docs/"


@pytest.mark.parametrize("page", PAGES)
def test_a_link_says_where_it_goes(page):
    assert EMPTY_WORDS.findall((DOCS / page).read_text(encoding="utf-8")) == []
