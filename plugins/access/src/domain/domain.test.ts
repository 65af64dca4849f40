import {
  buildApiError,
  buildItem,
  buildReview,
} from '../__testUtils__/builders';
import { toCurlExample } from './curlExample';
import { toEntityName } from './entityName';
import { isSaidAtFields, toFieldErrors } from './fieldErrors';
import { toEndOfDay } from './moment';
import {
  groupItems,
  listConfirmable,
  toCompletionObstacle,
} from './reviewItems';
import { toSubjectRef } from './subjectRef';

describe('toSubjectRef', () => {
  const options = [{ id: 'user:default/jan', label: 'Jan Jansen (jan)' }];

  it.each([
    ['Jan Jansen (jan)', 'user', 'user:default/jan'],
    [' Piet ', 'user', 'user:default/piet'],
    ['burgerzaken', 'group', 'group:default/burgerzaken'],
    ['elders/burgerzaken', 'group', 'group:elders/burgerzaken'],
    ['Group:default/Platform', 'user', 'group:default/platform'],
    ['  ', 'user', ''],
  ] as const)('takes “%s” of a %s for “%s”', (text, kind, ref) => {
    expect(toSubjectRef(text, kind, options)).toBe(ref);
  });
});

describe('field errors', () => {
  const error = buildApiError(400, 'Klopt niet.', [
    { field: 'items[0].reason', detail: 'Te lang.' },
  ]);

  it('stand at the field of the form', () => {
    expect(toFieldErrors(error)).toEqual({ reason: 'Te lang.' });
    expect(isSaidAtFields(error, ['reason'])).toBe(true);
    expect(isSaidAtFields(error, ['name'])).toBe(false);
  });

  it('are none when the failure is about something else', () => {
    expect(toFieldErrors(undefined)).toEqual({});
    expect(toFieldErrors(new TypeError('Failed to fetch'))).toEqual({});
    expect(isSaidAtFields(buildApiError(403, 'Nee.'), ['reason'])).toBe(false);
  });
});

describe('moments', () => {
  it('lets a role count until the end of its last day', () => {
    const end = new Date(toEndOfDay('2026-12-31'));
    expect([end.getDate(), end.getHours()]).toEqual([31, 23]);
  });
});

describe('the items of a review', () => {
  const items = [
    buildItem({ id: 'a', kind: 'machine-token' }),
    buildItem({ id: 'b' }),
    buildItem({ id: 'c', isOwn: true }),
    buildItem({ id: 'd', decision: 'confirm' }),
  ];

  it('stand by kind, people first', () => {
    expect(
      groupItems(items).map(group => [
        group.kind,
        group.items.map(({ id }) => id),
      ]),
    ).toEqual([
      ['member', ['b', 'c', 'd']],
      ['machine-token', ['a']],
    ]);
  });

  it('can be confirmed together, but for the own access', () => {
    const ids = listConfirmable(buildReview({ items })).map(({ id }) => id);
    expect(ids).toEqual(['a', 'b']);
  });

  it.each([
    ['undecided', { items }],
    ['only-own', { items: items.slice(2) }],
    [
      'sources',
      { items: [], sources: [{ kind: 'member', state: 'failed' as const }] },
    ],
    [undefined, { items: [] }],
  ] as const)('keep a review from being completed: %s', (obstacle, changes) => {
    const review = buildReview(changes as Parameters<typeof buildReview>[0]);
    expect(toCompletionObstacle(review)).toBe(obstacle);
  });
});

it('shows a first call that the token may make, without the secret', () => {
  const example = toCurlExample('https://portal', ['catalog.entity.read']);
  expect(example).toContain('"https://portal/api/catalog/entities?limit=5"');
  expect(example).toContain('Bearer $NERDS_TOKEN');
  expect(toCurlExample('https://portal', [])).toContain('free-tier');
});

it('names an entity by its name, and leaves what is none as it is', () => {
  expect(toEntityName('group:default/burgerzaken')).toBe('burgerzaken');
  expect(toEntityName('uitrol-website')).toBe('uitrol-website');
});
