import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';
import type { AuditRecorder } from '../recorder/AuditRecorder';

/**
 * The worker of the scaffolder does not expect a refusal here, and would leave
 * its task hanging. The request that made the task was put on record, and so is
 * what its steps change.
 */
const BACKGROUND_WORK_THAT_GOES_ON = ['scaffolder.task'];

/**
 * Lets no change begin that cannot be put on record.
 *
 * @internal
 */
export class RecordingAuditorService implements AuditorService {
  readonly #inner: AuditorService;
  readonly #recorder: AuditRecorder;
  readonly #pluginId: string;

  constructor(options: {
    inner: AuditorService;
    recorder: AuditRecorder;
    pluginId: string;
  }) {
    this.#inner = options.inner;
    this.#recorder = options.recorder;
    this.#pluginId = options.pluginId;
  }

  async createEvent(
    options: AuditorServiceCreateEventOptions,
  ): Promise<AuditorServiceEvent> {
    const { eventId, severityLevel = 'low', request } = options;
    const goesOn =
      !request &&
      BACKGROUND_WORK_THAT_GOES_ON.includes(`${this.#pluginId}.${eventId}`);
    if (severityLevel !== 'low' && !goesOn) this.#recorder.requireAvailable();
    return this.#inner.createEvent(options);
  }
}
