import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DerivedSchema } from './derive-schema.js';

/** What others published about Stripe, kept beside the project and not in it: a clean clone has none of it. */
const folder = resolve(__dirname, '../../../../shared/stripe');

export interface PublishedOperation {
  method: string;
  path: string;
  params: Record<string, { type: string; required?: boolean; enum?: string[] }>;
}

/** Stripe's own example of each resource, or null where the file is not there. */
export const publishedFixtures = () =>
  read<{ resources: Record<string, Record<string, unknown>> }>('fixtures3.json')?.resources ?? null;

/** Which parameters each operation takes. */
export const publishedOperations = () =>
  read<{ operations: PublishedOperation[] }>('request-params.cli-2026-08-21.json')?.operations ?? null;

/** A schema somebody else derived from the declarations of stripe@23.1.0. */
export const publishedSchema = () => read<DerivedSchema>('schema.stripe-node-23.1.0.json');

/**
 * `describe`, or shown as skipped where the data is not there. Where nothing may be skipped (CI) a clean clone without
 * the data says so in a sentence: whoever runs it cannot have it.
 */
export function describeWith(data: unknown): (name: string, tests: () => void) => void {
  if (data !== null) return describe;
  if (process.env['CI'] !== 'true') return describe.skip;
  return (name) => console.warn(`${name}: not compared, ../shared/stripe is not there.`);
}

function read<T>(name: string): T | null {
  const file = resolve(folder, name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}
