import { format } from 'oxfmt';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Formats generated text as `npm run format` would. @throws Error if it has a syntax error */
export async function formatText(path, text) {
  const config = readFileSync(join(root, '.oxfmtrc.json'), 'utf8').replace(/^ *\/\/.*$/gm, '');
  const { code, errors } = await format(path, text, JSON.parse(config));
  if (errors.length > 0)
    throw new Error(`${path} can't be formatted: ${errors.map(({ message }) => message).join(', ')}`);
  return code;
}
