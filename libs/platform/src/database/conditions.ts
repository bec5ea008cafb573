/** Collects the values of a statement: `add` answers the placeholder that stands for the value. */
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

/** Every word somewhere in a folded text, by its trigrams; fewer than three letters only match its beginning. */
export function matches(folded: string, wanted: string, values: Values): string[] {
  const words = wanted.trim().split(/\s+/).filter(Boolean).slice(0, mostWords);
  const long = words.filter((word) => word.length >= 3);
  if (long.length === 0 && words.length > 0) {
    // In these words, so that an index over the beginning fits.
    return [`left(${folded}, 40) LIKE platform.fold(${values.add(escaped(words.join(' ')))}) || '%'`];
  }
  return words.map((word) => `${folded} LIKE '%' || platform.fold(${values.add(escaped(word))}) || '%'`);
}

function escaped(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}
