import type { Config } from '@react-router/dev/config';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

export default {
  ssr: true,
  appDirectory: 'src',
  buildDirectory: 'build',
  // CommonJS can be loaded by the api (ESM) and by the tests (CommonJS).
  serverModuleFormat: 'cjs',
  serverBuildFile: 'index.cjs',
  /** No page runs a script, so none is served: only the stylesheet of the browser's build is kept. */
  buildEnd: async ({ reactRouterConfig }) => {
    const assets = join(reactRouterConfig.buildDirectory, 'client', 'assets');
    const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
    await Promise.all(scripts.map((name) => rm(join(assets, name))));
  },
} satisfies Config;
