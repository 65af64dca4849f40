/**
 * The Keycloak that signing in is tested against.
 *
 * @internal
 */
export const KEYCLOAK = {
  version: '26.7.3',
  /** Of the tar.gz, so that what runs is what was looked at. */
  sha256: '77657f30b7e90d70f727712ce1c967f430fd6a5e9f458d32d8c6df0635345f47',
  artifact: 'org.keycloak:keycloak-quarkus-dist:26.7.3:tar.gz',
  /** Copies one artifact out of the repository that Maven is set up with. */
  mavenGoal: 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy',
} as const;
