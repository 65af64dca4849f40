import type { FastifyInstance } from 'fastify';
import { ProblemError } from './problems.ts';

/** An example: replace it by what your service is about, here and in openapi/openapi.yaml. */
export interface Location {
  id: string;
  naam: string;
  plaats: string;
  /** A date, without time. */
  openSinds: string;
}

const LOCATIONS: Location[] = [
  { id: 'stadhuis', naam: 'Stadhuis', plaats: 'Voorbeeldstad', openSinds: '1998-04-01' },
  {
    id: 'wijkloket-noord',
    naam: 'Wijkloket Noord',
    plaats: 'Voorbeeldstad',
    openSinds: '2016-09-12',
  },
  { id: 'dorpshuis', naam: 'Dorpshuis', plaats: 'Modeldorp', openSinds: '2021-01-04' },
];

interface ListQuery {
  plaats?: string;
  pagina: number;
  perPagina: number;
}

const listSchema = {
  querystring: {
    type: 'object',
    additionalProperties: false,
    properties: {
      plaats: { type: 'string', minLength: 1, maxLength: 100 },
      pagina: { type: 'integer', minimum: 1, maximum: 10_000, default: 1 },
      perPagina: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    },
  },
};

export async function addLocationRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: ListQuery }>('/locaties', { schema: listSchema }, async (request) => {
    const { plaats, pagina, perPagina } = request.query;
    const found = LOCATIONS.filter((location) => !plaats || location.plaats === plaats);
    const start = (pagina - 1) * perPagina;
    return { totaal: found.length, locaties: found.slice(start, start + perPagina) };
  });

  app.get<{ Params: { id: string } }>('/locaties/:id', async (request) => {
    const location = LOCATIONS.find(({ id }) => id === request.params.id);
    if (!location) {
      throw new ProblemError(404, 'Deze locatie is er niet.');
    }
    return location;
  });
}
