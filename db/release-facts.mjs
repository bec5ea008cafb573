import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * The text of a migration as it counts: how lines end and how far they are indented says nothing about what is run. A
 * text that it takes from beside it (`./sealed-tables.js`) is part of it.
 */
function textOf(file) {
  const text = readFileSync(file, 'utf8');
  const beside = [...text.matchAll(/ from '\.\/([\w.-]+)\.js'/g)].map(([, name]) =>
    textOf(new URL(`${name}.ts`, file)),
  );
  return [text.replace(/\s+/g, ' ').trim(), ...beside].join('\n');
}

/** The name by which TypeORM knows the class in `1795000000000-create-platform.ts`. */
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
 * Which release this is, and the sha-256 of each of its migrations. A bundle carries it inside: tools/build-node-app.mjs
 * writes it in the place of this module.
 */
export const releaseFacts = { version, sums: sums() };
