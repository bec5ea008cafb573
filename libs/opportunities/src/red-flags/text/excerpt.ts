import { isInvisible } from './invisible.js';
import type { Span } from './form.js';

const around = 25;
const most = 160;

/** The words around a finding, as written, on one line; what nobody sees is written as its number. */
export function excerptOf(raw: string, { start, end }: Span): string {
  const from = raw.lastIndexOf(' ', Math.max(0, start - around)) + 1;
  const behind = raw.indexOf(' ', Math.min(raw.length, end + around));
  const to = Math.min(behind < 0 ? raw.length : behind, from + most);
  const words = [...raw.slice(Math.min(from, start), Math.max(to, Math.min(end, from + most)))]
    .map(shown)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  return `${from > 0 ? '… ' : ''}${words}${to < raw.length ? ' …' : ''}`;
}

// A character that turns the direction of writing would turn the moderator's page too.
function shown(character: string): string {
  if (!isInvisible(character)) return character;
  return `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
}
