import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { problems } from '../problems';

/** As the catalog names entities; whoever asks has the whole reference. */
const ENTITY_REF = /^[\w.-]+:[\w.-]+\/[\w.-]+$/;
const MAX_REF_LENGTH = 200;

const schema = z.strictObject({ entityRef: z.string() });

/**
 * Body of `POST /builds`.
 *
 * @returns the reference in full and in lower case, as the catalog has it
 * @throws HttpProblem that names every field that is wrong
 * @internal
 */
export function parseBuildRequest(body: unknown): { entityRef: string } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw problems.problem(400, 'body-not-object');
  }
  const { data, error } = schema.safeParse(body);
  if (!data) {
    throw problems.validation(
      error.issues.flatMap(issue =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map(key => problems.finding(key, 'field-unknown'))
          : [
              problems.finding(
                'entityRef',
                'entityRef' in body ? 'field-not-text' : 'field-required',
              ),
            ],
      ),
    );
  }
  const { entityRef } = data;
  if (entityRef.length > MAX_REF_LENGTH || !ENTITY_REF.test(entityRef)) {
    throw problems.validation([
      problems.finding('entityRef', 'field-not-entity-ref'),
    ]);
  }
  return { entityRef: stringifyEntityRef(parseEntityRef(entityRef)) };
}

const idSchema = z.uuid();

/**
 * Id of a build in an address; the database refuses to look for any other text.
 *
 * @throws HttpProblem `build-not-found`
 * @internal
 */
export function parseBuildId(id: string): string {
  const { data } = idSchema.safeParse(id);
  if (!data) throw problems.problem(404, 'build-not-found');
  return data;
}
