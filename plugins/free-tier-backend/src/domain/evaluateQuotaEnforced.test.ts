import { evaluateQuotaEnforced } from './evaluateQuotaEnforced';

const wanted = { pods: '20', 'requests.cpu': '1000m' };
const spec = { hard: { pods: '20', 'requests.cpu': '1' } };
const used = { pods: '0', 'requests.cpu': '0' };

describe('evaluateQuotaEnforced', () => {
  it.each([
    ['there is no quota', undefined, 'QuotaNotApplied'],
    [
      'someone set another quota',
      { spec: { hard: { pods: '500', 'requests.cpu': '1' } } },
      'QuotaNotApplied',
    ],
    ['nothing was counted yet', { spec }, 'QuotaStatusPending'],
    [
      'the old quota still counts',
      { spec, status: { hard: { ...spec.hard, pods: '10' }, used } },
      'QuotaStatusPending',
    ],
    [
      'a key is missing from what counts',
      { spec, status: { hard: { pods: '20' }, used } },
      'QuotaStatusPending',
    ],
    [
      'the use of a key is unknown',
      { spec, status: { hard: spec.hard, used: { pods: '0' } } },
      'QuotaStatusPending',
    ],
  ])('waits when %s', (_, quota, reason) => {
    const result = evaluateQuotaEnforced(wanted, quota);

    expect(result).toMatchObject({
      done: false,
      reason,
      message: { nl: expect.any(String), en: expect.any(String) },
    });
  });

  it('is done when every key counts, however it is spelt', () => {
    expect(
      evaluateQuotaEnforced(wanted, {
        spec,
        status: { hard: spec.hard, used },
      }),
    ).toEqual({ done: true });
  });
});
