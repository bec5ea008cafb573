import type { Config } from '@react-router/dev/config';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export default {
  ssr: true,
  appDirectory: 'src',
  buildDirectory: 'build',
  // CommonJS can be loaded by the api (ESM) and by the tests (CommonJS).
  serverModuleFormat: 'cjs',
  serverBuildFile: 'index.cjs',
  buildEnd: async ({ reactRouterConfig }) => tidy(join(reactRouterConfig.buildDirectory, 'client', 'assets')),
} satisfies Config;

/** No page runs a script, so none is served; the stylesheet that stays is compressed once, here. */
async function tidy(assets: string): Promise<void> {
  for (const name of await readdir(assets)) {
    const file = join(assets, name);
    if (name.endsWith('.js')) {
      await rm(file);
      continue;
    }
    const bytes = await readFile(file);
    await writeFile(`${file}.br`, brotliCompressSync(bytes));
    await writeFile(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
