import type { Span } from './form.js';

const most = 160;

/** The whole words of a finding, letter for letter as written, so that they can be found and marked where they stand. */
export function excerptOf(raw: string, { start, end }: Span): string {
  let from = start;
  let to = end;
  while (from > 0 && start - from < most / 2 && !/\s/.test(raw[from - 1]!)) from -= 1;
  while (to < raw.length && to - end < most / 2 && !/\s/.test(raw[to]!)) to += 1;
  return raw.slice(from, Math.min(to, from + most)).trim();
}
