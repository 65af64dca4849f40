import type { Organisation } from './mapOrganisation';
import { InvalidItemError } from './parseItem';

const ONTOLOGY = 'https://identifier.overheid.nl/tooi/def/ont/';
const ORGANISATIONS = 'https://identifier.overheid.nl/tooi/id/';
const LABEL = 'http://www.w3.org/2000/01/rdf-schema#label';

/**
 * What else stands in the complete lists: events in the life of organisations,
 * their former versions, the list itself.
 */
const NOT_AN_ORGANISATION =
  /(HistorischeVersie|Oprichting|Opheffing|Toestandswijziging|Samenvoeging|Uitbreiding|RegisterwaardelijstCompleet|#Ontology|\/Rijk)$/;

/** A node of expanded JSON-LD. */
type Node = Record<string, unknown>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function getValue(node: Node, predicate: string): string | undefined {
  const values = node[predicate];
  const first: unknown = Array.isArray(values) ? values[0] : undefined;
  const value = isNode(first) ? first['@value'] : undefined;
  return typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : undefined;
}

/** Nodes of a list, whether or not they stand in a graph of their own. @internal */
export function listTooiNodes(document: unknown): unknown[] {
  const entries = Array.isArray(document) ? document : [document];
  return entries.flatMap(entry =>
    isNode(entry) && Array.isArray(entry['@graph']) ? entry['@graph'] : [entry],
  );
}

/** Address of the organisation that a node is about; undefined for other nodes. @internal */
export function getTooiOrganisationUri(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  const id = node['@id'];
  if (typeof id !== 'string' || !id.startsWith(ORGANISATIONS)) return undefined;
  const types = Array.isArray(node['@type']) ? node['@type'] : [];
  const isOther = types.some(type => NOT_AN_ORGANISATION.test(String(type)));
  // the date on which a version of an organisation was followed by the next
  return isOther || getValue(node, `${ONTOLOGY}einddatumHV`) ? undefined : id;
}

/**
 * Reads the organisation of a node.
 *
 * @returns undefined when the organisation does not exist any more
 * @throws {@link InvalidItemError} when it has no name
 * @internal
 */
export function parseTooiOrganisation(
  node: unknown,
  now: Date,
): Organisation | undefined {
  const uri = getTooiOrganisationUri(node);
  if (!uri || !isNode(node)) return undefined;
  const endedOn = getValue(node, `${ONTOLOGY}einddatum`);
  if (endedOn && new Date(endedOn).getTime() < now.getTime()) return undefined;
  const label =
    getValue(node, `${ONTOLOGY}voorkeursnaamInclSoort`) ??
    getValue(node, `${ONTOLOGY}officieleNaamInclSoort`) ??
    getValue(node, LABEL);
  if (!label) {
    throw new InvalidItemError('officieleNaamInclSoort', {
      nl: 'De organisatie heeft geen naam in de waardelijst.',
      en: 'The organisation has no name in the value list.',
    });
  }
  return {
    uri,
    label: label.charAt(0).toLocaleUpperCase('nl') + label.slice(1),
    abbreviation: getValue(node, `${ONTOLOGY}afkorting`),
  };
}
