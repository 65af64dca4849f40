import { messages } from '../../translations/en';
import type { Translate } from '../fields/nameProblems';

type KindKey = Extract<keyof typeof messages, `kind.${string}`>;

function isKindKey(key: string): key is KindKey {
  return Object.hasOwn(messages, key);
}

/** What a template makes, in words; a kind of somebody's own as it is. @internal */
export function toKindText(t: Translate, type: string): string {
  const key = `kind.${type}`;
  return isKindKey(key) ? t(key) : type;
}
