"""python -m publication.build: checks everything and writes public/.

With --docs it writes docs/gegevenswoordenboek.md instead.
"""

import json
import shutil
import sys
from pathlib import Path

from publication.csvw import build_csvw
from publication.dcat import build_dcat, is_public
from publication.description import ROOT, Description, check_description, read_description
from publication.page import build_dictionary
from publication.table import check_table

DICTIONARY = ROOT / "docs" / "gegevenswoordenboek.md"
DATA = ROOT / "data"


def check_all(description: Description, data: Path = DATA) -> list[str]:
    """What stands in the way of publishing."""
    problems = check_description(description)
    if problems:
        return problems  # the tables cannot be compared with what is wrong itself
    for distribution in description["distributions"]:
        path = data / distribution["file"]
        if not path.is_file():
            problems.append(f"{path.name} is not in data/")
        else:
            problems += check_table(path, distribution)
    described = {distribution["file"] for distribution in description["distributions"]}
    problems += [
        f"{path.name} is in data/ and not in dataset.yaml"
        for path in sorted(data.iterdir())
        if path.name not in described
    ]
    return problems


def write_public(description: Description, public: Path, data: Path = DATA) -> None:
    """Everything that is published, and nothing else."""
    shutil.rmtree(public, ignore_errors=True)
    public.mkdir(parents=True)
    graph = build_dcat(description, data)
    graph.serialize(public / "dataset.ttl", format="turtle", encoding="utf-8")
    graph.serialize(
        public / "dataset.jsonld", format="json-ld", encoding="utf-8", auto_compact=True
    )
    for distribution in description["distributions"]:
        file = distribution["file"]
        metadata = json.dumps(build_csvw(distribution), indent=2, ensure_ascii=False)
        (public / f"{file}-metadata.json").write_text(metadata + "\n", encoding="utf-8")
        if is_public(description):
            shutil.copyfile(data / file, public / file)


def main(arguments: list[str]) -> int:
    """Does nothing when something is wrong."""
    description = read_description()
    problems = check_all(description)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 1
    if arguments == ["--docs"]:
        DICTIONARY.write_text(build_dictionary(description), encoding="utf-8")
    else:
        write_public(description, ROOT / "public")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
