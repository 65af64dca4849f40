import type { Request } from 'express';

/** Who makes a request, proven by the signature of a token of the portal. @internal */
export interface Caller {
  kind: 'person' | 'plugin';
  /** `user:…` of a person or machine, `plugin:<id>` of a part of the portal. */
  ref: string;
}

const callers = new WeakMap<Request, Caller>();

/** @internal */
export function setCaller(req: Request, caller: Caller | undefined): void {
  if (caller) callers.set(req, caller);
}

/** @returns undefined for who is not signed in @internal */
export function getCaller(req: Request): Caller | undefined {
  return callers.get(req);
}
