/**
 * Whether the image runs as an ordinary user: the last stage must end as a user
 * with a number, as Kubernetes cannot tell of a name whether it is root.
 *
 * @internal
 */
export function checkContainerfile(text: string): string[] {
  const lines = text.split('\n').map(line => line.trim());
  const lastStage = lines.findLastIndex(line => /^FROM\s/i.test(line));
  if (lastStage < 0) {
    return ['there is no FROM'];
  }
  const defaults = new Map(
    lines.flatMap(line => {
      const [, name = '', value = ''] = /^ARG\s+(\w+)=(\S+)/i.exec(line) ?? [];
      return name ? [[name, value] as const] : [];
    }),
  );
  const images = lines.flatMap(line => {
    const image = /^FROM\s+(?:--\S+\s+)*(\S+)/i.exec(line)?.[1];
    const fillIn = (argument: string, name: string) =>
      defaults.get(name) ?? argument;
    return image?.replace(/\$\{?(\w+)\}?/g, fillIn) ?? [];
  });
  const stages = lines.flatMap(
    line => /^FROM\s.*\sAS\s+(\S+)/i.exec(line)?.[1] ?? [],
  );
  const problems = images
    .filter(image => !stages.includes(image) && image !== 'scratch')
    .filter(image => !/[:@]./.test(image) || image.endsWith(':latest'))
    .map(image => `image ${image} has no version`);
  const user = lines
    .slice(lastStage)
    .findLast(line => /^USER\s/i.test(line))
    ?.split(/\s+/)[1];
  if (!user || !/^[1-9]\d*(:\d+)?$/.test(user)) {
    problems.push(
      `the last USER must be a number that is not 0, not ${user ?? 'absent'}`,
    );
  }
  return problems;
}
