import json

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF

from publication.build import write_public
from publication.description import read_description

MANDATORY = {
    DCAT.Catalog: [
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.publisher,
        DCAT.contactPoint,
        DCAT.dataset,
    ],
    DCAT.Dataset: [
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.identifier,
        DCTERMS.accessRights,
        DCTERMS.creator,
        DCTERMS.publisher,
        DCAT.contactPoint,
        DCAT.theme,
    ],
    DCAT.Distribution: [DCAT.accessURL, DCTERMS.license],
    FOAF.Agent: [FOAF.name],
}


@pytest.fixture
def public(tmp_path):
    write_public(read_description(), tmp_path / "public")
    return tmp_path / "public"


@pytest.mark.parametrize("file", ["dataset.ttl", "dataset.jsonld"])
def test_everything_mandatory_in_dcat_ap_nl_is_there(public, file):
    graph = Graph().parse(public / file)
    for kind, properties in MANDATORY.items():
        resources = list(graph.subjects(RDF.type, kind))
        assert resources, kind
        for resource in resources:
            for property_ in properties:
                assert (resource, property_, None) in graph, (kind, property_)


def test_both_notations_say_the_same(public):
    turtle = Graph().parse(public / "dataset.ttl")
    assert turtle.isomorphic(Graph().parse(public / "dataset.jsonld"))


def test_a_text_comes_out_as_it_was_written(tmp_path, description):
    title = 'Zo\'n "titel" \\ met <b> & é\nen meer'
    write_public({**description, "title": title}, tmp_path / "public")
    graph = Graph().parse(tmp_path / "public" / "dataset.ttl")
    assert set(graph.objects(URIRef(f"{description['base']}dataset"), DCTERMS.title)) == {
        Literal(title, lang="nl")
    }


def test_csvw_names_the_columns_of_the_file(tmp_path, description):
    write_public({**description, "accessRights": "PUBLIC"}, tmp_path / "public")
    for table in description["distributions"]:
        metadata = json.loads((tmp_path / "public" / f"{table['file']}-metadata.json").read_text())
        header = (tmp_path / "public" / table["file"]).read_text().splitlines()[0].split(",")
        assert [column["name"] for column in metadata["tableSchema"]["columns"]] == header


@pytest.mark.parametrize("access", ["RESTRICTED", "NON_PUBLIC"])
def test_data_that_are_not_public_stay_behind(tmp_path, description, access):
    write_public({**description, "accessRights": access}, tmp_path / "public")
    assert list((tmp_path / "public").glob("*.csv")) == []
    graph = Graph().parse(tmp_path / "public" / "dataset.ttl")
    assert (None, DCAT.downloadURL, None) not in graph


def test_nothing_of_an_earlier_time_is_left(tmp_path, description):
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "oud.csv").write_text("x\n")
    write_public(description, tmp_path / "public")
    assert not (tmp_path / "public" / "oud.csv").exists()
