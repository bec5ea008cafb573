import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { root } from '../lib/paths.mjs';
import { literalsOf } from '../generate/compile-message.mjs';
import { librariesWithMails, mailCatalogsIn, readMailCatalog } from '../generate/print-mail-words.mjs';
import { eachMessage, languages, readMessages } from '../generate/read-messages.mjs';

/** Words that reveal what a person lived through. Others may see URLs, titles, emails, file names and errors. */
export const branding = /surviv|sobreviv|traffick|\btrata\b|tr[aá]fico|v[ií]ctim|exploit|explota|\babus|prostitu/i;

const spokenFiles = /^(libs\/[^/]+|apps\/(api|worker|site))\/src\/.*\.tsx?$/;
/**
 * Excluded: catalogs (checked by key below), settings (for operators), `excluded-prefixes.ts` (words that codes must not
 * contain) and search synonyms.
 */
const excludedFiles =
  /^libs\/web-kit\/|\/codes\/excluded-prefixes\.ts$|\.synonyms\.ts$|^libs\/platform\/src\/config\/|\.settings\.ts$|\.spec\.tsx?$/;

export function textsOf(name, source, has = (text) => branding.test(text)) {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  const found = [];
  const visitNode = (node) => {
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node) ||
      ts.isJsxText(node);
    // Import paths are never sent out.
    const isImport = ts.isImportDeclaration(node.parent ?? file) || ts.isExportDeclaration(node.parent ?? file);
    if (isText && !isImport && has(node.text)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push(`${name}:${line + 1} ${node.text.trim().replace(/\s+/g, ' ').slice(0, 100)}`);
    }
    ts.forEachChild(node, visitNode);
  };
  visitNode(file);
  return found;
}

export function messagesOf(words) {
  return [...eachMessage(words)]
    .filter(([, text]) => literalsOf(text).some((part) => branding.test(part)))
    .map(([name, text]) => `${name}: ${text}`);
}

export function titlesOf(words) {
  return messagesOf(words).filter((found) => /title$/i.test(found.slice(0, found.indexOf(': '))));
}

function check() {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'libs', 'apps'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((name) => spokenFiles.test(name) && !excludedFiles.test(name));
  const mails = librariesWithMails().flatMap(mailCatalogsIn);
  const found = [
    ...mails.flatMap((catalog) => messagesOf({ [catalog]: readMailCatalog(catalog) })),
    ...files.flatMap((name) => textsOf(name, readFileSync(join(root, name), 'utf8'))),
    ...languages.flatMap((language) => {
      const { frame, site } = readMessages(language).tree;
      return titlesOf({ [language]: { frame, site } });
    }),
  ];
  if (found.length) {
    console.error(`These texts reveal what a person lived through, and others may read them:\n  ${found.join('\n  ')}`);
    process.exit(1);
  }
  console.log(`No revealing words in ${files.length} files, ${mails.length} email catalogs and the page titles.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) check();
