import { readFileSync } from 'node:fs';
import path from 'node:path';
import { messages } from '../../translations/en';
import { parseSignInProblem, toProblemText } from './signInProblems';

const BACKEND_CODES = path.resolve(
  __dirname,
  '../../../../../plugins/auth-backend-module-nerds/src/SignInError.ts',
);

describe('signInProblems', () => {
  const codes = [
    ...readFileSync(BACKEND_CODES, 'utf8').matchAll(
      /^ {2}'?([a-z-]+)'?: (?:401|500|503),$/gm,
    ),
  ].map(([, code]) => code);

  it('has words for everything the auth backend can say', () => {
    expect(codes.length).toBeGreaterThan(10);
    for (const code of codes.filter(known => known !== 'no-session')) {
      const problem = parseSignInProblem(code)!;
      expect(problem).toBe(code);
      expect(messages).toHaveProperty([toProblemText(problem)]);
    }
  });

  it.each([
    ['no-session', undefined],
    ['constructor', 'failed'],
    ['connect ECONNREFUSED 10.1.2.3:443', 'failed'],
    [undefined, 'failed'],
    [{}, 'failed'],
  ])('takes %p as %p', (code, problem) => {
    expect(parseSignInProblem(code)).toBe(problem);
  });
});
