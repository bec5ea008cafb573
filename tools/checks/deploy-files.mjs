import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { composeFaults } from './deploy/compose.mjs';
import { dockerfileFaults } from './deploy/dockerfile.mjs';
import { helmFaults } from './deploy/helm.mjs';
import { programFaults } from './deploy/programs.mjs';
import { lastRelease } from '../release/releases.mjs';

/**
 * Uses the programs' own checks if installed, otherwise rules. Docker and Helm aren't run. Every setting in the files
 * must exist.
 */
const readFile = (path) => readFileSync(join(root, path), 'utf8');
const chart = 'deploy/helm/upstander';
const templates = Object.fromEntries(
  readdirSync(join(root, chart, 'templates')).map((name) => [name, readFile(`${chart}/templates/${name}`)]),
);
const { version } = JSON.parse(readFile('package.json'));
const published = version.endsWith('-dev') ? lastRelease() : version;
const { faults: programs, missing } = programFaults();

const faults = [
  ...dockerfileFaults(readFile('Dockerfile')).map((what) => `Dockerfile, ${what}`),
  ...composeFaults(readFile('compose.yaml')).map((what) => `compose.yaml: ${what}`),
  ...helmFaults({
    chart: readFile(`${chart}/Chart.yaml`),
    values: readFile(`${chart}/values.yaml`),
    schema: readFile(`${chart}/values.schema.json`),
    templates,
    version: published,
  }).map((what) => `${chart}: ${what}`),
  ...programs,
  ...unpinnedActions(),
  ...unknownSettings(),
];
// A machine without systemd doesn't run systemd services.
const mandatory = missing.filter((name) => name !== 'systemd-analyze');
if (process.env.CI === 'true' && mandatory.length > 0)
  faults.push(`Not installed, but CI=true requires: ${mandatory.join(', ')}`);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(
  `The files in deploy/ are valid.${missing.length > 0 ? ` Skipped, because not installed: ${missing.join(', ')}.` : ''}`,
);

/** A moved tag could run other code, and the release workflow can sign and publish. */
function unpinnedActions() {
  const folder = '.github/workflows';
  return readdirSync(join(root, folder)).flatMap((name) =>
    [...readFile(`${folder}/${name}`).matchAll(/uses: *(\S+)(.*)/g)].flatMap(([, action, comment]) =>
      /@[0-9a-f]{40}$/.test(action) && /# v\d/.test(comment)
        ? []
        : `${folder}/${name}: ${action} must be pinned by commit, with its version as a comment.`,
    ),
  );
}

/** Finds misspelled settings, which would be silently ignored. */
function unknownSettings() {
  const known = new Set(
    [...readFile('docs/configuration.md').matchAll(/^\| `([A-Z][A-Z0-9_]*)`/gm)].map(([, name]) => name),
  );
  // Variables of Node, PostgreSQL and the build, and those used only by migrations.
  const others =
    /^(?:NODE_.*|POSTGRES_PASSWORD|(?:OWNER|APP|WORKER|SEALED|WORKER_SEALED)_PASSWORD|MIGRATE_(?:DATABASE|KEYS)_URL|WORKER_(?:SEALED_)?DATABASE_URL|WORKER_SEALED_KEYS_URL|COMMIT|SOURCE_DATE_EPOCH|UPSTANDER_VERSION|METRICS_HOST|WORKER_PORT)$/;
  const named = {
    Dockerfile: /^(?:ENV|\s+)\s*([A-Z][A-Z0-9_]*)=/gm,
    'compose.yaml': /^\s+([A-Z][A-Z0-9_]*): /gm,
    'deploy/compose/upstander.env.example': /^([A-Z][A-Z0-9_]*)=/gm,
    'deploy/systemd/upstander.service': /\b([A-Z][A-Z0-9_]*)=(?=[^=]*$)/gm,
    'deploy/systemd/upstander-api@.service': /\b([A-Z][A-Z0-9_]*)=(?=[^=]*$)/gm,
    [`${chart}/values.yaml`]: /^ {2}([A-Z][A-Z0-9_]*): /gm,
  };
  return Object.entries(named).flatMap(([file, pattern]) =>
    [...readFile(file).matchAll(pattern)]
      .map(([, name]) => name)
      .filter((name) => !known.has(name) && !others.test(name))
      .map((name) => `${file} contains an unknown setting, ${name} (docs/configuration.md).`),
  );
}
