import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deriveSchema } from './derive-schema.js';

/**
 * `derive-main.ts <declarations> <file>`: a separate program, because the compiler needs too much memory for a test
 * process.
 */
const [declarations, file] = process.argv.slice(2);
if (!declarations || !file) throw new Error('Say which declarations, and where the schema goes.');
const schema = deriveSchema(declarations);
mkdirSync(dirname(file), { recursive: true });
// Written atomically, because several tests may request it at the same time.
const temporaryFile = `${file}.${process.pid}`;
writeFileSync(temporaryFile, JSON.stringify(schema));
renameSync(temporaryFile, file);
