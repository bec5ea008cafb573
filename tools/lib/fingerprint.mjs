import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const SOURCES = [
  'apps',
  'libs',
  'db',
  'tools/build-node-app.mjs',
  'tools/lib/client-documents.mjs',
  'schema.graphql',
  'package-lock.json',
];
const MADE = /^(node_modules|dist|build|coverage|\.react-router|graphql-env\.d\.ts)$|\.generated\.|\.tsbuildinfo$/;

/** Hashes names, sizes and modification times without reading the files. */
export function fingerprint(sources = SOURCES) {
  const hash = createHash('sha256');
  for (const source of sources) if (existsSync(join(root, source))) add(hash, source);
  return hash.digest('hex');
}

function add(hash, path) {
  const stat = statSync(join(root, path));
  if (!stat.isDirectory()) hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  else for (const name of readdirSync(join(root, path)).sort()) if (!MADE.test(name)) add(hash, join(path, name));
}
