"""Writes the description as DCAT-AP-NL 3.0 (https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/)."""

from pathlib import Path

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, XSD, Namespace

from publication.description import Description
from publication.vocabularies import (
    ACCESS_RIGHTS,
    FORMAT_CSV,
    FREQUENCIES,
    LANGUAGE_DUTCH,
    LICENSES,
    MEDIA_TYPE_CSV,
    THEMES,
)

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")


def is_public(description: Description) -> bool:
    """Whether the data themselves may be given to anyone."""
    return description["accessRights"] == "PUBLIC"


def build_dcat(description: Description, data: Path) -> Graph:
    """A catalog with the dataset and a distribution per file.

    data is the directory with the files, for their sizes.
    """
    graph = Graph()
    graph.bind("vcard", VCARD)
    base = description["base"]
    catalog, dataset = URIRef(f"{base}catalog"), URIRef(f"{base}dataset")
    publisher = URIRef(description["publisher"]["uri"])
    contact = _add_contact(graph, description)

    graph.add((publisher, RDF.type, FOAF.Agent))
    graph.add((publisher, FOAF.name, Literal(description["publisher"]["name"], lang="nl")))

    for resource, kind in ((catalog, DCAT.Catalog), (dataset, DCAT.Dataset)):
        graph.add((resource, RDF.type, kind))
        graph.add((resource, DCTERMS.title, Literal(description["title"], lang="nl")))
        graph.add((resource, DCTERMS.description, Literal(description["description"], lang="nl")))
        graph.add((resource, DCTERMS.publisher, publisher))
        graph.add((resource, DCAT.contactPoint, contact))
        graph.add((resource, DCTERMS.language, URIRef(LANGUAGE_DUTCH)))
    graph.add((catalog, DCAT.dataset, dataset))

    graph.add((dataset, DCTERMS.identifier, Literal(str(dataset))))
    graph.add((dataset, DCTERMS.creator, publisher))
    graph.add((dataset, DCTERMS.accessRights, URIRef(ACCESS_RIGHTS[description["accessRights"]])))
    graph.add((dataset, DCAT.theme, URIRef(THEMES[description["theme"]])))
    graph.add((dataset, DCAT.landingPage, URIRef(base)))
    if description.get("frequency"):
        frequency = URIRef(FREQUENCIES[description["frequency"]])
        graph.add((dataset, DCTERMS.accrualPeriodicity, frequency))
    for keyword in description.get("keywords", []):
        graph.add((dataset, DCAT.keyword, Literal(keyword, lang="nl")))
    for distribution in description["distributions"]:
        graph.add(
            (dataset, DCAT.distribution, _add_distribution(graph, description, distribution, data))
        )
    return graph


def _add_contact(graph: Graph, description: Description) -> URIRef:
    contact = URIRef(f"{description['base']}contact")
    graph.add((contact, RDF.type, VCARD.Kind))
    graph.add((contact, VCARD.fn, Literal(description["contact"]["name"])))
    graph.add((contact, VCARD.hasEmail, URIRef(f"mailto:{description['contact']['email']}")))
    return contact


def _add_distribution(graph: Graph, description: Description, distribution, data: Path) -> URIRef:
    base, file = description["base"], distribution["file"]
    resource = URIRef(f"{base}distribution/{file}")
    graph.add((resource, RDF.type, DCAT.Distribution))
    graph.add((resource, DCTERMS.title, Literal(distribution["title"], lang="nl")))
    if distribution.get("description"):
        graph.add((resource, DCTERMS.description, Literal(distribution["description"], lang="nl")))
    graph.add((resource, DCTERMS.license, URIRef(LICENSES[description["license"]])))
    graph.add((resource, DCTERMS["format"], URIRef(FORMAT_CSV)))
    graph.add((resource, DCAT.mediaType, URIRef(MEDIA_TYPE_CSV)))
    if is_public(description):
        graph.add((resource, DCAT.accessURL, URIRef(f"{base}{file}")))
        graph.add((resource, DCAT.downloadURL, URIRef(f"{base}{file}")))
        size = (data / file).stat().st_size
        graph.add((resource, DCAT.byteSize, Literal(size, datatype=XSD.nonNegativeInteger)))
    else:
        # where somebody reads how to get access
        graph.add((resource, DCAT.accessURL, URIRef(base)))
    return resource
