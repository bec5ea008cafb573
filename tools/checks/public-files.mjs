import { Ajv } from 'ajv';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../lib/paths.mjs';
import { lastRelease } from '../release/releases.mjs';

/**
 * Checks the public repository files: workflows, issue forms, publiccode.yml and .nvmrc.
 * Workflows may use only a known subset of GitHub's syntax, explicit permissions and existing scripts.
 */
const readFile = (path) => readFileSync(join(root, path), 'utf8');
const yaml = (path) => parse(readFile(path), { version: '1.1' });
const text = { type: 'string', minLength: 1 };
const strictObject = (properties, required = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const map = (of) => ({ type: 'object', additionalProperties: of });

const permissionsSchema = {
  type: 'object',
  minProperties: 1,
  additionalProperties: { enum: ['read', 'write', 'none'] },
};
const step = {
  ...strictObject({
    name: text,
    id: text,
    uses: { type: 'string', pattern: String.raw`^[\w-]+/[\w./-]+@(?:v\d+|[0-9a-f]{40})$` },
    with: map({ type: ['string', 'number', 'boolean'] }),
    run: text,
    env: map({ type: 'string' }),
    if: text,
  }),
  oneOf: [{ required: ['uses'] }, { required: ['run'] }],
};
const job = strictObject(
  {
    needs: { type: ['string', 'array'] },
    if: text,
    'runs-on': { type: 'string', pattern: String.raw`^ubuntu-\d+\.\d+$` },
    'timeout-minutes': { type: 'integer' },
    permissions: permissionsSchema,
    outputs: map(text),
    strategy: strictObject({ 'fail-fast': { type: 'boolean' }, matrix: { type: 'object' } }, ['matrix']),
    steps: { type: 'array', minItems: 1, items: step },
  },
  ['runs-on', 'timeout-minutes', 'steps'],
);
const workflow = strictObject(
  {
    name: text,
    on: { type: 'object', minProperties: 1 },
    permissions: { const: { contents: 'read' } },
    concurrency: strictObject({ group: text, 'cancel-in-progress': {} }, ['group']),
    jobs: map(job),
  },
  ['name', 'on', 'permissions', 'jobs'],
);
const form = strictObject(
  {
    name: text,
    description: text,
    labels: { type: 'array', items: text },
    body: {
      type: 'array',
      minItems: 1,
      items: strictObject(
        {
          type: { enum: ['markdown', 'input', 'textarea', 'dropdown', 'checkboxes'] },
          id: text,
          attributes: { type: 'object', minProperties: 1 },
          validations: strictObject({ required: { type: 'boolean' } }),
        },
        ['type', 'attributes'],
      ),
    },
  },
  ['name', 'description', 'body'],
);

const ajv = new Ajv({ allErrors: true, strictTypes: false, strictRequired: false });
const complaints = [];
const folder = '.github/workflows';
for (const name of readdirSync(join(root, folder))) {
  // YAML 1.1 would read `on` as true; GitHub doesn't.
  const found = parse(readFile(`${folder}/${name}`));
  checkSchema(workflow, found, `${folder}/${name}`);
  for (const { run } of Object.values(found.jobs ?? {}).flatMap(({ steps }) => steps ?? []))
    checkScripts(run ?? '', name);
}
const forms = '.github/ISSUE_TEMPLATE';
for (const name of readdirSync(join(root, forms)).filter((file) => file !== 'config.yml')) {
  checkSchema(form, yaml(`${forms}/${name}`), `${forms}/${name}`);
}

const { version, license } = JSON.parse(readFile('package.json'));
const code = yaml('publiccode.yml');
const published = version.endsWith('-dev') ? lastRelease() : version;
if (code.softwareVersion !== published)
  complaints.push(`publiccode.yml has version ${code.softwareVersion}, not ${published}.`);
if (code.legal?.license !== license)
  complaints.push(`publiccode.yml has license ${code.legal?.license}, package.json ${license}.`);
for (const [language, { shortDescription }] of Object.entries(code.description)) {
  // Limit of the publiccode.yml standard.
  if (shortDescription.length > 150)
    complaints.push(`publiccode.yml: the short description (${language}) is longer than 150 characters.`);
}
if (!readFile('Dockerfile').includes(`FROM node:${readFile('.nvmrc').trim()}.`))
  complaints.push('Dockerfile and .nvmrc name different Node versions.');

if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
console.log('Workflows, forms and publiccode.yml are valid.');

function checkSchema(schema, value, where) {
  const validate = ajv.compile(schema);
  if (validate(value)) return;
  for (const { instancePath, message, params } of validate.errors) {
    complaints.push(`${where}: ${instancePath} ${message} ${JSON.stringify(params)}`);
  }
}

function checkScripts(command, where) {
  const { scripts } = JSON.parse(readFile('package.json'));
  for (const [, name] of command.matchAll(/npm run ([\w:-]+)/g))
    if (!(name in scripts)) complaints.push(`${folder}/${where} runs "npm run ${name}", which does not exist.`);
  for (const [, path] of command.matchAll(/^(\.ci\/\w+)/gm))
    if (!existsSync(join(root, path))) complaints.push(`${folder}/${where} runs ${path}, which does not exist.`);
}
