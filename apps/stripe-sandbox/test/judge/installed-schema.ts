import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DerivedSchema } from './derive-schema.js';

const root = resolve(__dirname, '../../../..');
const sdk = join(root, 'node_modules/stripe');

export function installedSdk(): { version: string; api: string } {
  const { version } = JSON.parse(readFileSync(join(sdk, 'package.json'), 'utf8')) as { version: string };
  const api = /['"](\d{4}-\d{2}-\d{2}\.\w+)['"]/.exec(readFileSync(join(sdk, 'esm/apiVersion.js'), 'utf8'))?.[1];
  if (!api) throw new Error('The installed SDK does not say which API it speaks.');
  return { version, api };
}

/** Cached below `.data` by SDK version and derivation code, because deriving takes a few seconds. */
export function installedSchema(): DerivedSchema {
  const codeHash = createHash('sha256')
    .update(readFileSync(join(__dirname, 'derive-schema.ts')))
    .digest('hex')
    .slice(0, 12);
  const file = join(root, `.data/stripe-schema/${installedSdk().version}-${codeHash}.json`);
  if (!existsSync(file)) {
    execFileSync(
      process.execPath,
      [
        '--conditions=@upstander/source',
        '--import',
        '@swc-node/register/esm-register',
        join(__dirname, 'derive-main.ts'),
        join(sdk, 'esm/stripe.esm.node.d.ts'),
        file,
      ],
      { cwd: root, env: { ...process.env, NODE_OPTIONS: '' } },
    );
  }
  return JSON.parse(readFileSync(file, 'utf8')) as DerivedSchema;
}
