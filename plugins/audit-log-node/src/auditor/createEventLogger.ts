import type { AuditorEvent } from '@backstage/backend-defaults/auditor';
import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { scrubValue } from '../domain/scrub';

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
type Level = (typeof LEVELS)[number];
type Severity = AuditorEvent['severityLevel'];

/** As Backstage's own auditor. */
const DEFAULT_LEVELS: Record<Severity, Level> = {
  low: 'debug',
  medium: 'info',
  high: 'info',
  critical: 'info',
};

function readLevels(config: RootConfigService): Record<Severity, Level> {
  const levels = { ...DEFAULT_LEVELS };
  for (const severity of Object.keys(levels) as Severity[]) {
    const key = `backend.auditor.severityLogLevelMappings.${severity}`;
    const level = config.getOptionalString(key);
    if (level === undefined) continue;
    if (!LEVELS.includes(level as Level)) {
      throw new InputError(
        `Config key '${key}' must be one of ${LEVELS.join(', ')}`,
      );
    }
    levels[severity] = level as Level;
  }
  return levels;
}

/** Whether anybody could read lines of the level debug, from what the logger itself reads. */
function isDebugLogged(config: RootConfigService): boolean {
  const overrides =
    config.getOptionalConfigArray('backend.logger.overrides') ?? [];
  const level =
    process.env.LOG_LEVEL || config.getOptionalString('backend.logger.level');
  return [level, ...overrides.map(it => it.getOptionalString('level'))].some(
    each => ['debug', 'silly'].includes(each ?? ''),
  );
}

/**
 * Writes each event to the ordinary log too, in the form of Backstage's own
 * auditor, but without secrets and without what people typed.
 *
 * @internal
 */
export function createEventLogger(
  logger: LoggerService,
  config: RootConfigService,
): (event: AuditorEvent) => void {
  const auditLogger = logger.child({ isAuditEvent: true });
  const levels = readLevels(config);
  const isDebugging = isDebugLogged(config);
  return event => {
    const { meta, request } = event;
    const level = levels[event.severityLevel];
    // Every look at the catalog is such an event, and to clean it takes time.
    if (level === 'debug' && !isDebugging) return;
    const line = {
      ...event,
      meta: scrubValue(meta),
      request: request && { ...request, url: request.url.split(/[?#]/)[0] },
      // its text may repeat what somebody typed
      ...('error' in event && { error: { name: event.error.name } }),
    };
    auditLogger[level](`${event.plugin}.${event.eventId}`, line as JsonObject);
  };
}
