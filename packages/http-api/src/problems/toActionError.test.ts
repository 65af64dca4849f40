import { HttpProblem } from './HttpProblem';
import { toActionError } from './toActionError';

const detail = { nl: 'Dat kan niet.', en: 'That is not possible.' };

describe('toActionError', () => {
  it.each([
    [400, 'InputError'],
    [403, 'NotAllowedError'],
    [404, 'NotFoundError'],
    [409, 'ConflictError'],
  ])('answers a problem with status %s as %s', (status, name) => {
    const problem = new HttpProblem({ status, code: 'x', detail });
    expect(toActionError(problem, 'nl')).toMatchObject({
      name,
      message: 'Dat kan niet.',
    });
    expect(toActionError(problem, 'en')).toMatchObject({
      name,
      message: 'That is not possible.',
    });
  });

  it('leaves what it does not know as it is', () => {
    const error = new Error('x');
    expect(toActionError(error, 'nl')).toBe(error);
  });
});
