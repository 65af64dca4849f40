import { createHash } from 'node:crypto';
import { EVERYONE, NOBODY } from '@nerds/plugin-access-common';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import type { SearchCategory } from '@nerds/plugin-search-common';
import { withForms } from '../domain/dutchWords';
import { toCategory } from '../domain/toCategory';
import { toWords } from '../domain/words';

/** As much of a text as is searched in; PostgreSQL takes a megabyte of stems. */
const MAX_SEARCHED_CHARACTERS = 200_000;

/** As much of it as is kept to show a piece of. */
const MAX_KEPT_CHARACTERS = 50_000;

/** Words at the beginning of a text that count for the order of the results. */
const LEAD_WORDS = 60;

/**
 * What our transformers add to the documents of the collators.
 *
 * @internal
 */
export interface DescribedByUs {
  /** Who may see what the document is about; see `READABLE_BY_ANNOTATION`. */
  readableBy?: string;
  /** What it is also called: name, tags, owner. */
  keywords?: string[];
  /**
   * Entity ref of the owner. Collators have an `owner` each in their own way, the
   * one of the documentation only its name.
   */
  ownedBy?: string;
}

/** What is kept to show of a document; the rest is only there to be found by. @internal */
export interface KeptDocument extends IndexableDocument {
  kind?: string;
  name?: string;
  type?: string;
  ownedBy?: string;
  lifecycle?: string;
  entityTitle?: string;
}

/** A document as it goes into the database. @internal */
export interface IndexedDocument {
  /** Hash of everything else, in hexadecimal. */
  id: string;
  type: string;
  category: SearchCategory;
  resourceRef: string | null;
  readableBy: string;
  title: string;
  titleWords: string;
  keywordWords: string;
  leadWords: string;
  allWords: string;
  document: KeptDocument;
}

/**
 * Makes of a document what is compared with queries.
 *
 * @remarks
 * A document that names a resource and not who may see it is for nobody: it is
 * found only by who may see everything.
 *
 * @param type - what its collator calls it
 * @internal
 */
export function buildIndexedDocument(
  type: string,
  source: IndexableDocument & DescribedByUs,
): IndexedDocument {
  const { readableBy, keywords, ...document } = toStorable(source);
  const resourceRef = document.authorization?.resourceRef ?? null;
  const text = String(document.text ?? '').slice(0, MAX_SEARCHED_CHARACTERS);
  const titleWords = toWords(String(document.title ?? ''));
  const keywordWords = toWords((keywords ?? []).join(' '));
  const textWords = toWords(text);
  const content = {
    type,
    category: toCategory(type, document as KeptDocument),
    resourceRef,
    readableBy: readableBy ?? (resourceRef === null ? EVERYONE : NOBODY),
    title: titleWords.join(' '),
    titleWords: withForms(titleWords).join(' '),
    keywordWords: withForms(keywordWords).join(' '),
    leadWords: textWords.slice(0, LEAD_WORDS).join(' '),
    allWords: withForms(
      new Set([...titleWords, ...keywordWords, ...textWords]),
    ).join(' '),
    document: { ...document, text: text.slice(0, MAX_KEPT_CHARACTERS) },
  };
  const id = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { id, ...content };
}

/** Without what PostgreSQL refuses in a JSON document: one such character would stop the whole index. */
function toStorable<T>(document: T): T {
  return JSON.parse(
    JSON.stringify(document, (_key, value: unknown) =>
      typeof value === 'string'
        ? value.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd')
        : value,
    ),
  ) as T;
}
