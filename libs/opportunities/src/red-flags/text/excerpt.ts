import type { Span } from './form.js';

const maxLength = 160;

/** Returns the whole words of a finding exactly as written, so they can be highlighted in the text. */
export function excerptOf(raw: string, { start, end }: Span): string {
  let from = start;
  let to = end;
  while (from > 0 && start - from < maxLength / 2 && !/\s/.test(raw[from - 1]!)) from -= 1;
  while (to < raw.length && to - end < maxLength / 2 && !/\s/.test(raw[to]!)) to += 1;
  return raw.slice(from, Math.min(to, from + maxLength)).trim();
}
