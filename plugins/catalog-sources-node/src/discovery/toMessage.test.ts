import { toMessage } from './toMessage';

const refused = new Error('connect ECONNREFUSED 127.0.0.1:389');
const circle: { message: string; cause?: unknown } = { message: 'round' };
circle.cause = circle;

describe('toMessage', () => {
  it.each([
    ['nothing', undefined, 'It failed'],
    ['a text', 'because', 'It failed: because'],
    ['a status', { message: 'No.', status: 401 }, 'It failed: No. (401)'],
    ['what is said already', new Error('failed'), 'It failed'],
    [
      'the causes, without the status that was made up',
      Object.assign(new Error('fetch failed', { cause: refused }), {
        status: 500,
      }),
      'It failed: fetch failed: connect ECONNREFUSED 127.0.0.1:389',
    ],
    ['a circle once', circle, 'It failed: round'],
  ])('adds %s', (_title, meta, expected) => {
    expect(toMessage('It failed', meta)).toBe(expected);
  });
});
