import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from site_reader import read_page

ROOT = Path(__file__).parents[1]
SOURCES = sorted(path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md"))


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The whole site; a link that leads nowhere stops the build."""
    directory = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", directory]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    return directory


def to_file(site: Path, source: Path) -> Path:
    """Where mkdocs puts a page."""
    if source.name == "index.md":
        return site / source.with_suffix(".html")
    return site / source.with_suffix("") / "index.html"


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_every_link_within_the_site_leads_somewhere(site, source):
    file = to_file(site, source)
    for link in read_page(file).links:
        address = urlsplit(link)
        if address.scheme or address.netloc:
            continue
        # the theme links to the start of the site with "."
        target = (file.parent / unquote(address.path)).resolve() if address.path else file
        if target.is_dir():
            target /= "index.html"
        assert target.is_file(), link
        if address.fragment and target.suffix == ".html":
            assert unquote(address.fragment) in read_page(target).ids, link


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_a_reader_gets_nothing_from_anyone_else(site, source):
    loaded = read_page(to_file(site, source)).loaded
    assert loaded
    assert [address for address in loaded if urlsplit(address).netloc] == []


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_headings_follow_each_other_and_images_are_described(site, source):
    page = read_page(to_file(site, source))
    assert page.headings.count(1) == 1
    previous = 0
    for level in page.headings:
        assert level <= previous + 1, page.headings
        previous = level
    assert page.undescribed_images == []
