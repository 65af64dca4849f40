import { DEMO_ACCOUNTS, type DemoAccount } from './demoAccounts.ts';

/** What a test can make different about an account. @public */
export interface AccountChange {
  /** As if the person had left: no sign-in, and no refresh of an earlier one. */
  disabled?: boolean;
  groups?: string[];
  /** On top of the usual claims; null takes a claim away. */
  claims?: Record<string, unknown>;
}

/**
 * The people who can sign in.
 *
 * @internal
 */
export class AccountDirectory {
  private readonly changes = new Map<string, AccountChange>();

  list(): DemoAccount[] {
    return DEMO_ACCOUNTS.filter(({ id }) => !this.changes.get(id)?.disabled);
  }

  find(id: string): DemoAccount | undefined {
    return this.list().find(account => account.id === id);
  }

  /** @returns undefined when nobody is called so, or not any more */
  findClaims(id: string): Record<string, unknown> | undefined {
    const account = this.find(id);
    if (!account) {
      return undefined;
    }
    const change = this.changes.get(id);
    const claims = {
      sub: account.id,
      name: account.name,
      preferred_username: account.id,
      email: account.email,
      email_verified: true,
      groups: change?.groups ?? account.groups,
      ...change?.claims,
    };
    return Object.fromEntries(
      Object.entries(claims).filter(([, value]) => value !== null),
    );
  }

  /** Replaces an earlier change; an empty one puts the account back. */
  change(id: string, change: AccountChange): void {
    this.changes.set(id, change);
  }
}
