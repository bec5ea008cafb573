/** Collects the parameters of a statement. `add` returns the placeholder of a value. */
export class Values {
  readonly list: unknown[];

  constructor(first: readonly unknown[] = []) {
    this.list = [...first];
  }

  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

const mostWords = 6;

/**
 * Returns conditions that match every word anywhere in a folded text, using trigrams.
 * Without a word of three letters, only the beginning is matched.
 */
export function matches(folded: string, wanted: string, values: Values): string[] {
  const words = wanted.trim().split(/\s+/).filter(Boolean).slice(0, mostWords);
  const long = words.filter((word) => word.length >= 3);
  if (long.length === 0 && words.length > 0) {
    // Written to match the index on the first 40 characters.
    return [`left(${folded}, 40) LIKE platform.fold(${values.add(escaped(words.join(' ')))}) || '%'`];
  }
  return words.map((word) => `${folded} LIKE '%' || platform.fold(${values.add(escaped(word))}) || '%'`);
}

function escaped(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}
