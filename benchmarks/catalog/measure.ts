import { quantile } from '../statistics.ts';
import type { Backend } from './backends.ts';
import { ask, QUESTIONS, type Person, type Question } from './requests.ts';

/** People who ask at the same moment. */
const CONCURRENCY = [1, 10, 50];

/** Questions per backend, person and round that do not count. */
const WARM_UP_ROUNDS = 2;

/** How long people waited, in milliseconds. */
export interface Waits {
  p50: number;
  p95: number;
}

/** One question by so many people at once, to each of the backends. */
export interface Comparison {
  title: string;
  users: number;
  samples: number;
  waits: Record<string, Waits>;
}

/** Fewer people get more rounds, or there would be too few samples to call one in twenty. */
const toRounds = (rounds: number, users: number) =>
  rounds * Math.max(1, Math.min(10, Math.round(50 / users)));

async function compare(options: {
  question: Question;
  backends: Backend[];
  people: Person[];
  rounds: number;
}): Promise<Comparison> {
  const { question, backends, people, rounds } = options;
  const samples = new Map<string, number[]>(
    backends.map(({ name }) => [name, []]),
  );
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    // taking turns, so that what else the machine does hits both
    const isOdd = round % 2 !== 0;
    for (const backend of isOdd ? [...backends].reverse() : backends) {
      const waits = await Promise.all(
        people.map((person, index) => {
          const turn = round + WARM_UP_ROUNDS + index;
          const paths = question.toPaths(backend.name, person, turn);
          return ask(backend.client, paths, person.token);
        }),
      );
      if (round >= 0) samples.get(backend.name)!.push(...waits);
    }
  }
  return {
    title: question.title,
    users: people.length,
    samples: rounds * people.length,
    waits: Object.fromEntries(
      [...samples].map(([name, waits]) => [
        name,
        { p50: quantile(waits, 0.5), p95: quantile(waits, 0.95) },
      ]),
    ),
  };
}

/** @throws Error when the rights of a person make no difference: then nothing is compared */
async function requireRights(backends: Backend[], person: Person) {
  const path = '/api/catalog/entities/by-query?filter=kind%3Dcomponent&limit=0';
  const totals = new Map<string, number>();
  for (const { name, client } of backends) {
    const answer = await client.expect([200], { path, token: person.token });
    totals.set(name, answer.totalItems);
  }
  const [visible, all] = [totals.get('portal')!, totals.get('backstage')!];
  if (visible === 0 || visible >= all) {
    throw new Error(`The portal shows ${visible} of ${all} components`);
  }
}

/** Asks everything of both, by one person and by more and more at once. */
export async function measureQuestions(options: {
  backends: Backend[];
  people: Person[];
  rounds: number;
  tell: (line: string) => void;
}): Promise<Comparison[]> {
  const { backends, people, rounds, tell } = options;
  await Promise.all(people.map(person => requireRights(backends, person)));
  const comparisons: Comparison[] = [];
  for (const question of QUESTIONS) {
    for (const users of CONCURRENCY) {
      tell(`Measuring ${question.title}, ${users} at once`);
      comparisons.push(
        await compare({
          question,
          backends,
          people: people.slice(0, users),
          rounds: toRounds(rounds, users),
        }),
      );
    }
  }
  return comparisons;
}
