import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Returns the text of a migration for its checksum. Line endings and indentation are ignored. Local imports
 * (`./sealed-tables.js`) are included.
 */
function textOf(file) {
  const text = readFileSync(file, 'utf8');
  const beside = [...text.matchAll(/ from '\.\/([\w.-]+)\.js'/g)].map(([, name]) =>
    textOf(new URL(`${name}.ts`, file)),
  );
  return [text.replace(/\s+/g, ' ').trim(), ...beside].join('\n');
}

/** Returns TypeORM's name of the class in `1795000000000-create-platform.ts`. */
function nameOf(file) {
  const [, time, words] = /^(\d+)-(.+)\.ts$/.exec(file);
  return `${words.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}${time}`;
}

function sums() {
  return Object.fromEntries(
    ['migrations', 'sealed-migrations'].flatMap((folder) => {
      const home = new URL(`${folder}/`, import.meta.url);
      return readdirSync(home)
        .filter((file) => /^\d+-.+\.ts$/.test(file))
        .map((file) => [
          nameOf(file),
          createHash('sha256')
            .update(textOf(new URL(file, home)))
            .digest('hex'),
        ]);
    }),
  );
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/**
 * The version of this release and the SHA-256 of each of its migrations. For bundles, tools/build-node-app.mjs replaces
 * this module with its values.
 */
export const releaseFacts = { version, sums: sums() };
