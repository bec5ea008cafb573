import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../lib/paths.mjs';
import { Evaluator } from './evaluate.mjs';
import { addedMarker, UnknownValueError } from './known.mjs';

/** Migrations are excluded, because they match an older schema. */
const ownFiles = /^(libs\/(?!web-kit|money)[^/]+\/src|apps\/(api|worker|command)\/src)\//;

/** `more` contains virtual files by path. */
export function programOf(more = {}) {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.server.json'), ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name in more || fileExists(name);
  host.getSourceFile = (name, version) =>
    name in more ? ts.createSourceFile(name, more[name], version, true) : getSourceFile(name, version);
  host.readFile = (name) => more[name] ?? readFileSync(name, 'utf8');
  return ts.createProgram([...fileNames, ...Object.keys(more)], options, host);
}

export async function statementsIn(program, isWanted = (path) => ownFiles.test(path)) {
  const checker = program.getTypeChecker();
  const pathOf = (file) => file.fileName.slice(root.length + 1);
  const isOurs = (file) => !file.isDeclarationFile && file.fileName.startsWith(`${root}/`);
  const evaluator = new Evaluator(program, (file) => isOurs(file) && !file.fileName.includes('/node_modules/'));
  const found = [];
  for (const file of program.getSourceFiles()) {
    if (!isOurs(file) || !isWanted(pathOf(file))) continue;
    for (const call of callsIn(file)) {
      const asked = ts.isIdentifier(call.expression) ? listOf(checker, call) : statementOf(checker, call);
      if (!asked) continue;
      const line = file.getLineAndCharacterOfPosition(call.getStart()).line + 1;
      const statement = { ...asked, at: `${pathOf(file)}:${line}`, call, checker, texts: [] };
      evaluator.steps = 0;
      try {
        statement.texts = (await evaluator.all(asked.text, (value) => asked.read(value, evaluator))).map(numbered);
      } catch (error) {
        if (!(error instanceof UnknownValueError)) throw error;
        statement.why = error.message;
      }
      found.push(statement);
    }
  }
  return found;
}

function callsIn(file) {
  const calls = [];
  const visitNode = (node) => {
    if (ts.isCallExpression(node)) {
      const { expression } = node;
      const isAsked =
        ts.isPropertyAccessExpression(expression) && ['query', 'queryNamed'].includes(expression.name.text);
      if (isAsked || (ts.isIdentifier(expression) && expression.text === 'keysetList')) calls.push(node);
    }
    ts.forEachChild(node, visitNode);
  };
  visitNode(file);
  return calls;
}

/** Numbers the placeholders of values added at runtime, after the existing ones. */
function numbered(text) {
  let last = Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
  return text.replaceAll(addedMarker, () => `$${(last += 1)}`);
}

function statementOf(checker, call) {
  const [text, params] = call.arguments.slice(call.expression.name.text === 'queryNamed' ? 1 : 0);
  const row = rowOf(checker, call);
  if (!text || row === null) return null;
  const requireText = (value) => {
    if (typeof value !== 'string') throw new UnknownValueError('it is no text');
    return value;
  };
  return { text, row, params: paramsOf(checker, params), read: requireText };
}

/** Reads columns and order of a `keysetList` call. Its conditions are known only at runtime. */
function listOf(checker, call) {
  const [type] = checker.getResolvedSignature(call)?.parameters.slice(2, 3) ?? [];
  const [signature] = type ? checker.getTypeOfSymbolAtLocation(type, call).getCallSignatures() : [];
  const parameter = signature?.parameters[0];
  const row = parameter && checker.getTypeOfSymbolAtLocation(parameter, call);
  const readList = async (question, evaluator) => {
    const {
      columns,
      from,
      joins = '',
      details,
      by,
    } = await evaluator.only([question], ['columns', 'from', 'joins', 'details', 'by']);
    const order = (Array.isArray(by) ? by.map(({ sql }) => sql) : Object.keys(by)).join(', ');
    const page = `SELECT ${columns} FROM ${from} ${joins} ORDER BY ${order}`;
    if (!details) return page;
    return `SELECT page.*, detail.* FROM (${page}) page LEFT JOIN LATERAL (SELECT ${details.columns} FROM ${details.from}) detail ON true`;
  };
  return {
    text: call.arguments[1],
    row: row && isDeclared(checker, row) ? row : undefined,
    params: null,
    read: readList,
    isList: true,
  };
}

/** Null if the call isn't a query, undefined if the type is unspecified. */
function rowOf(checker, call) {
  const answer = checker.getAwaitedType(checker.getTypeAtLocation(call));
  if (!answer) return null;
  // A result of pg itself, or a list of rows.
  const rows = answer.getProperty('rows') ? checker.getTypeOfSymbol(answer.getProperty('rows')) : answer;
  if (!rows || !checker.isArrayType(rows)) return null;
  const [row] = checker.getTypeArguments(rows);
  return row && isDeclared(checker, row) ? row : undefined;
}

/** True unless the type is unspecific: `object`, `T` or pg's default row. */
function isDeclared(checker, row) {
  if (row.flags & (ts.TypeFlags.Any | ts.TypeFlags.NonPrimitive | ts.TypeFlags.TypeParameter)) return false;
  return checker.getPropertiesOfType(row).length > 0;
}

/** Returns null if their number is known only at runtime. */
function paramsOf(checker, params) {
  if (!params) return [];
  if (!ts.isArrayLiteralExpression(params)) {
    const type = checker.getTypeAtLocation(params);
    return checker.isTupleType(type) ? checker.getTypeArguments(type) : null;
  }
  const types = params.elements.map((element) => {
    if (!ts.isSpreadElement(element)) return [checker.getTypeAtLocation(element)];
    const type = checker.getTypeAtLocation(element.expression);
    return checker.isTupleType(type) ? checker.getTypeArguments(type) : null;
  });
  return types.includes(null) ? null : types.flat();
}
