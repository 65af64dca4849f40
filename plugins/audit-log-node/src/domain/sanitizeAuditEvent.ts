import type { NewAuditEvent } from '../recorder/AuditRecorder';
import { scrubText, scrubValue } from './scrub';

/** Far more than the details of any event; a larger one tells too much. */
const MAX_DETAILS_CHARACTERS = 8_000;
const MAX_TEAMS = 50;

function scrubOptional(text: string | undefined): string | undefined {
  return text === undefined ? undefined : scrubText(text);
}

function sanitizeDetails(
  details: NewAuditEvent['details'],
): NewAuditEvent['details'] {
  if (!details) return undefined;
  const scrubbed = scrubValue(details) as Record<string, unknown>;
  if (Object.keys(scrubbed).length === 0) return undefined;
  return JSON.stringify(scrubbed).length > MAX_DETAILS_CHARACTERS
    ? { truncated: true }
    : scrubbed;
}

/**
 * The event as it may be stored: without secrets, in texts that the database
 * takes, and of a limited size. Everything that is stored went through here.
 *
 * @internal
 */
export function sanitizeAuditEvent(event: NewAuditEvent): NewAuditEvent {
  const { origin } = event;
  return {
    act: scrubText(event.act),
    object: scrubOptional(event.object),
    result: event.result,
    origin: {
      address: scrubOptional(origin.address),
      userAgent: scrubOptional(origin.userAgent),
      method: scrubOptional(origin.method),
      path: scrubOptional(origin.path?.split(/[?#]/)[0]),
    },
    actor: scrubText(event.actor),
    at: event.at,
    severity: event.severity,
    plugin: scrubText(event.plugin),
    correlationId: event.correlationId,
    teams: event.teams.slice(0, MAX_TEAMS).map(team => scrubText(team)),
    reason: scrubOptional(event.reason),
    details: sanitizeDetails(event.details),
  };
}
