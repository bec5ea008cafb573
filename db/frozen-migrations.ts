import { timestampIn, type Manifest } from './release-manifest.js';
import type { Zone } from './sql-source.js';

export interface Draft {
  name: string;
  text: string;
}

/**
 * Returns the reasons not to release: changed or missing released migrations, new migrations numbered before released
 * ones, and new migrations that would break the programs of the last release.
 */
export function faultsOfReleases(releases: readonly Manifest[], now: Manifest, drafts: readonly Draft[]): string[] {
  return [
    ...findChanged(releases, now),
    ...findMisnumbered(releases.at(-1), now),
    ...drafts.flatMap(findBreakingChanges(releases)),
  ];
}

function findChanged(releases: readonly Manifest[], now: Manifest): string[] {
  return releases.flatMap(({ version, migrations }) =>
    Object.entries(migrations).flatMap(([zone, released]) =>
      released.flatMap(({ name, sha256 }) => {
        const current = now.migrations[zone as Zone].find((migration) => migration.name === name);
        if (current?.sha256 === sha256) return [];
        return [
          `${name} was released with ${version} and is ${current ? 'changed' : 'missing'}. Restore it and put the change into a new migration.`,
        ];
      }),
    ),
  );
}

export function unreleased(releases: readonly Manifest[], now: Manifest): string[] {
  const released = new Set(releases.flatMap(({ migrations }) => Object.values(migrations).flat()).map((m) => m.name));
  return Object.values(now.migrations)
    .flat()
    .map(({ name }) => name)
    .filter((name) => !released.has(name));
}

/** An upgraded database would run them in another order than a new one. */
function findMisnumbered(last: Manifest | undefined, now: Manifest): string[] {
  if (!last) return [];
  return Object.entries(now.migrations).flatMap(([zone, current]) => {
    const released = last.migrations[zone as Zone].map(({ name }) => name);
    const newest = Math.max(...released.map(timestampIn));
    return current
      .filter(({ name }) => !released.includes(name) && timestampIn(name) <= newest)
      .map(
        ({ name }) =>
          `${name} is new, but its number is before ${newest}, the last of ${last.version}. Give it a later number.`,
      );
  });
}

/** Statements that break programs of the last release while they are still running. */
const breakingStatements: ReadonlyArray<[statement: string, pattern: RegExp]> = [
  ['DROP COLUMN', /\bDROP\s+COLUMN\b/i],
  ['DROP TABLE', /\bDROP\s+TABLE\b/i],
  ['DROP SCHEMA', /\bDROP\s+SCHEMA\b/i],
  ['RENAME', /\bALTER\s+(?!INDEX\b)\w+\s[^;]*?\bRENAME\s+(?:TO|COLUMN|CONSTRAINT|\w+\s+TO)\b/i],
  ['ALTER COLUMN TYPE', /\bALTER\s+(?:COLUMN\s+)?\w+\s+(?:SET\s+DATA\s+)?TYPE\b/i],
];

const marker = /^\s*(?:\/\/|\*)\s*contract: (\d+\.\d+\.\d+) (?:was the first release|stopped|no longer) .{10,}$/m;

function findBreakingChanges(releases: readonly Manifest[]) {
  return ({ name, text }: Draft): string[] => {
    const up = upOfMigration(text);
    const found = breakingStatements.filter(([, pattern]) => pattern.test(up)).map(([statement]) => statement);
    if (requiresValues(up)) found.push('NOT NULL without a DEFAULT');
    if (found.length === 0) return [];
    const since = marker.exec(text)?.[1];
    if (since !== undefined && releases.some(({ version }) => version === since)) return [];
    const what = `${name} contains ${found.join(', ')}, which would break programs of the last release`;
    return [
      since === undefined
        ? `${what}. First release programs that don't need it, then remove it and write above the class: “contract: <that release> stopped …”.`
        : `${what}, and names release ${since}, which is not in db/releases.`,
    ];
  };
}

/** A migration may drop its own objects on the way down. */
function upOfMigration(text: string): string {
  const down = text.search(/\basync down\s*\(/);
  const up = text.search(/\basync up\s*\(/);
  const without = down < 0 ? text : up < down ? text.slice(0, down) : text.slice(0, down) + text.slice(up);
  return without.replace(/--.*$/gm, '').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
}

/**
 * True if an existing table gets a required column without a default, or an existing column becomes required without
 * one.
 */
function requiresValues(up: string): boolean {
  const statements = up.split(';');
  return statements.some((sql) => {
    const set = [...sql.matchAll(/\bALTER\s+(?:COLUMN\s+)?(\w+)\s+SET\s+NOT\s+NULL\b/gi)];
    if (set.some(([, column]) => !new RegExp(`\\b${column}\\s+SET\\s+DEFAULT\\b`, 'i').test(up))) return true;
    const added = sql
      .split(/\bADD\s+COLUMN\b/i)
      .slice(1)
      // Other actions on the same table don't belong to the column.
      .map((column) => column.split(/,\s*(?:ADD|ALTER|DROP|VALIDATE)\s/i, 1)[0]!);
    return added.some((column) => /\bNOT\s+NULL\b/i.test(column) && !/\b(?:DEFAULT|GENERATED)\b/i.test(column));
  });
}
