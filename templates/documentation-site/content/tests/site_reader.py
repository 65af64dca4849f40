"""Reads a page that mkdocs built."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path


@dataclass
class Page:
    """What the tests want to know of a page."""

    ids: set[str] = field(default_factory=set)
    # addresses in <a href>
    links: list[str] = field(default_factory=list)
    # what the browser gets without being asked: scripts, styles, images
    loaded: list[str] = field(default_factory=list)
    # inside the content: levels of headings, images without a description
    headings: list[int] = field(default_factory=list)
    undescribed_images: list[str] = field(default_factory=list)


class _PageReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._depth = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        if tag == "article":
            self._depth += 1
        if values.get("id"):
            self.page.ids.add(values["id"])
        if tag == "a" and "href" in values:
            self.page.links.append(values["href"])
        if tag in ("script", "img", "iframe") and "src" in values:
            self.page.loaded.append(values["src"])
        if tag == "link" and values.get("rel") != "canonical":
            self.page.loaded.append(values.get("href", ""))
        if self._depth == 0:
            return
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.page.headings.append(int(tag[1]))
        if tag == "img" and "alt" not in values:
            self.page.undescribed_images.append(values.get("src", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._depth -= 1


def read_page(path: Path) -> Page:
    """The page in a file with HTML."""
    reader = _PageReader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.page
