/**
 * Run by `npm run check`. Checks that released migrations are unchanged, that new ones neither break the programs of the
 * last release nor lock large tables for long, and that each release is documented.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { findLongLocks } from './long-locks.js';
import { migrations } from './migrations/index.js';
import { keyMigrations, sealedMigrations } from './sealed-migrations/index.js';
import { faultsOfReleases, unreleased, type Draft } from './frozen-migrations.js';
import { manifestOfNow, manifests, releasesFolder } from './release-manifest.js';
import { releaseFacts } from './release-facts.mjs';
import { isLater } from './versions.js';

/** Predates the first release: only new databases run it, and they have no addresses yet. */
const emptyTablesMigration = 'db/migrations/1799010000000-normalize-addresses.ts';

const releases = manifests();
const now = manifestOfNow();
const files = ['migrations/', 'sealed-migrations/'].flatMap((folder) => {
  const home = new URL(folder, import.meta.url);
  return readdirSync(home)
    .filter((file) => /^\d+-.+\.ts$/.test(file))
    .map((file) => ({ path: `db/${folder}${file}`, text: readFileSync(new URL(file, home), 'utf8') }));
});
const listedMigrations = Object.values(now.migrations)
  .flat()
  .map(({ name }) => name);
const unreleasedMigrations = unreleased(releases, now);
const drafts: Draft[] = unreleasedMigrations.map((name) => ({
  name,
  text: files.find(({ text }) => text.includes(`class ${name} `))?.text ?? '',
}));
const problems = [
  ...checkNames(),
  ...checkImports(),
  ...faultsOfReleases(releases, now, drafts),
  ...(await checkLocks()),
  ...checkRecords(),
];

function checkNames(): string[] {
  const unknown = listedMigrations.filter((name) => releaseFacts.sums[name] === undefined);
  const forgotten = Object.keys(releaseFacts.sums).filter((name) => !listedMigrations.includes(name));
  return [
    ...unknown.map(
      (name) => `${name} does not match its file name: <number>-<words>.ts must contain the class <Words><number>.`,
    ),
    ...forgotten.map((name) => `${name} is missing from db/migrations/index.ts or db/sealed-migrations/index.ts.`),
  ];
}

/** Rejects migrations that import library code: it could change without changing the migration's checksum. */
function checkImports(): string[] {
  const allowed =
    /^(?:import type \{[^}]*\} from 'typeorm'|import .* from '\.\.\/(?:backfill|sql-source)\.js'|import .* from '\.\/[\w.-]+\.js');$/;
  const looked = files.filter(({ path }) => path !== emptyTablesMigration);
  return looked.flatMap(({ path, text }) =>
    (text.match(/^import .*$/gm) ?? [])
      .filter((line) => !allowed.test(line))
      .map((line) => `${path} imports code that its checksum does not cover: ${line}`),
  );
}

async function checkLocks(): Promise<string[]> {
  const all = [...migrations, ...sealedMigrations, ...keyMigrations];
  return findLongLocks(all.filter(({ name }) => unreleasedMigrations.includes(name)));
}

function checkRecords(): string[] {
  const last = releases.at(-1)?.version;
  const changelog = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8');
  return [
    ...(last && isLater(last, releaseFacts.version)
      ? [`package.json says ${releaseFacts.version}, after release ${last}.`]
      : []),
    ...releases.flatMap(({ version }) => [
      ...(changelog.includes(`\n## [${version}]`) ? [] : [`CHANGELOG.md has no section “## [${version}]”.`]),
      ...['main.sql.br', 'keys.sql.br', 'facts.json']
        .filter((file) => !existsSync(new URL(`${version}/${file}`, releasesFolder)))
        .map((file) => `db/releases/${version}/${file} is missing. Create it with npm run release:dump.`),
    ]),
  ];
}

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(
  `${releases.length} releases are unchanged; ${unreleasedMigrations.length} migrations are new since the last.`,
);
