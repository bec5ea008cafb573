import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from '../lib/paths.mjs';

/**
 * Every file or heading that a documentation page links to must exist, and every file it names in backquotes.
 * Every decision must be listed.
 */
const MADE = /\/(build|dist)(\/|$)/;
const HOUSE = /^(apps|libs|db|tests|tools|docs|\.ci)\//;
const pages = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], { cwd: root })
  .stdout.toString()
  .split('\n')
  .filter((page) => page && existsSync(join(root, page)));

const proseOf = (page) => readFileSync(join(root, page), 'utf8').replace(/^```[\s\S]*?^```/gm, '');
const anchorsOf = (page) =>
  [...proseOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

const complaints = [];
for (const page of pages) {
  const text = proseOf(page);
  for (const [, path, anchor] of text.matchAll(/\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]*))?\)/g)) {
    const target = path === '' ? page : join(dirname(page), path);
    if (!existsSync(join(root, target))) complaints.push(`${page} links to ${path}, which does not exist.`);
    else if (anchor && target.endsWith('.md') && !anchorsOf(target).includes(anchor)) {
      complaints.push(`${page} links to ${path}#${anchor}, but no heading has this anchor.`);
    }
  }
  const named = [...text.matchAll(/`([^`\s]+)`/g)].map(([, target]) => target);
  for (const target of named.filter((name) => HOUSE.test(name) && !/[<>*…{}]/.test(name) && !MADE.test(name))) {
    if (!existsSync(join(root, target))) complaints.push(`${page} names ${target}, which does not exist.`);
  }
}
const list = readFileSync(join(root, 'docs/decisions/README.md'), 'utf8');
for (const page of pages.filter((name) => name.startsWith('docs/decisions/') && !name.endsWith('README.md'))) {
  if (!list.includes(`(${basename(page)})`))
    complaints.push(`docs/decisions/README.md does not list ${basename(page)}.`);
}
if (complaints.length) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
console.log(`All links in ${pages.length} documentation pages work.`);
