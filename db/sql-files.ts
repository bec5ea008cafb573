import { readdirSync, readFileSync } from 'node:fs';

/**
 * The texts under db/functions and db/policies by their path ('functions/events/place_signups.sql'). A bundle carries
 * them inside: tools/build-node-app.mjs writes them in the place of this module.
 */
export const sqlFiles: Readonly<Record<string, string>> = Object.fromEntries(
  ['functions', 'policies'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, import.meta.url), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.sql'))
      .map((path) => [path, readFileSync(new URL(path, import.meta.url), 'utf8')]),
  ),
);
