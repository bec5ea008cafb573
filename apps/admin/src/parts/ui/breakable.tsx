import { Fragment, type ReactNode } from 'react';

/** Longest word, in characters, that fits in a narrow column. */
const LONGEST = 18;
const longWordPattern = new RegExp(`\\S{${LONGEST + 1},}`);

/** Returns a text whose long words, for example email addresses, wrap at punctuation instead of within a word. */
export function withLineBreaks(text: string): ReactNode {
  if (!longWordPattern.test(text)) return text;
  const parts = text.split(/(?<=@)/).flatMap((part) => (longWordPattern.test(part) ? part.split(/(?=[._])/) : [part]));
  return parts.map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
