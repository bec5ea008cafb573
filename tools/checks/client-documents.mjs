import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { limitsRule } from '../../libs/platform/src/graphql/limits/document-limits.ts';
import { clientDocuments } from '../lib/client-documents.mjs';
import { root } from '../lib/paths.mjs';

/** Returns errors that gql.tada's types don't catch: unknown fields and documents over the limits. */
export function faultsIn(documents, schemaText) {
  const schema = buildSchema(schemaText);
  const rules = [...specifiedRules, limitsRule];
  const known = new Map();
  return documents.flatMap(({ file, line, name, text }) => {
    const messages = validate(schema, parse(text), rules).map(({ message }) => message);
    // Clients cache responses by operation name.
    const called = `${file.split('/src/')[0]} ${name}`;
    if (known.has(called)) messages.push(`another document has this name: ${known.get(called)}`);
    known.set(called, `${file}:${line}`);
    return messages.map((message) => `${file}:${line} ${name}: ${message}`);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const documents = clientDocuments();
  const faults = faultsIn(documents, readFileSync(join(root, 'schema.graphql'), 'utf8'));
  if (faults.length) {
    console.error(`The API would reject these documents:\n  ${faults.join('\n  ')}`);
    process.exit(1);
  }
  console.log(`The ${documents.length} documents of the admin and the site match schema.graphql.`);
}
