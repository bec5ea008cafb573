import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deriveSchema } from './derive-schema.js';

/** `derive-main.ts <declarations> <file>`: a program of its own, since the compiler is no guest for a test's memory. */
const [declarations, file] = process.argv.slice(2);
if (!declarations || !file) throw new Error('Say which declarations, and where the schema goes.');
const schema = deriveSchema(declarations);
mkdirSync(dirname(file), { recursive: true });
// Several tests may want it at once: each finds it whole or not at all.
const half = `${file}.${process.pid}`;
writeFileSync(half, JSON.stringify(schema));
renameSync(half, file);
