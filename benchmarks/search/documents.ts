/** Documents in the index. */
export const DOCUMENT_COUNT = 25_000;

/** Every tenth is for its own team alone, so that the rights have work to do. */
const SET_APART_EVERY = 10;

export const TEAM = 'group:default/burgerzaken';

const SUBJECTS =
  `vergunningen gemeenten parkeren belastingen toeslagen paspoorten
  rijbewijzen adressen gebouwen wegen water natuur onderwijs zorg subsidies
  bedrijven personen voertuigen grondstoffen luchtkwaliteit`.split(/\s+/);

const THINGS = `aanvraag registratie koppeling overzicht loket besluit controle
  publicatie statistiek archief`.split(/\s+/);

const KINDS = [
  { kind: 'Component', type: 'service' },
  { kind: 'API', type: 'openapi' },
  { kind: 'Resource', type: 'dataset' },
  { kind: 'Component', type: 'library' },
];

/**
 * What a catalog of 25,000 entities looks like to a search: short texts, in
 * which some words are everywhere and others in one document.
 */
export function buildDocuments() {
  return Array.from({ length: DOCUMENT_COUNT }, (_, index) => {
    const subject = SUBJECTS[index % SUBJECTS.length];
    const thing = THINGS[Math.floor(index / SUBJECTS.length) % THINGS.length];
    const other = SUBJECTS[(index * 7 + 3) % SUBJECTS.length];
    const name = `${thing}-${subject}-${index}`;
    const ref = `component:default/${name}`;
    const owner = `group:default/team-${index % 200}`;
    const isSetApart = index % SET_APART_EVERY === 0;
    return {
      title: `${thing} ${subject} ${index}`,
      text: `Voorziening van de overheid voor ${thing} van ${subject}, gebruikt door gemeenten en uitvoerders. Levert ook gegevens over ${other}; zie nummer n${index}.`,
      location: `/catalog/default/component/${name}`,
      ...KINDS[index % KINDS.length],
      name,
      namespace: 'default',
      lifecycle: 'production',
      owner,
      authorization: { resourceRef: ref },
      readableBy: isSetApart ? TEAM : 'everyone',
      keywords: [name, 'overheid', owner.slice('group:default/'.length)],
    };
  });
}

/** What people type: from one document up to all of them. */
export const QUERIES = {
  'one document': 'n12345',
  'two words, 1 in 200': 'aanvraag parkeren',
  'one word, 1 in 7': 'paspoorten',
  'every document': 'overheid',
};
