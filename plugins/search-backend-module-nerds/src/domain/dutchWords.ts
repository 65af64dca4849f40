/**
 * Last parts of the compounds that government writes. A word that ends on one
 * is also found by its parts: `vergunningaanvraag` by `aanvraag`.
 */
const HEADS = `
aangifte aanvraag aanvragen advies afdeling afhandeling afspraak agenda akte
applicatie archief balie basis bedrijf bedrijven beheer belasting beleid bericht
berichten besluit besluiten bestand bestanden betaling bewijs bezwaar bezwaren
bouw bureau burger burgers catalogus centrum contact controle data dienst
diensten dossier dossiers formulier formulieren gebied gebieden gegevens gemeente
gemeenten gids handhaving handleiding huis inkomen inspectie instantie kaart
kaarten kenteken keten koppeling koppelingen lijst loket meldingen melding
meting metingen model modellen nummer nummers omgeving onderzoek onderwijs
overheid overzicht paspoort persoon personen plan plannen plicht portaal proces
processen publicatie publicaties register registers registratie registraties
regeling regelingen ruimte samenwerking school scholen service sleutel software
standaard standaarden statistiek statistieken stelsel stelsels subsidie subsidies
systeem systemen taken toegang toeslag toeslagen toets toezicht uitkering
uitkeringen uitslag uittreksel uittreksels vergunning vergunningen verkeer
verklaring verklaringen verwerking verzoek verzoeken voertuig voertuigen
voorziening voorzieningen vraag vragen wijziging wijzigingen woning woningen
zaak zaken zorg
`
  .trim()
  .split(/\s+/)
  // the longest that fits: `basisregistratie` ends on `registratie`
  .sort((a, b) => b.length - a.length);

/** Shorter and it is an accident: `erfzaak` is one, `ezaak` is not. */
const MIN_FIRST_PART = 3;

/** Letters that Dutch puts between two parts. */
const LINKS = ['s', 'en'];

/**
 * Plurals of which the stem is spelled in another way than the singular, which
 * the Dutch stemmer of PostgreSQL leaves as they are. A word too many does no
 * harm: it is one more way to be found.
 */
const SINGULARS: [plural: RegExp, singular: string][] = [
  [/^(.{2,})zen$/, '$1s'],
  [/^(.{2,})ven$/, '$1f'],
  [/^(.*[aeiouy])([bcdfghjklmnprst])\2en$/, '$1$2'],
  [/^(.{2,}[ei]e)en$/, '$1'],
];

/** Other ways to write or find a word. @internal */
export interface WordForms {
  /** The word, and the singular it may be the plural of. */
  forms: string[];
  /** Of a compound: each part in the forms that it may have. */
  parts: string[][];
}

/**
 * The forms of one folded word.
 *
 * @internal
 */
export function findForms(word: string): WordForms {
  return { forms: [word, ...findSingulars(word)], parts: splitCompound(word) };
}

/**
 * Every other word by which a text with this word is to be found.
 *
 * @internal
 */
export function expandWord(word: string): string[] {
  const { forms, parts } = findForms(word);
  return [...forms.slice(1), ...parts.flat()];
}

/** Words with everything by which a text with them is to be found, each once. @internal */
export function withForms(words: Iterable<string>): string[] {
  return [...new Set([...words].flatMap(word => [word, ...expandWord(word)]))];
}

function findSingulars(word: string): string[] {
  return SINGULARS.filter(([plural]) => plural.test(word)).map(
    ([plural, singular]) => word.replace(plural, singular),
  );
}

function splitCompound(word: string): string[][] {
  const head = HEADS.find(
    candidate =>
      word.length >= candidate.length + MIN_FIRST_PART &&
      word.endsWith(candidate),
  );
  if (!head) return [];
  const first = word.slice(0, -head.length);
  const unlinked = LINKS.filter(
    link =>
      first.endsWith(link) && first.length >= link.length + MIN_FIRST_PART,
  ).map(link => first.slice(0, -link.length));
  return [
    [first, ...unlinked],
    [head, ...findSingulars(head)],
  ];
}
