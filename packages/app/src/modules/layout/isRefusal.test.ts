import { isRefusal } from './isRefusal';

function build(fields: object): Error {
  return Object.assign(new Error('x'), fields);
}

it.each<[string, unknown, boolean]>([
  ['an error of Backstage', build({ name: 'NotAllowedError' }), true],
  [
    'one that was forwarded',
    build({ cause: build({ name: 'NotAllowedError' }) }),
    true,
  ],
  ['an answer of a plugin of ours', build({ status: 403 }), true],
  ['an answer of a plugin of Backstage', build({ statusCode: 403 }), true],
  ['an answer with its response', build({ response: { status: 403 } }), true],
  ['another error', build({ name: 'NotFoundError' }), false],
  ['another answer', build({ status: 500 }), false],
  ['a text', 'NotAllowedError', false],
  ['nothing', undefined, false],
])('%s', (_, error, expected) => {
  expect(isRefusal(error)).toBe(expected);
});

it('does not run in circles', () => {
  const error = build({});
  Object.assign(error, { cause: error });
  expect(isRefusal(error)).toBe(false);
});
