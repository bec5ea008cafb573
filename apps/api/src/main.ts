import { ConfigError, guardProcess, loadConfig, Logger } from '@upstander/platform';
import { createApi } from './create-api.js';
import { safelist } from './safelist.js';

try {
  const config = loadConfig();
  const app = await createApi(config, { safelist });
  const logger = new Logger(config);
  guardProcess(logger, () => app.close());
  await app.listen(config.PORT, config.HOST);
  logger.info({ port: config.PORT }, 'the api is listening');
} catch (error) {
  // What an operator can mend is said plainly; everything else keeps its stack.
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
