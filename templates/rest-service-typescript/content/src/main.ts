import { buildApp } from './app.ts';
import { readConfig } from './config.ts';
import { addMetrics, startPrometheus } from './metrics.ts';

const config = readConfig(process.env);
const app = await buildApp({ config });
const metrics = addMetrics(app, startPrometheus(config.host, config.metricsPort));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    // finishes what is under way first
    await app.close();
    await metrics.shutdown();
  });
}

await app.listen({ host: config.host, port: config.port });
