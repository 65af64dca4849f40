import { ConfigReader } from '@backstage/config';
import { readBuildLimits, requireFencedBuilds } from './config';

describe('requireFencedBuilds', () => {
  it.each([undefined, 'local'])('takes %s', runIn => {
    const config = new ConfigReader({ techdocs: { generator: { runIn } } });
    expect(() => requireFencedBuilds(config)).not.toThrow();
  });

  it('refuses a container, and says what to do instead', () => {
    const config = new ConfigReader({
      techdocs: { generator: { runIn: 'docker' } },
    });
    expect(() => requireFencedBuilds(config)).toThrow(
      /techdocs\.generator\.runIn is 'docker'; it has to be 'local'/,
    );
  });
});

describe('readBuildLimits', () => {
  it.each([0, -1, 1.5])('refuses %s builds at once', concurrency => {
    const config = new ConfigReader({ techdocs: { builds: { concurrency } } });
    expect(() => readBuildLimits(config)).toThrow(
      /techdocs\.builds\.concurrency is .*whole number above 0/,
    );
  });
});
