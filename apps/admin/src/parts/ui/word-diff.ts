export interface Piece {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** So many words each are compared one by one; of longer texts the whole is shown before and after. */
const most = 1_200;

/**
 * What of a text stayed, went and came, word by word (longest common subsequence). Blanks belong to the word before
 * them, so that joining the pieces of one side gives that side letter for letter.
 */
export function wordDiff(before: string, after: string): Piece[] {
  const [old, fresh] = [words(before), words(after)];
  if (old.length > most || fresh.length > most) return tidy([piece('gone', before), piece('new', after)]);
  const common = lengths(old, fresh);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      pieces.push(piece('same', old[i] ?? ''));
      i += 1;
      j += 1;
    } else if (j >= fresh.length || (i < old.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      pieces.push(piece('gone', old[i] ?? ''));
      i += 1;
    } else {
      pieces.push(piece('new', fresh[j] ?? ''));
      j += 1;
    }
  }
  return tidy(pieces);
}

function words(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

/** For each pair of ends, how many words they still have in common. */
function lengths(old: readonly string[], fresh: readonly string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row)
        row[j] = old[i] === fresh[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

function at(table: readonly number[][], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}

function piece(kind: Piece['kind'], text: string): Piece {
  return { kind, text };
}

/** Neighbours of one kind become one piece; empty ones go. */
function tidy(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const { kind, text } of pieces) {
    const last = joined.at(-1);
    if (text === '') continue;
    if (last?.kind === kind) last.text += text;
    else joined.push({ kind, text });
  }
  return joined;
}
