import { InputError, serializeError } from '@backstage/errors';
import {
  validateCatalogInfo,
  validateEntity,
} from '@nerds/plugin-entity-model-common';
import { describeProblems } from '../problems/describeProblems';
import { toProblems } from './toProblems';

/** As the catalog keeps what a processor threw. */
function store(...errors: Error[]): string {
  const wrapped = errors.map(
    error =>
      new InputError(
        'Processor EntityModelProcessor threw an error while preprocessing',
        error,
      ),
  );
  return JSON.stringify(wrapped.map(error => serializeError(error)));
}

const ENTITY = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: {
    name: 'zaken',
    annotations: { 'nerds.overheid.nl/confidentiality': 'geheim' },
  },
  spec: {},
};

describe('toProblems', () => {
  it('gives every sentence of the entity model in one language, with its field', () => {
    const message = describeProblems(validateEntity(ENTITY), 'System zaken');
    const stored = store(new InputError(message));
    const field = 'metadata.annotations["nerds.overheid.nl/confidentiality"]';
    expect(toProblems(stored, 'nl')).toEqual([
      {
        field: 'spec.owner',
        detail:
          'spec.owner ontbreekt. Voeg toe: owner: group:default/burgerzaken',
      },
      {
        field,
        detail: `${field} kent de waarde “geheim” niet. Kies uit: low, medium, high.`,
      },
    ]);
    expect(toProblems(stored, 'en').map(({ detail }) => detail)).toEqual([
      'spec.owner is missing. Add: owner: group:default/burgerzaken',
      `${field} does not know the value “geheim”. Choose from: low, medium, high.`,
    ]);
  });

  it('gives the line where the file says it', () => {
    const problems = validateCatalogInfo('kind: Component\n  metadata: x\n');
    const stored = store(new InputError(describeProblems(problems, 'bestand')));
    expect(toProblems(stored, 'nl')).toEqual([
      { line: 1, detail: expect.stringMatching(/^Dit is geen geldige YAML/) },
    ]);
    expect(toProblems(stored, 'en')).toEqual([
      { line: 1, detail: expect.stringMatching(/^This is not valid YAML/) },
    ]);
  });

  it('gives what others say as they say it, without secrets', () => {
    const stored = store(
      new Error(
        'Unable to read https://portaal:geheim@forge.example/x?private_token=abc&ref=main',
      ),
      new Error('metadata.namespace: kies een andere'),
    );
    expect(toProblems(stored, 'nl')).toEqual([
      {
        detail:
          'Unable to read https://forge.example/x?private_token=…&ref=main',
      },
      {
        field: 'metadata.namespace',
        detail: 'metadata.namespace: kies een andere',
      },
    ]);
  });

  it('leaves out what nobody reads to the end', () => {
    const stored = store(new Error('x'.repeat(1_000_000)));
    expect(toProblems(stored, 'nl')[0].detail).toHaveLength(2_001);
    const many = store(...Array.from({ length: 60 }, () => new Error('x')));
    expect(toProblems(many, 'nl')).toHaveLength(50);
  });

  it('says nothing about what is no list of errors', () => {
    expect(toProblems('{"x":1}', 'nl')).toEqual([]);
    expect(toProblems('[null, {}]', 'nl')).toEqual([
      { detail: 'Unknown error' },
    ]);
  });
});
