import type { Permission } from '@backstage/plugin-permission-common';

/** How long an answer counts, in milliseconds. */
const FRESH_MS = 1_000;

interface Entry<A> {
  answer: Promise<A>;
  until: number;
}

/**
 * What the policy answered about people in the last second, to whichever plugin
 * of this process asked.
 *
 * @internal
 */
export class KeptAnswers<A> {
  readonly #entries = new Map<string, Entry<A>>();
  readonly #now: () => number;

  /** @param now - milliseconds since some moment */
  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Asks only for what is not known, together, and answers in the order of the
   * questions. An error is not kept.
   */
  async askOnce<Q extends { permission: Permission }>(options: {
    person: string;
    questions: Q[];
    ask: (questions: Q[]) => Promise<A[]>;
  }): Promise<A[]> {
    const { person, questions, ask } = options;
    const now = this.#now();
    const toKey = ({ permission }: Q) => `${person} ${permission.name}`;
    const missing = questions.filter(
      question => !isFresh(this.#entries.get(toKey(question)), now),
    );
    if (missing.length > 0) {
      this.#dropOld(now);
      const answers = ask(missing);
      missing.forEach((question, index) => {
        const key = toKey(question);
        const answer = answers.then(all => all[index]);
        this.#entries.set(key, { answer, until: now + FRESH_MS });
        answer.catch(() => this.#entries.delete(key));
      });
    }
    return Promise.all(
      questions.map(question => this.#entries.get(toKey(question))!.answer),
    );
  }

  /** People come and go: what nobody will ask for again must not pile up. */
  #dropOld(now: number): void {
    for (const [key, entry] of this.#entries) {
      // In the order in which they were added, so the oldest come first.
      if (isFresh(entry, now)) return;
      this.#entries.delete(key);
    }
  }
}

function isFresh(entry: Entry<unknown> | undefined, now: number): boolean {
  return entry !== undefined && entry.until > now;
}
