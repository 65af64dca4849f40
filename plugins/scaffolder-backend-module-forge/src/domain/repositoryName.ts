/** Also a DNS label, because images and Kubernetes objects get the same name. */
const NAME = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Whether every forge takes this name, and an address with it means one thing. @internal */
export function isRepositoryName(name: string): boolean {
  return NAME.test(name);
}
