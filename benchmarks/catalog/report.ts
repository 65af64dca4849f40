import { loadavg } from 'node:os';
import type { IngestTimes } from './ingest.ts';
import type { Comparison, Waits } from './measure.ts';
import type { IndexTimes } from './searchIndex.ts';

const toMs = (value: number) => `${value.toFixed(0)} ms`;
const toSeconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

function toRow({ title, users, samples, waits }: Comparison): string {
  const { portal, backstage } = waits;
  const ratio = (of: keyof Waits) => (portal[of] / backstage[of]).toFixed(2);
  return [
    '',
    `${title}, ${users} at once`,
    toMs(portal.p50),
    toMs(portal.p95),
    toMs(backstage.p50),
    toMs(backstage.p95),
    ratio('p50'),
    ratio('p95'),
    samples,
    '',
  ].join(' | ');
}

/** Everything that was measured, as Markdown. */
export function renderReport(results: {
  entities: number;
  ingested: IngestTimes;
  indexed: IndexTimes;
  waited: Comparison[];
}): string {
  const { entities, ingested, indexed, waited } = results;
  const rate = (name: string) => (entities / ingested[name]) * 1_000;
  const { portal, backstage } = indexed;
  return `${[
    `${entities} entities; load average ${loadavg()[0].toFixed(1)}`,
    `ingest: portal ${rate('portal').toFixed(0)}/s, backstage ${rate(
      'backstage',
    ).toFixed(0)}/s, portal / backstage (time): ${(
      ingested.portal / ingested.backstage
    ).toFixed(2)}`,
    `search index: portal ${toSeconds(portal.firstMs)}, again ${toSeconds(
      portal.againMs,
    )}; backstage ${toSeconds(backstage.firstMs)}, again ${toSeconds(
      backstage.againMs,
    )}`,
    '',
    '| what | portal p50 | p95 | backstage p50 | p95 | ratio p50 | ratio p95 | n |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...waited.map(row => toRow(row).trim()),
  ].join('\n')}\n`;
}
