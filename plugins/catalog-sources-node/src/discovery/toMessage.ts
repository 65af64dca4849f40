/** A cause may be its own cause. */
const MAX_DEPTH = 5;

/** Modules write part of what they know in the fields of a line of the log. */
interface Details {
  message?: unknown;
  status?: unknown;
  cause?: unknown;
}

/**
 * What a module wrote to the log, with what its fields add to that.
 *
 * @internal
 */
export function toMessage(message: string, meta: unknown): string {
  const causes = [...listCauses(meta)];
  const text = causes
    .map(cause => cause.message)
    .filter((detail): detail is string => typeof detail === 'string')
    .reduce(
      (known, next) => (known.includes(next) ? known : `${known}: ${next}`),
      message,
    );
  // With a cause there was no answer, and some make up a status for that.
  const status = causes.length === 1 ? causes[0].status : undefined;
  return typeof status === 'number' ? `${text} (${status})` : text;
}

/** `fetch` says only in the last of them that nobody listens at the address. */
function* listCauses(meta: unknown): Generator<Details> {
  let next = toDetails(meta);
  for (let depth = 0; next && depth < MAX_DEPTH; depth++) {
    yield next;
    next = toDetails(next.cause);
  }
}

function toDetails(meta: unknown): Details | undefined {
  if (typeof meta === 'string') return { message: meta };
  return typeof meta === 'object' && meta !== null ? meta : undefined;
}
