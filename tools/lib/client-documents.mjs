import { print } from '@0no-co/graphql.web';
import { initGraphQLTada } from 'gql.tada';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './paths.mjs';

const clients = ['apps/admin/src', 'apps/site/src'];
const shared = 'libs/api-client/src';
const graphql = initGraphQLTada();

/**
 * Returns the operations exactly as they are sent.
 * @returns {Array<{ file: string, line: number, name: string, text: string, hash: string }>}
 */
export function clientDocuments() {
  return clients.flatMap((folder) =>
    documentsOf(
      [shared, folder].flatMap(sources).map((file) => ({ file, source: readFileSync(join(root, file), 'utf8') })),
    ),
  );
}

/** SHA-256 of each text, as Apollo computes it. */
export function safelist() {
  return [...new Set(clientDocuments().map(({ hash }) => hash))].sort();
}

/** Throws on dynamic texts and ambiguous fragments. */
export function documentsOf(files) {
  const calls = files.flatMap(({ file, source }) => callsIn(file, source));
  const fragments = new Map();
  for (const call of calls.filter(({ constant }) => constant)) {
    const known = fragments.get(call.constant);
    fragments.set(call.constant, known ? { ...call, twice: `${place(known)} and ${place(call)}` } : call);
  }
  const made = new Map();
  const build = (call) => {
    if (!made.has(call)) {
      const used = call.fragments.map((name) => build(found(fragments, name, call)));
      made.set(call, graphql(call.text, used));
    }
    return made.get(call);
  };
  return calls.flatMap((call) => {
    const document = build(call);
    const [{ kind, name }] = document.definitions;
    if (!name) throw new Error(`${place(call)}: the document has no name.`);
    if (kind === 'FragmentDefinition') return [];
    const text = print(document);
    return [{ ...call, name: name.value, text, hash: createHash('sha256').update(text).digest('hex') }];
  });
}

function found(fragments, name, call) {
  const fragment = fragments.get(name);
  if (fragment && !fragment.twice) return fragment;
  throw new Error(`${place(call)}: ${fragment ? `${fragment.twice}: two are` : 'no document is'} called ${name}.`);
}

const place = ({ file, line }) => `${file}:${line}`;

function callsIn(file, source) {
  if (!/\bgraphql\(/.test(source)) return [];
  const calls = [];
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const visitNode = (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'graphql') {
      const [text, used] = node.arguments;
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const names = used && ts.isArrayLiteralExpression(used) ? used.elements : [];
      const isPlain = text && ts.isNoSubstitutionTemplateLiteral(text) && names.every(ts.isIdentifier);
      if (!isPlain || (used && !ts.isArrayLiteralExpression(used))) {
        throw new Error(`${file}:${line}: a document must be a static text, with its fragments listed.`);
      }
      const constant = ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : null;
      calls.push({ file, line, text: text.text, fragments: names.map((name) => name.text), constant });
    }
    ts.forEachChild(node, visitNode);
  };
  visitNode(tree);
  return calls;
}

function sources(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /(?<!\.spec|\.d)\.tsx?$/.test(name))
    .sort();
}
