import { BuildQueue } from './BuildQueue';

function createBuilds(queue: BuildQueue, count: number) {
  const finish: (() => void)[] = [];
  const running: number[] = [];
  const places: Record<number, number[]> = {};
  const builds = Array.from({ length: count }, (_, number) =>
    queue.run(
      () => {
        running.push(number);
        return new Promise<number>(resolve => {
          finish[number] = () => resolve(number);
        });
      },
      place => {
        (places[number] ??= []).push(place);
      },
    ),
  );
  return { builds, finish, running, places };
}

describe('BuildQueue', () => {
  it('runs no more than it may, in order, and tells the others their place', async () => {
    const { builds, finish, running, places } = createBuilds(
      new BuildQueue(2),
      5,
    );
    await Promise.resolve();
    expect(running).toEqual([0, 1]);
    expect(places).toEqual({ 2: [0], 3: [1], 4: [2] });

    finish[1]();
    await expect(builds[1]).resolves.toBe(1);
    expect(running).toEqual([0, 1, 2]);
    expect(places).toEqual({ 2: [0], 3: [1, 0], 4: [2, 1] });

    finish[0]();
    finish[2]();
    await Promise.all([builds[0], builds[2]]);
    expect(running).toEqual([0, 1, 2, 3, 4]);
  });

  it('goes on after a build that failed', async () => {
    const queue = new BuildQueue(1);
    const failed = queue.run(async () => {
      throw new Error('no');
    }, jest.fn());
    const next = queue.run(async () => 'yes', jest.fn());
    await expect(failed).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
    await expect(queue.run(async () => 'free', jest.fn())).resolves.toBe(
      'free',
    );
  });
});
