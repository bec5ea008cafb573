import type { Config } from '@react-router/dev/config';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export default {
  ssr: true,
  appDirectory: 'src',
  buildDirectory: 'build',
  // CommonJS loads in the api (ESM) and in the tests (CommonJS).
  serverModuleFormat: 'cjs',
  serverBuildFile: 'index.cjs',
  buildEnd: async ({ reactRouterConfig }) => tidy(join(reactRouterConfig.buildDirectory, 'client')),
} satisfies Config;

/** Deletes the bundled scripts, because no page runs them, and compresses the style sheets, drawings and our own scripts. */
async function tidy(client: string): Promise<void> {
  for (const name of await readdir(join(client, 'assets'))) {
    const file = join(client, 'assets', name);
    if (name.endsWith('.js')) await rm(file);
    else await compress(file);
  }
  for (const name of await readdir(join(client, 'art'))) await compress(join(client, 'art', name));
  for (const name of await readdir(client)) if (name.endsWith('.js')) await compress(join(client, name));
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  await writeFile(`${file}.br`, brotliCompressSync(bytes));
  await writeFile(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}
