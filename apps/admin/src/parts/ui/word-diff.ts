import { diffArrays } from 'diff';

export interface Piece {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Maximum number of changed words. Texts that differ more are shown as a whole, before and after. */
const maxChangedWords = 2_400;

/** Whitespace belongs to the preceding word, so joining the pieces of one side restores it exactly. */
export function wordDiff(before: string, after: string): Piece[] {
  const changes = diffArrays(words(before), words(after), { maxEditLength: maxChangedWords });
  const pieces: Piece[] = changes?.map(({ added, removed, value }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value.join(''),
  })) ?? [
    { kind: 'gone', text: before },
    { kind: 'new', text: after },
  ];
  return pieces.filter(({ text }) => text !== '');
}

function words(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}
