import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ANNOTATION_FIELDS } from './model/annotationFields';
import type { EntityField, FieldScope } from './model/EntityField';
import { KIND_FIELDS } from './model/kindFields';

const FILE = resolve(__dirname, '../../../docs/reference/entity-model.md');

const OWN_PREFIX = 'nerds.overheid.nl/';

function toPlaces(scopes: readonly FieldScope[]): string {
  return scopes
    .map(({ kind, types }) => (types ? `${kind} (${types.join(', ')})` : kind))
    .join(', ');
}

function toValue({ value, example }: EntityField): string {
  return value.is === 'one-of'
    ? value.values.map(one => `\`${one}\``).join(', ')
    : `such as \`${example}\``;
}

function toTable(head: string[], rows: string[][]): string {
  const widths = head.map((_, index) =>
    Math.max(...[head, ...rows].map(row => row[index].length)),
  );
  const toLine = (row: string[]) =>
    `| ${row.map((cell, index) => cell.padEnd(widths[index])).join(' | ')} |`;
  const rule = widths.map(width => '-'.repeat(width));
  return [head, rule, ...rows].map(toLine).join('\n');
}

const TABLES = {
  kinds: toTable(
    ['field', 'on', 'required', 'value', 'meaning'],
    KIND_FIELDS.map(field => [
      `\`${field.path.join('.')}\``,
      toPlaces(field.on),
      field.presence === 'required' ? 'yes' : '',
      toValue(field),
      field.meaning.en,
    ]),
  ),
  annotations: toTable(
    ['annotation', 'on', 'recommended on', 'value', 'meaning', 'written by'],
    ANNOTATION_FIELDS.map(field => [
      `\`${field.path.at(-1)!.slice(OWN_PREFIX.length)}\``,
      toPlaces(field.on),
      toPlaces(field.recommendedOn ?? []),
      toValue(field),
      field.meaning.en,
      field.writtenBy ?? 'team',
    ]),
  ),
};

/** The page with its tables as the model has them. */
function build(page: string): string {
  return Object.entries(TABLES).reduce((text, [name, table]) => {
    const [begin, end] = ['begin', 'end'].map(
      part => `<!-- ${name}: ${part} -->`,
    );
    const [before, rest] = text.split(begin);
    return `${before}${begin}\n\n${table}\n\n${end}${rest.split(end)[1]}`;
  }, page);
}

// Change it with UPDATE_REFERENCE=1.
it('is described in full in docs/reference/entity-model.md', () => {
  if (process.env.UPDATE_REFERENCE) {
    writeFileSync(FILE, build(readFileSync(FILE, 'utf8')));
  }
  const page = readFileSync(FILE, 'utf8');
  expect(page).toBe(build(page));
});
