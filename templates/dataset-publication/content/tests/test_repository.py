"""What must be true of this dataset, whatever it is about."""

from pathlib import Path

import yaml

from publication.build import DICTIONARY, check_all
from publication.description import ROOT
from publication.page import build_dictionary


def test_it_can_be_published(description):
    assert check_all(description) == []


def test_the_data_dictionary_is_up_to_date(description):
    assert DICTIONARY.read_text(encoding="utf-8") == build_dictionary(description)


def test_the_catalog_of_the_portal_tells_the_same(description):
    entity = yaml.safe_load((Path(ROOT) / "catalog-info.yaml").read_text(encoding="utf-8"))
    assert (entity["kind"], entity["spec"]["type"]) == ("Resource", "dataset")
    assert entity["metadata"]["title"] == description["title"]
    assert entity["metadata"]["description"] == description["description"]
