import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { allowedImports } from '../boundaries.mjs';
import { root } from '../lib/paths.mjs';
import { textsOf } from './discreet-words.mjs';

/** Libraries of the schemas that aren't named after their library. */
const owners = new Map([
  ['fundraising', ['accounting', 'payments', 'donations', 'campaigns']],
  ['sealed', ['advocacy']],
  ['keys', ['advocacy']],
]);
/** Files that read schemas of libraries above their own. This list may only get shorter. */
const exceptions = new Map([
  ['db/functions/identity/chapter_is_open.sql', ['events', 'fundraising', 'outreach']],
  ['db/functions/identity/chapter_may_close.sql', ['events', 'fundraising']],
  ['db/functions/identity/is_erased.sql', ['events', 'fundraising', 'opportunities', 'outreach', 'volunteers']],
  ['db/functions/integrations/chapters_of.sql', ['events', 'fundraising', 'volunteers']],
  ['db/functions/outreach/portrayed_name.sql', ['events', 'fundraising', 'learning']],
  ['libs/platform/src/platform.personal-data.ts', ['identity']],
]);

const checkedFiles = /^(libs\/[^/]+\/src\/(?!.*\.spec\.ts$).*\.ts|db\/(functions|policies)\/.*\.sql)$/;

/** Finds schemas of libraries that the file's library may not import. */
export function forbiddenSchemas(path, source, schemas) {
  const [group, second, third] = path.split('/');
  const libraries = group === 'libs' ? [second] : ownersOf(third);
  const readable = new Set(libraries.flatMap((library) => [library, ...allowedImports[library]]));
  const isIn = (text, schema) => new RegExp(`(?<![\\w.'/@-])${schema}\\."?[a-z_]`).test(text);
  const isUsed = (schema) =>
    group === 'libs'
      ? isIn(source, schema) && textsOf(path, source, (text) => isIn(text, schema)).length > 0
      : isIn(source.replace(/--.*$/gm, ''), schema);
  return schemas.filter((schema) => !ownersOf(schema).some((library) => readable.has(library)) && isUsed(schema));
}

function ownersOf(schema) {
  return owners.get(schema) ?? [schema];
}

/** Reports schemas that a file must not use, and exceptions that it no longer needs. */
export function complaintsAbout(path, used, allowed = []) {
  return [
    ...used
      .filter((schema) => !allowed.includes(schema))
      .map((schema) => `${path} uses the schema ${schema}, which its library may not import (tools/boundaries.mjs).`),
    ...allowed
      .filter((schema) => !used.includes(schema))
      .map((schema) => `${path} no longer uses the schema ${schema}. Remove it from the list in this check.`),
  ];
}

function check() {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', 'libs', 'db/functions', 'db/policies'];
  const paths = execFileSync('git', list, { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((path) => checkedFiles.test(path));
  const schemas = [
    ...new Set(paths.filter((path) => path.startsWith('db/functions/')).map((path) => path.split('/')[2])),
  ];
  const complaints = paths.flatMap((path) =>
    complaintsAbout(
      path,
      forbiddenSchemas(path, readFileSync(join(root, path), 'utf8'), schemas),
      exceptions.get(path),
    ),
  );
  const missing = [...exceptions.keys()].filter((path) => !paths.includes(path));
  complaints.push(...missing.map((path) => `${path} does not exist. Remove it from the list in this check.`));
  if (complaints.length > 0) {
    console.error(complaints.join('\n'));
    process.exit(1);
  }
  console.log(`The SQL of ${paths.length} files uses only schemas that its library may import.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) check();
