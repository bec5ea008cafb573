import {
  listening,
  Logger,
  Metrics,
  openInternalServer,
  refusePlaintextPort,
  type Config,
  type InternalRoutes,
  type Program,
} from '@upstander/platform';
import { createApi } from './create-api.js';
import { Draining } from './health/draining.js';
import { instance } from './health/instance.js';
import { safelist } from './safelist.js';

export interface ApiProgram extends Program {
  readonly metrics: Metrics;
  /** Responses on METRICS_PORT. */
  readonly internalRoutes: Record<string, InternalRoutes[string]>;
}

export async function createApiProgram(config: Config): Promise<ApiProgram> {
  const { HOST, PORT, METRICS_HOST, METRICS_PORT, DRAIN_SECONDS } = config;
  refusePlaintextPort(config, 'HOST', HOST);
  const app = await createApi(config, { safelist });
  const logger = app.get(Logger);
  const metrics = app.get(Metrics);
  const server = app.getHttpServer();
  const draining = app.get(Draining);
  draining.watch(server);
  const internalRoutes = { '/metrics': () => metrics.render() };
  return {
    metrics,
    internalRoutes,
    async start() {
      if (METRICS_PORT !== undefined) {
        refusePlaintextPort(config, 'METRICS_HOST', METRICS_HOST);
        await listening(['METRICS_PORT', METRICS_PORT], ['METRICS_HOST', METRICS_HOST], () =>
          openInternalServer(METRICS_PORT, METRICS_HOST, internalRoutes, { config, logger }),
        );
      }
      await listening(['PORT', PORT], ['HOST', HOST], () => app.listen(PORT, HOST));
      logger.info({ port: PORT, instance }, 'the api is listening');
    },
    async end() {
      logger.info({ seconds: DRAIN_SECONDS }, 'the api ends when what is under way is answered');
      await draining.end(server, DRAIN_SECONDS * 1_000);
      await app.close();
    },
  };
}
