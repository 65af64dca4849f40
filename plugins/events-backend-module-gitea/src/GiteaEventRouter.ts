import {
  SubTopicEventRouter,
  type EventParams,
  type EventsService,
} from '@backstage/plugin-events-node';

/**
 * Gives each kind of event of Gitea and Forgejo a topic of its own, such as
 * `gitea.push`.
 *
 * @internal
 */
export class GiteaEventRouter extends SubTopicEventRouter {
  constructor(options: { events: EventsService }) {
    super({ events: options.events, topic: 'gitea' });
  }

  protected getSubscriberId(): string {
    return 'GiteaEventRouter';
  }

  protected determineSubTopic(params: EventParams): string | undefined {
    // Forgejo sends this header too
    const kind = params.metadata?.['x-gitea-event'];
    return typeof kind === 'string' && /^[a-z_]{1,50}$/.test(kind)
      ? kind
      : undefined;
  }
}
