import {
  createRequestContext,
  getRequestContext,
  runInRequestContext,
} from './RequestContext';

describe('the request context', () => {
  it('follows asynchronous work, and keeps two requests apart', async () => {
    const numberLater = async () => {
      await new Promise(resolve => setTimeout(resolve, 1));
      return getRequestContext()?.correlationId;
    };
    const first = createRequestContext();
    const second = createRequestContext();
    expect(
      await Promise.all([
        runInRequestContext(first, numberLater),
        runInRequestContext(second, numberLater),
      ]),
    ).toEqual([first.correlationId, second.correlationId]);
    expect(first.correlationId).not.toBe(second.correlationId);
  });

  it('is not there outside a request', () => {
    expect(getRequestContext()).toBeUndefined();
  });
});
