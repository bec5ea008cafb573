import { generateFiles, joinPathFragments, logger, names, workspaceRoot } from '@nx/devkit';
import { formatText } from '../../lib/format.mjs';

/** Fundraising is four libraries that share a schema. */
const schemas = {
  accounting: 'fundraising',
  payments: 'fundraising',
  donations: 'fundraising',
  campaigns: 'fundraising',
};

/** They are below `identity`, or sealed. */
const withoutRoles = ['platform', 'files', 'advocacy'];

/** The check in the admin's navigation for each role. */
const opens = { admin: 'isAdmin', organizer: 'mayOrganize', finance: 'canSeeMoney', moderator: 'mayModerate' };

/**
 * `nx g upstander:entity dropOffPoint --library=outreach --spanish="punto de entrega" --spanishPlural="puntos de entrega"`
 * generates an entity that staff can list, add, edit and delete: model, resolver, service, migration, list and form in
 * the admin, texts in both languages, demo data, a spec and samples for the access table. It also adds the lines that
 * name it elsewhere.
 */
export default async function entity(tree, options) {
  const words = wordsOf(tree, options);
  const { library, files, fileName, className, propertyName, plural, schema, role, area } = words;
  const module = `libs/${library}/src/${library}.module.ts`;
  const templates = joinPathFragments(workspaceRoot, 'tools/nx/entity/files');
  generateFiles(tree, `${templates}/library`, `libs/${library}/src/${files}`, words);
  generateFiles(tree, `${templates}/test`, `libs/${library}/test`, words);
  generateFiles(tree, `${templates}/admin`, `apps/admin/src/${files}`, words);
  generateFiles(tree, `${templates}/messages`, 'libs/web-kit/messages/admin', words);
  generateFiles(tree, `${templates}/migration`, 'db/migrations', words);
  generateFiles(tree, `${templates}/demo`, 'db/demo', words);
  generateFiles(tree, `${templates}/samples`, 'tests/support', words);

  addImports(tree, module, {
    [`${className}Resolver`]: `./${files}/${fileName}.resolver.js`,
    [plural]: `./${files}/${files}.service.js`,
  });
  insert(tree, module, /providers: \[/, `${className}Resolver, ${plural}, `);

  addImports(tree, 'db/migrations/index.ts', { [words.migration]: `./${words.timestamp}-create-${files}.js` });
  insert(tree, 'db/migrations/index.ts', /(?=\];\n*$)/, `  ${words.migration},\n`);
  insert(tree, 'db/program-rights.ts', /const writtenByRequests = \[\n/, `  '${schema}.${words.table}',\n`);
  addImports(tree, 'db/demo/load-demo.ts', { [`insert${plural}`]: `./${files}.js` });
  insert(tree, 'db/demo/load-demo.ts', /(?= {4}const inserted = \{)/, `    await insert${plural}(tx, now);\n`);

  const samples = `${propertyName}Samples`;
  addImports(tree, 'tests/support/access-samples.ts', { [samples]: `./access-samples.${files}.js` });
  insert(tree, 'tests/support/access-samples.ts', /operationSamples[^=]*= \{\n/, `  ...${samples},\n`);

  const load = `async () => (await import('../${files}/${fileName}-list')).${className}List`;
  insert(
    tree,
    'apps/admin/src/app/section-routes.tsx',
    new RegExp(`role="${role}" />,\\n\\s+children: \\[\\n`),
    `      route('settings/${files}', ${load}),\n`,
    // Some roles have no settings yet.
    `  {\n    element: <RequireRole role="${role}" />,\n    children: [route('settings/${files}', ${load})],\n  },\n`,
  );
  const custom = area ? `, custom: ['${area.toUpperCase()}', '${role.toUpperCase()}']` : '';
  insert(
    tree,
    'apps/admin/src/navigation/sections.ts',
    / {6}\{ to: '\/volunteers\/terms', .*\n/,
    `      { to: '/settings/${files}', name: '${words.list}', opens: ${opens[role]}${custom} },\n`,
  );
  insert(tree, 'apps/admin/src/navigation/settings.tsx', /'terms',/, ` '${words.list}',`);

  for (const { path, content } of tree.listChanges().filter(({ path }) => /\.(tsx?|json)$/.test(path))) {
    tree.write(path, await formatText(path, String(content)));
  }
  return () => logger.info(nextSteps(words));
}

function wordsOf(tree, { name, library, plural = `${name}s`, spanish, spanishPlural, role = 'admin', area = '' }) {
  if (!tree.exists(`libs/${library}/src/${library}.module.ts`)) throw new Error(`There is no library ${library}.`);
  if (withoutRoles.includes(library))
    throw new Error(`An entity of ${library} has no roles that manage it in the admin.`);
  if (role !== 'admin' && !area) throw new Error(`--area is missing: custom roles can include what a ${role} does.`);
  const one = names(name);
  const several = names(plural);
  if (tree.exists(`libs/${library}/src/${several.fileName}`)) throw new Error(`${library} has ${plural} already.`);
  const english = one.fileName.replaceAll('-', ' ');
  const timestamp = nextTimestamp(tree);
  return {
    library,
    role,
    area,
    spanish,
    spanishPlural,
    capitalized,
    english,
    timestamp,
    className: one.className,
    fileName: one.fileName,
    propertyName: one.propertyName,
    plural: several.className,
    files: several.fileName,
    list: several.propertyName,
    englishPlural: several.fileName.replaceAll('-', ' '),
    a: /^[aeiou]/.test(english) ? 'an' : 'a',
    migration: `Create${several.className}${timestamp}`,
    schema: schemas[library] ?? library,
    table: one.fileName.replaceAll('-', '_'),
    // Removes the ending of the templates.
    tmpl: '',
  };
}

const capitalized = (text) => text[0].toUpperCase() + text.slice(1);

/** TypeORM runs migrations by timestamp, so it must be later than all others. */
function nextTimestamp(tree) {
  const existing = tree.children('db/migrations').map((file) => Number.parseInt(file, 10) || 0);
  return Math.max(...existing, Date.now()) + 1000;
}

/** Adds imports after the last one. */
function addImports(tree, path, imports) {
  const lines = Object.entries(imports).map(([name, from]) => `import { ${name} } from '${from}';\n`);
  change(tree, path, (text) => {
    const end = text.lastIndexOf('\nimport ');
    const at = text.indexOf('\n', text.indexOf(" from '", end)) + 1;
    return text.slice(0, at) + lines.join('') + text.slice(at);
  });
}

/** Inserts `text` after the first match. Without one, inserts `otherwise` before the last `];`. */
function insert(tree, path, after, text, otherwise) {
  change(tree, path, (before) => {
    if (after.test(before) || otherwise === undefined) return before.replace(after, (match) => match + text);
    const end = before.lastIndexOf('];');
    return before.slice(0, end) + otherwise + before.slice(end);
  });
}

/** @throws Error if the expected position isn't found */
function change(tree, path, how) {
  const before = tree.read(path, 'utf8');
  const after = how(before);
  if (after === before) throw new Error(`${path} has an unexpected structure.`);
  tree.write(path, after);
}

function nextSteps({ library, files, fileName, englishPlural }) {
  return [
    'Next:',
    `  add its fields to ${fileName}.entity.ts, ${fileName}.input.ts, the migration, the form and the demo data`,
    `  describe it in libs/${library}/README.md, and check the Spanish texts`,
    '  npm run schema && npm run docs                              # schema.graphql, personal-data.md',
    '  UPDATE_ACCESS_TABLE=1 npm test -- tests/api/access-table    # who may call it',
    `  npm test -- libs/${library}/test/${files}`,
    `  npm start                                                   # Settings → ${capitalized(englishPlural)}`,
  ].join('\n');
}
