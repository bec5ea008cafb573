import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { root } from '../lib/paths.mjs';
import { literalsOf } from '../generate/compile-message.mjs';
import { eachMessage, languages, readMessages } from '../generate/read-messages.mjs';

/**
 * Words that say what somebody lived through. Whoever looks over a shoulder, reads an inbox or scrolls through a history
 * must not learn it from us: they stand in no address, title, mail, file name or error. What a page says inside is
 * another matter: it may speak plainly.
 */
export const branding = /surviv|sobreviv|traffick|\btrata\b|tr[aá]fico|v[ií]ctim|exploit|explota|\babus|prostitu/i;

/** Everything a program of the server or a page's code can send out: mails, routes, file names, errors, addresses. */
const spoken = /^(libs\/[^/]+|apps\/(api|worker|site))\/src\/.*\.tsx?$/;
/** Catalogs are checked by their keys, below; settings are for operators; `kept-out.ts` lists words that codes must not contain, synonyms are what people search for. */
const elsewhere =
  /^libs\/web-kit\/|\/codes\/kept-out\.ts$|\.synonyms\.ts$|^libs\/platform\/src\/config\/|\.settings\.ts$|\.spec\.tsx?$/;

/** The texts in a file that are not comments and hold such a word, with their line. */
export function textsOf(name, source, has = (text) => branding.test(text)) {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  const found = [];
  const look = (node) => {
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node) ||
      ts.isJsxText(node);
    // An import names a file of ours, and sends nothing.
    const isImport = ts.isImportDeclaration(node.parent ?? file) || ts.isExportDeclaration(node.parent ?? file);
    if (isText && !isImport && has(node.text)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push(`${name}:${line + 1} ${node.text.trim().replace(/\s+/g, ' ').slice(0, 100)}`);
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

/** The titles of the public pages, in every depth of the messages. */
export function titlesOf(words) {
  return [...eachMessage(words)]
    .filter(([name, text]) => /title$/i.test(name) && literalsOf(text).some((part) => branding.test(part)))
    .map(([name, text]) => `${name}: ${text}`);
}

function check() {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'libs', 'apps'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((name) => spoken.test(name) && !elsewhere.test(name));
  const found = [
    ...files.flatMap((name) => textsOf(name, readFileSync(join(root, name), 'utf8'))),
    ...languages.flatMap((language) => {
      const { frame, site } = readMessages(language).tree;
      return titlesOf({ [language]: { frame, site } });
    }),
  ];
  if (found.length) {
    console.error(`These say what somebody lived through, where others may read it:\n  ${found.join('\n  ')}`);
    process.exit(1);
  }
  console.log(`No word in ${files.length} files, nor in the titles of pages, brands anybody.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) check();
