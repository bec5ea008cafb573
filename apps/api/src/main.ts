import { releaseFacts } from '@upstander/db';
import {
  guardProcess,
  listening,
  loadConfig,
  Logger,
  Metrics,
  openInternalServer,
  refusePlaintextPort,
  startFault,
  startTelemetry,
  warnAboutUnknownSettings,
  type Config,
} from '@upstander/platform';
import { createApi } from './create-api.js';
import { Draining } from './health/draining.js';
import { instance } from './health/instance.js';
import { safelist } from './safelist.js';

let config: Config | undefined;
try {
  const known = (config = loadConfig());
  const { HOST, PORT, METRICS_HOST, METRICS_PORT, DRAIN_SECONDS } = config;
  refusePlaintextPort(config, 'HOST', HOST);
  // Started first, so that it covers everything created later.
  const telemetry = await startTelemetry(config, releaseFacts.version);
  const app = await createApi(config, { safelist });
  const logger = new Logger(config);
  warnAboutUnknownSettings(logger);
  guardProcess(logger, () => app.close());
  const server = app.getHttpServer();
  const draining = app.get(Draining);
  draining.watch(server);
  const end = async (signal: string) => {
    logger.info({ signal, seconds: DRAIN_SECONDS }, 'the api ends when what is under way is answered');
    await draining.end(server, DRAIN_SECONDS * 1_000);
    await app.close();
    await telemetry?.end();
    process.exit(0);
  };
  // Only once, so that a second signal ends the process immediately.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.once(signal, () => void end(signal));
  if (METRICS_PORT !== undefined) {
    const metrics = app.get(Metrics);
    refusePlaintextPort(config, 'METRICS_HOST', METRICS_HOST);
    await listening(['METRICS_PORT', METRICS_PORT], ['METRICS_HOST', METRICS_HOST], () =>
      openInternalServer(METRICS_PORT, METRICS_HOST, { '/metrics': () => metrics.render() }, { config: known, logger }),
    );
  }
  await listening(['PORT', PORT], ['HOST', HOST], () => app.listen(PORT, HOST));
  logger.info({ port: PORT, instance }, 'the api is listening');
} catch (error) {
  // Problems an operator can fix are explained in a sentence; other errors keep their stack.
  console.error(await startFault(error, config));
  process.exit(1);
}
