/** CONTRIBUTING.md, "Libraries". */
export const daysToUpdate = 30;

/**
 * Evaluates `npm outdated --all --json --before <day>`.
 * A copy is late if all its dependents accept a newer version of its line (same major version; below 1, same minor). It
 * is held back if a dependent accepts none. Our own pins don't count. @param {Record<string, object | object[]>}
 * outdated dependents by package name @param {(dependent: string) => boolean} ours true for our own packages @returns
 * {{ late: string[], held: string[] }} one sentence per copy
 */
export function findOverdue(outdated, ours) {
  const late = [];
  const held = [];
  for (const [name, uses] of copies(outdated)) {
    const { current } = uses[0];
    const newest = uses
      .flatMap(({ wanted, latest }) => [wanted, latest])
      .filter((version) => isNewer(version, current))
      .reduce((best, version) => (isNewer(version, best) ? version : best), current);
    if (newest === current) continue;
    const holders = uses.filter(({ wanted, dependent }) => !ours(dependent) && !isNewer(wanted, current));
    const behind = `${name} ${current} (${newest} is there)`;
    if (holders.length === 0) late.push(behind);
    else held.push(`${behind}, by ${[...new Set(holders.map(({ dependent }) => dependent))].join(', ')}`);
  }
  return { late, held };
}

/** Groups dependents by installed copy. Skips packages not installed here (other platforms). */
function copies(outdated) {
  const found = new Map();
  for (const [name, uses] of Object.entries(outdated)) {
    for (const use of [uses].flat().filter(({ current }) => current)) {
      const copy = found.get(use.location) ?? [name, []];
      copy[1].push(use);
      found.set(use.location, copy);
    }
  }
  return found.values();
}

/** True if a stable version is newer and on the same line. */
function isNewer(version, than) {
  const [a, b] = [version, than].map((text) => /^(\d+)\.(\d+)\.(\d+)$/.exec(text)?.slice(1).map(Number));
  if (!a || !b || a[0] !== b[0] || (a[0] === 0 && a[1] !== b[1])) return false;
  return a[1] > b[1] || (a[1] === b[1] && a[2] > b[2]);
}
