import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { printPartialWords } from './print-partial-words.mjs';
import { printWords } from './print-words.mjs';
import { writeGenerated } from './write-generated.mjs';

/** Compiles libs/web-kit/messages to the typed texts of both front ends (`npm run generate`). */
const folder = 'libs/web-kit/src/words';
const printed = [printWords(), printPartialWords()];
const complaints = printed.flatMap((one) => one.complaints);
if (complaints.length) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
const files = new Map(printed.flatMap(({ made }) => made).map(({ name, text }) => [`${folder}/${name}`, text]));
const outdatedFiles = readdirSync(join(root, folder), { recursive: true })
  .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.generated.ts') && !files.has(name));
for (const name of outdatedFiles) writeGenerated(name, null);
for (const [name, text] of files) writeGenerated(name, text);
