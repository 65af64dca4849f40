import type { AuditorEvent } from '@backstage/backend-defaults/auditor';
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { createEventLogger } from './createEventLogger';

const buildEvent = (severityLevel: AuditorEvent['severityLevel']) =>
  ({
    plugin: 'catalog',
    eventId: 'entity-fetch',
    severityLevel,
    actor: {},
    meta: { query: 'kind=component', password: 'hunter2' },
    request: { url: '/entities?token=hunter2', method: 'GET' },
    status: 'succeeded',
  } as AuditorEvent);

function write(
  severity: AuditorEvent['severityLevel'],
  backend: JsonObject = {},
) {
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const config = mockServices.rootConfig({ data: { backend } });
  createEventLogger(logger, config)(buildEvent(severity));
  return logger;
}

describe('createEventLogger', () => {
  const { LOG_LEVEL } = process.env;
  beforeEach(() => {
    delete process.env.LOG_LEVEL;
  });
  afterAll(() => {
    if (LOG_LEVEL !== undefined) process.env.LOG_LEVEL = LOG_LEVEL;
  });

  it('writes what happened, without secrets', () => {
    const { info } = write('medium');
    expect(info).toHaveBeenCalledWith(
      'catalog.entity-fetch',
      expect.objectContaining({ status: 'succeeded' }),
    );
    expect(JSON.stringify(info.mock.calls)).not.toContain('hunter2');
  });

  it('writes a look only for who reads lines of the level debug', () => {
    expect(write('low').debug).not.toHaveBeenCalled();
    expect(
      write('low', { logger: { level: 'debug' } }).debug,
    ).toHaveBeenCalled();
    const overrides = [{ matchers: { plugin: 'catalog' }, level: 'debug' }];
    expect(write('low', { logger: { overrides } }).debug).toHaveBeenCalled();
    process.env.LOG_LEVEL = '';
    expect(
      write('low', { logger: { level: 'debug' } }).debug,
    ).toHaveBeenCalled();
    process.env.LOG_LEVEL = 'debug';
    expect(write('low').debug).toHaveBeenCalled();
  });

  it('writes a look where it was given another level', () => {
    const severityLogLevelMappings = { low: 'info' };
    const { info } = write('low', { auditor: { severityLogLevelMappings } });
    expect(info).toHaveBeenCalled();
  });
});
