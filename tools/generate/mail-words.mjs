import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { mailCatalogsIn, printMailWords, readMailCatalog, writingFile } from './print-mail-words.mjs';
import { writeGenerated } from './write-generated.mjs';

/** `node tools/generate/mail-words.mjs libs/events` compiles the texts of a library's emails and documents (`npm run generate`). */
const [library] = process.argv.slice(2);
const files = new Map();
const complaints = [];
for (const catalog of mailCatalogsIn(library)) {
  const printed = printMailWords(catalog, readMailCatalog(catalog));
  files.set(`${catalog}.generated.ts`, printed.text);
  complaints.push(...printed.complaints);
}
if (complaints.length) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
const outdatedFiles = readdirSync(join(root, library, 'src'), { recursive: true })
  .map((name) => `${library}/src/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.(mail|texts)\.generated\.ts$/.test(name) && !files.has(name));
for (const name of outdatedFiles) writeGenerated(name, null);
for (const [name, text] of files) writeGenerated(name, text);
if (writingFile.startsWith(`${library}/`)) {
  const source = 'libs/web-kit/src/words/writing.ts';
  const text = readFileSync(join(root, source), 'utf8');
  writeGenerated(writingFile, `// Written by \`npm run generate\` from ${source}.\n${text}`);
}
