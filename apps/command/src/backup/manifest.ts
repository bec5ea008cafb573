import { ConfigError } from '@upstander/platform';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { Counts } from './contents.js';

export const manifestFile = 'manifest.json';

const database = z.object({
  file: z.string().regex(/^[\w-]+\.dump$/),
  bytes: z.number(),
  sha256: z.string(),
  migrations: z.array(z.string()),
  rows: z.record(z.string(), z.number()),
});
const manifest = z.object({
  madeBy: z.literal('upstander backup'),
  format: z.literal(1),
  release: z.string(),
  madeAt: z.string(),
  /** Major version of the server, and of the pg_dump that read it. */
  server: z.number(),
  tool: z.number(),
  app: database,
  keys: database.optional(),
  /** Files in a bucket, which aren't part of the backup. */
  files: z.object({ bucket: z.string(), count: z.number(), bytes: z.number() }).optional(),
});

/** Describes a backup, so that its completeness can be checked before and after a restore. */
export type Manifest = z.output<typeof manifest>;
export type DumpedDatabase = z.output<typeof database>;

/** @throws ConfigError if there is no manifest, or one of a newer format */
export function readManifest(folder: string): Manifest {
  const path = join(folder, manifestFile);
  if (!existsSync(path))
    throw new ConfigError(`There is no ${path}: --from must be a folder written by “upstander backup --to”.`);
  try {
    return manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new ConfigError(`${path} was not written by “upstander backup” of this release or an older one.`);
  }
}

export async function described(
  folder: string,
  file: string,
  migrations: string[],
  rows: Counts,
): Promise<DumpedDatabase> {
  const path = join(folder, file);
  return { file, bytes: (await stat(path)).size, sha256: await sha256Of(path), migrations, rows };
}

/** @throws ConfigError if the file is missing or its checksum differs */
export async function refuseDamaged(folder: string, { file, sha256 }: DumpedDatabase): Promise<void> {
  const path = join(folder, file);
  const actual = await sha256Of(path).catch(() => {
    throw new ConfigError(`${path} cannot be read.`);
  });
  if (actual !== sha256) throw new ConfigError(`${path} is damaged: its checksum differs from ${manifestFile}.`);
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

export function differences(before: Counts, after: Counts): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]).sort();
}
