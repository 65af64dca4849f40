import {
  MAX_ITEM_ERRORS,
  type FinishRunMessage,
  type SourceRegistration,
  type StartRunMessage,
} from '@nerds/plugin-catalog-sources-node';
import { z } from 'zod';
import { problems } from '../../domain/problems';

const text = z.string().max(1_000);
const localized = z.strictObject({ nl: text, en: text });
const count = z.number().int().min(0);

const registration = z.strictObject({
  id: z.string().regex(/^[a-z0-9][\w:.-]{0,99}$/i),
  title: localized,
  kind: z.enum(['register', 'discovery', 'organisation']),
  taskId: z.string().min(1).max(300),
});

const start = z.strictObject({
  source: registration,
  startedAt: z.iso.datetime(),
});

const finish = z.strictObject({
  ...start.shape,
  endedAt: z.iso.datetime(),
  state: z.enum(['succeeded', 'incomplete', 'failed']),
  counts: z.strictObject({
    read: count,
    added: count,
    changed: count,
    unchanged: count,
    archived: count,
    removed: count,
    failed: count,
  }),
  error: localized.optional(),
  itemErrors: z
    .array(
      z.strictObject({
        itemId: text,
        itemUrl: text.optional(),
        field: text.optional(),
        message: localized,
      }),
    )
    .max(MAX_ITEM_ERRORS),
  itemErrorCount: count,
});

/** @throws HttpProblem `report-malformed` when another plugin tells something else than agreed @internal */
export function parseRegistration(body: unknown): Required<SourceRegistration> {
  return requireParsed(registration, body);
}

/** @throws HttpProblem `report-malformed` when another plugin tells something else than agreed @internal */
export function parseStart(body: unknown): StartRunMessage {
  return requireParsed(start, body) as StartRunMessage;
}

/** @throws HttpProblem `report-malformed` when another plugin tells something else than agreed @internal */
export function parseFinish(body: unknown): FinishRunMessage {
  return requireParsed(finish, body) as FinishRunMessage;
}

function requireParsed<T extends z.ZodType>(
  schema: T,
  body: unknown,
): z.output<T> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path }) => path.join('.'));
  throw problems.problem(400, 'report-malformed', {
    fields: [...new Set(fields)].join(', '),
  });
}
