import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { messages } from '../translations/en';
import { KNOWN_ACTS, toActKey } from './act';

const PLUGINS = path.resolve(__dirname, '../../..');

/** Acts that the backend plugins of this repository write out in full. */
function findRecordedActs(): string[] {
  return readdirSync(PLUGINS)
    .filter(folder => folder.endsWith('-backend'))
    .flatMap(folder => {
      const sources = path.join(PLUGINS, folder, 'src');
      return readdirSync(sources, { recursive: true, encoding: 'utf8' })
        .filter(file => /\.ts$/.test(file) && !/test/i.test(file))
        .map(file => readFileSync(path.join(sources, file), 'utf8'))
        .flatMap(text => [...text.matchAll(/eventId: '([a-z-]+)'/g)])
        .map(([, eventId]) => `${folder.replace(/-backend$/, '')}.${eventId}`);
    });
}

const known = Object.entries(KNOWN_ACTS).flatMap(([plugin, events]) =>
  events.map(event => `${plugin}.${event}`),
);

it('has words for every act that one can filter on', () => {
  const speechless = known.filter(act => !toActKey({ act }, messages));
  expect(speechless).toEqual([]);
});

it('knows every act that our plugins record', () => {
  const recorded = findRecordedActs();
  expect(recorded).toContain('free-tier.cluster-delete');
  expect(recorded.filter(act => !known.includes(act))).toEqual([]);
});

it('is as precise as the event is', () => {
  const act = 'scaffolder.task';
  expect(toActKey({ act, details: { actionType: 'cancel' } }, messages)).toBe(
    'act.scaffolder.task.cancel',
  );
  expect(toActKey({ act, details: { actionType: 'x' } }, messages)).toBe(
    'act.scaffolder.task',
  );
  expect(toActKey({ act: 'x.toString' }, messages)).toBeUndefined();
});
