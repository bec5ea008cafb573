import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';

const compiled = new Map();

/**
 * What the official schema has against a file (schemas/README.md). Our own rules are stricter about what we use; these know
 * all that there is, and what has which kind.
 *
 * @param {'compose-spec' | 'github-workflow' | 'dependabot-2.0' | 'github-issue-forms' | 'github-issue-config'} schema
 * @param {unknown} value what stands in the file
 * @returns {string[]} sentences
 */
export function officialFaults(schema, value) {
  const fits = compiled.get(schema) ?? compile(schema);
  if (fits(value)) return [];
  return fits.errors.map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)} (${schema})`,
  );
}

function compile(schema) {
  // Each is of draft 7, whose name one of them misspells.
  const rules = JSON.parse(readFileSync(join(root, 'tools/checks/schemas', `${schema}.json`), 'utf8'));
  delete rules.$schema;
  const ajv = new Ajv({ allErrors: true, strict: false });
  (formats.default ?? formats)(ajv);
  const fits = ajv.compile(rules);
  compiled.set(schema, fits);
  return fits;
}
