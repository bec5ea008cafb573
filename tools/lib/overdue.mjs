/** How long a library of production may stay behind a release of its line (CONTRIBUTING.md, "Libraries"). */
export const daysToUpdate = 30;

/**
 * Judges what `npm outdated --all --json --before <day>` said, where `wanted` and `latest` are what there was on that day. A
 * copy is late where all who use it take something newer of its line (the major version; below 1 the minor one), and held
 * back where another library takes nothing else. A version that we pinned ourselves excuses nobody.
 * @param {Record<string, object | object[]>} outdated who asks for what, by the name of the library
 * @param {(dependent: string) => boolean} ours whether it is one of our own packages that asks
 * @returns {{ late: string[], held: string[] }} a sentence a copy
 */
export function overdue(outdated, ours) {
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

/** The uses of each installed copy, with the library's name; what is not installed here (another platform) is left out. */
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

/** Whether a released version follows another one of the same line. */
function isNewer(version, than) {
  const [a, b] = [version, than].map((text) => /^(\d+)\.(\d+)\.(\d+)$/.exec(text)?.slice(1).map(Number));
  if (!a || !b || a[0] !== b[0] || (a[0] === 0 && a[1] !== b[1])) return false;
  return a[1] > b[1] || (a[1] === b[1] && a[2] > b[2]);
}
