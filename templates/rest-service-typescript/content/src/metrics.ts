import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider, type MetricReader } from '@opentelemetry/sdk-metrics';
import type { FastifyInstance } from 'fastify';

const NAME = 'http.server.request.duration';
/** Name and boundaries: https://opentelemetry.io/docs/specs/semconv/http/http-metrics/ */
const BOUNDARIES_SECONDS = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
];

/** Measures how long answers take; of an address only the pattern, so never what was asked. */
export function addMetrics(app: FastifyInstance, reader: MetricReader): MeterProvider {
  const provider = new MeterProvider({
    readers: [reader],
    // in Prometheus the unit is part of the name, which this exporter leaves to us
    views: [{ instrumentName: NAME, name: `${NAME}.seconds` }],
  });
  const duration = provider.getMeter('http').createHistogram(NAME, {
    unit: 's',
    description: 'Duration of HTTP server requests.',
    advice: { explicitBucketBoundaries: BOUNDARIES_SECONDS },
  });
  app.addHook('onResponse', async (request, reply) => {
    duration.record(reply.elapsedTime / 1000, {
      'http.request.method': request.method,
      'http.response.status_code': reply.statusCode,
      'http.route': request.routeOptions.url ?? '',
    });
  });
  return provider;
}

/** Numbers in Prometheus form, on a port of their own that stays inside. */
export function startPrometheus(host: string, port: number): PrometheusExporter {
  return new PrometheusExporter({ host, port, endpoint: '/metrics', withoutTargetInfo: true });
}
