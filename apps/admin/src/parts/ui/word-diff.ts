import { diffArrays } from 'diff';

export interface Piece {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** So many words that went or came are told apart; of texts that differ more the whole is shown before and after. */
const most = 2_400;

/**
 * What of a text stayed, went and came, word by word. Blanks belong to the word before them, so that joining the pieces
 * of one side gives that side letter for letter.
 */
export function wordDiff(before: string, after: string): Piece[] {
  const changes = diffArrays(words(before), words(after), { maxEditLength: most });
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
