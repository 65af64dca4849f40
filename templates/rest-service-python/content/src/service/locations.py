"""An example: replace it by what your service is about, here and in openapi/openapi.yaml."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException


class Locatie(BaseModel):
    id: str
    naam: str
    plaats: str
    openSinds: date


class Locaties(BaseModel):
    totaal: int
    locaties: list[Locatie]


class Vraag(BaseModel):
    model_config = ConfigDict(extra="forbid")

    plaats: str | None = Field(default=None, min_length=1, max_length=100)
    pagina: int = Field(default=1, ge=1, le=10_000)
    perPagina: int = Field(default=20, ge=1, le=100)


_LOCATIES = [
    Locatie(id="stadhuis", naam="Stadhuis", plaats="Voorbeeldstad", openSinds=date(1998, 4, 1)),
    Locatie(
        id="wijkloket-noord",
        naam="Wijkloket Noord",
        plaats="Voorbeeldstad",
        openSinds=date(2016, 9, 12),
    ),
    Locatie(id="dorpshuis", naam="Dorpshuis", plaats="Modeldorp", openSinds=date(2021, 1, 4)),
]

router = APIRouter(prefix="/v1/locaties")


@router.get("")
def list_locaties(vraag: Annotated[Vraag, Query()]) -> Locaties:
    found = [
        locatie for locatie in _LOCATIES if vraag.plaats is None or locatie.plaats == vraag.plaats
    ]
    start = (vraag.pagina - 1) * vraag.perPagina
    return Locaties(totaal=len(found), locaties=found[start : start + vraag.perPagina])


@router.get("/{locatie_id}")
def get_locatie(locatie_id: str) -> Locatie:
    for locatie in _LOCATIES:
        if locatie.id == locatie_id:
            return locatie
    raise HTTPException(404, "Deze locatie is er niet.")
