/** `add` returns the placeholder of a value. */
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

const maxWords = 6;

/** Every word may be anywhere in the folded text (trigrams). Without a word of three letters, only the beginning is matched. */
export function matches(foldedSql: string, text: string, values: Values): string[] {
  const words = text.trim().split(/\s+/).filter(Boolean).slice(0, maxWords);
  const long = words.filter((word) => word.length >= 3);
  if (long.length === 0 && words.length > 0) {
    // Written to match the index on the first 40 characters.
    return [`left(${foldedSql}, 40) LIKE platform.fold(${values.add(escapeLike(words.join(' ')))}) || '%'`];
  }
  return words.map((word) => `${foldedSql} LIKE '%' || platform.fold(${values.add(escapeLike(word))}) || '%'`);
}

function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}
