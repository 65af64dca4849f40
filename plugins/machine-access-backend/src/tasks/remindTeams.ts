import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { TokenStore } from '../database/TokenStore';
import type { MachineTokenRecord } from '../domain/MachineTokenRecord';

/**
 * Tells teams which of their tokens end soon, each once per reminder.
 *
 * @remarks
 * A reminder is claimed before it is sent, so that two portals side by side do
 * not both send it; when sending fails it is given back for the next time.
 *
 * @param options - `reminderDays` from few to many: who is told of three days
 *   need not be told of fourteen
 * @internal
 */
export async function remindTeams(options: {
  store: TokenStore;
  notifications: NotificationService;
  logger: LoggerService;
  reminderDays: number[];
  now: Date;
}): Promise<void> {
  const { store, notifications, logger, reminderDays, now } = options;
  for (const days of reminderDays) {
    for (const token of await store.claimReminders(days, now)) {
      try {
        await notifications.send(buildReminder(token));
      } catch (error) {
        await store.returnReminder(token.id, days);
        logger.warn(
          `Could not tell ${token.team} that its token ${token.id} ends: ${error}`,
        );
      }
    }
  }
}

function buildReminder(token: MachineTokenRecord) {
  const endsOn = new Intl.DateTimeFormat('nl-NL', {
    dateStyle: 'long',
    timeZone: 'Europe/Amsterdam',
  }).format(token.expiresAt);
  return {
    recipients: { type: 'entity' as const, entityRef: token.team },
    payload: {
      title: `Token “${token.name}” verloopt op ${endsOn}`,
      description:
        'Maak op tijd een nieuw token en zet dat in de pipeline, of laat de pipeline zich met zijn eigen OIDC-token melden.',
      severity: 'high' as const,
      topic: 'machine-access',
      scope: `machine-token:${token.id}`,
    },
  };
}
