import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql';
import { root } from '../lib/paths.mjs';

/** Page for types shared by several nouns. */
export const common = 'common';

/**
 * Generates the GraphQL API reference, one page per noun.
 * A noun is a library folder with the operations of its resolvers and the types only they use. @returns {{ library:
 * string, noun: string, page: string, title: string, content: string }[]} `page`: path below api/
 */
export function referencePages() {
  const schema = buildSchema(readFileSync(join(root, 'schema.graphql'), 'utf8'));
  const access = accessTable();
  const homes = operationHomes();
  const operations = [
    ...Object.values(schema.getQueryType().getFields()).map((field) => ({ kind: 'query', field })),
    ...Object.values(schema.getMutationType().getFields()).map((field) => ({ kind: 'mutation', field })),
  ];
  const pages = new Map();
  for (const { kind, field } of operations) {
    const home = homes.get(field.name);
    if (!home) throw new Error(`No resolver is found for ${field.name}.`);
    const { library, noun } = home;
    const page = `${library}-${noun}`;
    if (!pages.has(page)) pages.set(page, { library, noun, page, operations: [], types: [] });
    pages.get(page).operations.push({ kind, field });
  }
  const sorted = [...pages.values()].sort((a, b) => a.page.localeCompare(b.page));
  const typePages = typesByPage(schema, sorted);
  const linkOf = (name) =>
    typePages.has(name) ? `[${name}](./${typePages.get(name)}.md#${name.toLowerCase()})` : `\`${name}\``;
  for (const [name, page] of typePages) pages.get(page)?.types.push(schema.getType(name));

  const nouns = sorted.map(({ library, noun, page, operations: its, types }) => ({
    library,
    noun,
    page,
    title: words(noun),
    content: pageText({ title: words(noun), library, operations: its, types, linkOf, access }),
  }));
  const shared = [...typePages].filter(([, page]) => page === common).map(([name]) => schema.getType(name));
  return [
    {
      library: '',
      noun: common,
      page: common,
      title: 'Common types',
      content: `# Common types\n\nTypes that several nouns share.\n\n${shared.map((type) => typeText(type, linkOf)).join('\n')}`,
    },
    ...nouns,
  ];
}

/** A test keeps the access table up to date. */
function accessTable() {
  const rows = readFileSync(join(root, 'tests/api/access-table.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'));
  let roles = [];
  const table = new Map();
  for (const row of rows) {
    const cells = row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const name = /^`(\w+)`$/.exec(cells[0])?.[1];
    if (!name && cells.includes('anonymous')) roles = cells.slice(1);
    if (!name) continue;
    const rolesWith = (answer) => roles.filter((role, at) => cells[at + 1] === answer && role !== 'halfway');
    table.set(name, { yes: rolesWith('yes'), own: rolesWith('own') });
  }
  return table;
}

/** `signUp` is in `events`, `signups`. */
function operationHomes() {
  const homes = new Map();
  const folders = [...readdirSync(join(root, 'libs')).map((name) => `libs/${name}/src`), 'apps/api/src'];
  for (const folder of folders) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((path) => /(?<!spec|\.d)\.ts$/.test(path))) {
      const [noun] = file.split(/[/\\]/);
      const library = folder.split('/')[1];
      const text = readFileSync(join(root, folder, file), 'utf8');
      for (const { index } of text.matchAll(/@(?:Query|Mutation)\(/g)) {
        const rest = text.slice(index);
        const until = rest.slice(0, /\n {2}\}\n/.exec(rest)?.index);
        const name = /\n {2}(?:async )?(\w+)\(/.exec(until)?.[1];
        const given = /^@\w+\([^\n]*\bname: '(\w+)'|^@\w+\((?:(?!\n {2}\w)[\s\S])*?\bname: '(\w+)'/.exec(until);
        homes.set(given?.[1] ?? given?.[2] ?? name, { library, noun });
      }
    }
  }
  return homes;
}

/** Types used by several nouns are on the common page. */
function typesByPage(schema, pages) {
  const needed = new Map();
  for (const { page, operations } of pages) {
    const seen = new Set();
    const visit = (type) => {
      const one = getNamedType(type);
      if (seen.has(one.name) || one.name.startsWith('__')) return;
      seen.add(one.name);
      if ('getFields' in one) {
        for (const { type: its, args } of Object.values(one.getFields())) {
          visit(its);
          for (const arg of args ?? []) visit(arg.type);
        }
      }
      if (isUnionType(one)) one.getTypes().forEach(visit);
    };
    for (const { field } of operations) {
      visit(field.type);
      for (const arg of field.args) visit(arg.type);
    }
    for (const name of seen) needed.set(name, [...(needed.get(name) ?? []), page]);
  }
  const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);
  return new Map(
    [...needed]
      .filter(([name]) => !builtIn.has(name) && schema.getType(name))
      .map(([name, where]) => [name, where.length === 1 ? where[0] : common])
      .sort(([a], [b]) => a.localeCompare(b)),
  );
}

function pageText({ title, library, operations, types, linkOf, access }) {
  const part = (kind, heading) => {
    const its = operations.filter((one) => one.kind === kind);
    return its.length > 0
      ? `## ${heading}\n\n${its.map(({ field }) => operationText(field, linkOf, access)).join('\n')}\n`
      : '';
  };
  return [
    `# ${title}\n\nOf the library \`${library}\`.\n`,
    part('query', 'Queries'),
    part('mutation', 'Mutations'),
    types.length > 0 ? `## Types\n\n${types.map((type) => typeText(type, linkOf)).join('\n')}` : '',
  ].join('\n');
}

function operationText(field, linkOf, access) {
  const { yes = [], own = [] } = access.get(field.name) ?? {};
  const may = [
    yes.includes('anonymous') ? 'everybody' : yes.join(', '),
    own.length > 0 && !yes.includes('anonymous') ? `for what is theirs: ${own.join(', ')}` : '',
  ].filter(Boolean);
  const lines = [`### ${field.name}\n`, described(field), `Answers ${typeLink(field.type, linkOf)}.`];
  if (may.length > 0) lines.push(`Who may: ${may.join('; ')}.`);
  if (field.deprecationReason) lines.push(`Going: ${escapeCell(field.deprecationReason)}`);
  return `${lines.filter(Boolean).join('\n\n')}\n\n${argumentTable('argument', field.args, linkOf)}`;
}

function typeText(type, linkOf) {
  const head = `### ${type.name}\n\n${kindOf(type)}. ${described(type)}\n\n`;
  if (isEnumType(type))
    return `${head}${table(
      'value',
      type.getValues().map((one) => [`\`${one.name}\``, described(one)]),
    )}`;
  if (isInputObjectType(type)) return `${head}${argumentTable('field', Object.values(type.getFields()), linkOf)}`;
  if (isObjectType(type) || isInterfaceType(type)) {
    const rows = Object.values(type.getFields()).map((one) => [
      `\`${one.name}\``,
      typeLink(one.type, linkOf),
      described(one),
    ]);
    return `${head}| field | type | what it is |\n| --- | --- | --- |\n${rows.map(tableRow).join('')}`;
  }
  if (isUnionType(type))
    return `${head}${type
      .getTypes()
      .map((one) => `- ${linkOf(one.name)}\n`)
      .join('')}`;
  return head;
}

function argumentTable(what, args, linkOf) {
  if (args.length === 0) return '';
  const rows = args.map((one) => [`\`${one.name}\``, typeLink(one.type, linkOf), described(one)]);
  return `| ${what} | type | what it is |\n| --- | --- | --- |\n${rows.map(tableRow).join('')}`;
}

const table = (what, rows) => `| ${what} | what it is |\n| --- | --- |\n${rows.map(tableRow).join('')}`;
const tableRow = (cells) => `| ${cells.join(' | ')} |\n`;

/** Formats `[Event!]!` with a link to the inner type. */
const typeLink = (type, linkOf) => {
  const [, before, name, after] = /^(\[*)(\w+)([!\]]*)$/.exec(String(type));
  return `${before.replaceAll('[', '\\[')}${linkOf(name)}${after.replaceAll(']', '\\]')}`;
};

function kindOf(type) {
  if (isEnumType(type)) return 'One of these';
  if (isInputObjectType(type)) return 'What is sent';
  if (isScalarType(type)) return 'A single value';
  if (isUnionType(type)) return 'Either of these';
  return 'What is answered';
}

const described = ({ description }) => (description ? escapeCell(description) : '');

const escapeCell = (text) =>
  text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('{{', '&#123;&#123;').trim();

const words = (noun) => {
  const text = noun.replaceAll('-', ' ').replace('signup', 'sign-up');
  return text[0].toUpperCase() + text.slice(1);
};
