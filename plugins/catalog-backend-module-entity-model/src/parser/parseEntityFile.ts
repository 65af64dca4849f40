import {
  parseEntityYaml,
  processingResult,
  type CatalogProcessorParser,
} from '@backstage/plugin-catalog-node';
import {
  validateCatalogInfo,
  type LocatedProblem,
} from '@nerds/plugin-entity-model-common';
import { describeProblems } from '../problems/describeProblems';

/**
 * Whether the catalog cannot even tell which entity it is about. What else is
 * wrong is up to the processor, which refuses that entity and keeps the rest of
 * the file.
 */
function isUnreadable({ code, path, severity }: LocatedProblem): boolean {
  if (severity !== 'error') return false;
  const [first, second] = path;
  return (
    code === 'not-yaml' ||
    code === 'too-complex' ||
    (code === 'not-an-object' && path.length === 0) ||
    (path.length === 1 &&
      ['apiVersion', 'kind', 'metadata'].includes(String(first))) ||
    (first === 'metadata' && ['name', 'namespace'].includes(String(second)))
  );
}

/**
 * Reads the entities of a file, as the catalog does; a file that it cannot read
 * is refused in words that name the line and what to write there.
 *
 * @internal
 */
export const parseEntityFile: CatalogProcessorParser = async function* parse({
  data,
  location,
}) {
  const problems = validateCatalogInfo(data.toString('utf8'));
  const unreadable = problems.filter(isUnreadable);
  if (unreadable.length > 0) {
    const message = describeProblems(unreadable, location.target);
    yield processingResult.inputError(location, message);
    return;
  }
  yield* parseEntityYaml(data, location);
};
