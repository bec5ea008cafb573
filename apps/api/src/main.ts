import { releaseFacts } from '@upstander/db';
import {
  ConfigError,
  guardProcess,
  loadConfig,
  Logger,
  Metrics,
  openInsideServer,
  startTelemetry,
} from '@upstander/platform';
import { createApi } from './create-api.js';
import { Draining } from './health/draining.js';
import { instance } from './health/instance.js';
import { safelist } from './safelist.js';

try {
  const config = loadConfig();
  // Before anything is made that it is to see.
  const telemetry = await startTelemetry(config, releaseFacts.version);
  const app = await createApi(config, { safelist });
  const logger = new Logger(config);
  guardProcess(logger, () => app.close());
  const server = app.getHttpServer();
  const draining = app.get(Draining);
  draining.watch(server);
  const end = async (signal: string) => {
    logger.info({ signal, seconds: config.DRAIN_SECONDS }, 'the api ends when what is under way is answered');
    await draining.end(server, config.DRAIN_SECONDS * 1_000);
    await app.close();
    await telemetry?.end();
    process.exit(0);
  };
  // Once: a second signal ends it on the spot.
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void end(signal));
  if (config.METRICS_PORT !== undefined) {
    const metrics = app.get(Metrics);
    await openInsideServer(config.METRICS_PORT, config.METRICS_HOST, { '/metrics': () => metrics.answer() });
  }
  await app.listen(config.PORT, config.HOST);
  logger.info({ port: config.PORT, instance }, 'the api is listening');
} catch (error) {
  // What an operator can mend is said plainly; everything else keeps its stack.
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
