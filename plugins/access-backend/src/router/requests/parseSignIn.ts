import type { SignIn } from '@nerds/plugin-access-node';
import { z } from 'zod';
import { problems } from '../../domain/problems';

const schema = z.object({
  userEntityRef: z.string().regex(/^user:[^/\s]+\/[^/\s]+$/),
  displayName: z.string().max(200).optional(),
  teams: z.array(z.string().regex(/^group:[^/\s]+\/[^/\s]+$/)),
});

/**
 * Body of `POST /internal/sign-ins`, from the authentication plugin.
 *
 * @throws HttpProblem `validation-failed`
 * @internal
 */
export function parseSignIn(body: unknown): SignIn {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const field = result.error.issues[0].path.join('.');
  throw problems.validation([problems.finding(field, 'field-required')]);
}
