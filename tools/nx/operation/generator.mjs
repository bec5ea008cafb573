import { generateFiles, joinPathFragments, logger, names, workspaceRoot } from '@nx/devkit';
import { formatText } from '../../lib/format.mjs';

/**
 * `nx g upstander:operation archiveEvent --library=events` generates a resolver, a service and a passing spec, adds the
 * providers to the library's module, and adds a sample for the access table.
 */
export default async function operation(tree, { name, library, folder, role = 'organizer' }) {
  const home = `libs/${library}`;
  const moduleFile = `${home}/src/${library}.module.ts`;
  if (!tree.exists(moduleFile)) throw new Error(`There is no library ${library}: ${moduleFile} is missing.`);
  const { className, fileName, propertyName } = names(name);
  const noun = fileName.split('-').slice(1).join('-');
  const place = folder ?? `${noun}s`;
  const files = { className, fileName, propertyName, role, library, tmpl: '' };
  const from = joinPathFragments(workspaceRoot, 'tools/nx/operation/files');
  generateFiles(tree, `${from}/src`, `${home}/src/${place}`, files);
  generateFiles(tree, `${from}/test`, `${home}/test`, files);

  change(tree, moduleFile, (text) => {
    const imports = [
      `${className}Resolver } from './${place}/${fileName}.resolver.js';`,
      `${className} } from './${place}/${fileName}.service.js';`,
    ];
    return text
      .replace(/\n\n@Module/, `\n${imports.map((line) => `import { ${line}`).join('\n')}\n\n@Module`)
      .replace(/(providers: \[\n)/, `$1    ${className}Resolver,\n    ${className},\n`);
  });
  change(tree, 'tests/support/access-samples.ts', (text) =>
    text.replace(
      /(const operationSamples[^=]*= \{\n(?: {2}\.\.\.\w+,\n)*)/,
      `$1  ${propertyName}: () => ({ variables: { input: { note: 'A note.' } } }),\n`,
    ),
  );
  for (const { path, content } of tree.listChanges().filter(({ path }) => path.endsWith('.ts'))) {
    tree.write(path, await formatText(path, String(content)));
  }
  return () =>
    logger.info(
      [
        'Next:',
        `  write what it does in ${home}/src/${place}/${fileName}.service.ts, and its words`,
        `  name it in ${home}/src/${place}/${place.split('/').at(-1)}.words.{en,es}.json (staffActions or operations)`,
        '  npm run schema                                              # schema.graphql',
        '  UPDATE_ACCESS_TABLE=1 npm test -- tests/api/access-table    # who may call it',
        `  npm test -- ${home}/test/${fileName}`,
      ].join('\n'),
    );
}

/** @throws Error if the expected position isn't found */
function change(tree, path, how) {
  const before = tree.read(path, 'utf8');
  const after = how(before);
  if (after === before) throw new Error(`${path} has an unexpected structure.`);
  tree.write(path, after);
}
