import { readdirSync, readFileSync } from 'node:fs';

/**
 * The texts under db/functions and db/policies by path ('functions/events/shifts/take_places.sql').
 * For bundles, tools/build-node-app.mjs replaces this module with the texts.
 */
export const sqlFiles: Readonly<Record<string, string>> = Object.fromEntries(
  ['functions', 'policies'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, import.meta.url), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.sql'))
      .map((path) => [path, readFileSync(new URL(path, import.meta.url), 'utf8')]),
  ),
);
