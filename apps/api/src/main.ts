import { ConfigError, loadConfig, Logger } from '@upstander/platform';
import { createApi } from './create-api.js';

try {
  const config = loadConfig();
  const app = await createApi(config);
  await app.listen(config.PORT, config.HOST);
  new Logger(config).info({ port: config.PORT }, 'the api is listening');
} catch (error) {
  // What an operator can mend is said plainly; everything else keeps its stack.
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
