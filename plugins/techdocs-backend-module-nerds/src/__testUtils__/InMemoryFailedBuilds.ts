import type { FailedBuild, FailedBuilds } from '../failures/FailedBuilds';

/** For tests that are not about what is remembered. */
export class InMemoryFailedBuilds implements FailedBuilds {
  private readonly builds = new Map<string, FailedBuild>();

  async find(site: string) {
    return this.builds.get(site);
  }

  async remember(site: string, failure: FailedBuild) {
    this.builds.set(site, failure);
  }

  async forget(site: string) {
    this.builds.delete(site);
  }
}
