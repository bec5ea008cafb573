/** Is told that a statement begins, by what it is called, and answers what to tell when it is over. */
export type StatementListener = (name: string) => (failed: boolean) => void;

/** Who hears of every statement of this process, whichever pool it goes through. With nobody there, nothing is timed. */
export const statementListeners = new Set<StatementListener>();

/** To be called when the answer is there; undefined where nobody listens. */
export function beginStatement(asked: unknown): ((failed: boolean) => void) | undefined {
  if (statementListeners.size === 0) return undefined;
  const name = nameOfStatement(asked);
  const ends = [...statementListeners].map((listen) => listen(name));
  return (failed) => ends.forEach((end) => end(failed));
}

const known = new Map<string, string>();
const mostKnown = 2_000;

/** What a statement is called: the name it was prepared under, where that is a word of ours, else its verb and its first table. */
function nameOfStatement(asked: unknown): string {
  const { text, name } = (typeof asked === 'string' ? { text: asked } : (asked ?? {})) as {
    text?: string;
    name?: string;
  };
  if (name !== undefined && /^[a-z][a-z-]{2,60}$/.test(name)) return name;
  if (typeof text !== 'string') return 'other';
  let found = known.get(text);
  if (found === undefined) {
    if (known.size >= mostKnown) known.clear();
    known.set(text, (found = named(text)));
  }
  return found;
}

function named(text: string): string {
  const verb = /^\s*(?:--[^\n]*\n\s*)*([A-Za-z]+)/.exec(text)?.[1]?.toUpperCase() ?? 'OTHER';
  // Tables of ours are written with their schema; what is called is, too.
  const table = /\b(?:FROM|INTO|UPDATE|JOIN|SELECT)\s+(?:ONLY\s+)?"?([a-z_]+)"?\."?([a-z_]+)"?/i.exec(text);
  return table ? `${verb}:${table[1]}.${table[2]}` : verb;
}
