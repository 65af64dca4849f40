import { act, cleanup, renderHook } from '@testing-library/react';
import { usePolledResource } from './usePolledResource';

function setHidden(isHidden: boolean) {
  Object.defineProperty(document, 'hidden', {
    configurable: true,
    value: isHidden,
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

async function advance(ms: number) {
  await act(() => jest.advanceTimersByTimeAsync(ms));
}

describe('usePolledResource', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    cleanup();
    setHidden(false);
    jest.useRealTimers();
  });

  it('waits as long as the newest answer asks for', async () => {
    const load = jest
      .fn<Promise<string>, [AbortSignal]>()
      .mockResolvedValueOnce('moving')
      .mockResolvedValue('still');
    const { result } = renderHook(() =>
      usePolledResource(load, value => (value === 'moving' ? 2_000 : 30_000)),
    );
    expect(result.current.isLoading).toBe(true);
    await advance(0);
    expect(result.current).toMatchObject({ value: 'moving', isLoading: false });
    await advance(2_000);
    expect(result.current.value).toBe('still');
    await advance(29_000);
    expect(load).toHaveBeenCalledTimes(2);
    await advance(1_000);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('keeps the last answer beside the error and forgets the error when it works again', async () => {
    const load = jest
      .fn<Promise<string>, [AbortSignal]>()
      .mockResolvedValueOnce('first')
      .mockRejectedValueOnce(new Error('down'))
      .mockResolvedValue('second');
    const { result } = renderHook(() => usePolledResource(load, () => 1_000));
    await advance(0);
    await advance(1_000);
    expect(result.current.value).toBe('first');
    expect(result.current.error?.message).toBe('down');
    await advance(1_000);
    expect(result.current.value).toBe('second');
    expect(result.current.error).toBeUndefined();
  });

  it('asks nothing while the tab is hidden and at once when it is shown again', async () => {
    const load = jest
      .fn<Promise<string>, [AbortSignal]>()
      .mockResolvedValue('x');
    renderHook(() => usePolledResource(load, () => 1_000));
    await advance(0);
    act(() => setHidden(true));
    await advance(10_000);
    expect(load).toHaveBeenCalledTimes(1);
    act(() => setHidden(false));
    await advance(0);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('loads at once when told to and aborts what is under way when the page is left', async () => {
    const signals: AbortSignal[] = [];
    const load = jest.fn((signal: AbortSignal) => {
      signals.push(signal);
      return Promise.resolve('x');
    });
    const { result, unmount } = renderHook(() =>
      usePolledResource(load, () => 60_000),
    );
    await advance(0);
    act(() => result.current.refresh());
    await advance(0);
    expect(load).toHaveBeenCalledTimes(2);
    unmount();
    expect(signals.map(signal => signal.aborted)).toEqual([true, true]);
    await advance(120_000);
    expect(load).toHaveBeenCalledTimes(2);
  });
});
