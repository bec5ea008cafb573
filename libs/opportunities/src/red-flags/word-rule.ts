import type { Finding, ReadOpportunity, RedFlagRule } from './rule.js';
import { excerptOf } from './text/excerpt.js';
import { isDenied } from './text/denial.js';
import type { Form } from './text/form.js';
import type { ReadText } from './text/read-text.js';

/** Words that are a red flag where they stand; `unlessDenied` lets "no fees" and "we never keep …" pass. */
export interface Words {
  readonly any: readonly RegExp[];
  readonly unlessDenied?: boolean;
}

/** A rule that looks for words in every text of the form, at most one finding a field. */
export function wordRule(name: string, ...groups: readonly Words[]): RedFlagRule {
  return {
    name,
    find: ({ texts }: ReadOpportunity): Finding[] =>
      [...texts].flatMap(([field, text]) => {
        const excerpt = firstOf(groups, text);
        return excerpt === null ? [] : [{ field, excerpt }];
      }),
  };
}

/** The words that one of the patterns finds in a text, or null. */
export function firstOf(groups: readonly Words[], text: ReadText): string | null {
  for (const form of text.forms) {
    for (const { any, unlessDenied } of groups) {
      for (const pattern of any) {
        const found = matchIn(form, pattern, unlessDenied ?? false);
        if (found) return excerptOf(text.raw, { start: form.from[found.start]!, end: form.from[found.end - 1]! + 1 });
      }
    }
  }
  return null;
}

function matchIn(form: Form, pattern: RegExp, unlessDenied: boolean): { start: number; end: number } | null {
  for (const match of form.text.matchAll(pattern)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (match[0] && !(unlessDenied && isDenied(form.text, span))) return span;
  }
  return null;
}

/**
 * A pattern of words over plain text (small letters, no accents): `_` is the space between two words, also a line's end,
 * and `\w+` any word. No character can be both part of a word and of what stands between two: whoever reads the pattern
 * can divide a text in one way only, so that a search takes as long as the text.
 */
export function words(source: string): RegExp {
  const pattern = source.replaceAll('\\w', '[a-z0-9]').replaceAll('_', '(?:[^a-z0-9.!?]+)');
  return new RegExp(`(?<![a-z0-9])(?:${pattern})(?![a-z0-9])`, 'g');
}

/** One of these, and one of those after it in the same sentence with at most so many words between. */
export function near(these: string, those: string, between = 5): RegExp {
  return words(`(?:${these})(?:[^a-z0-9.!?\\n]+[a-z0-9]+(?:'[a-z0-9]+)?){0,${between}}[^a-z0-9.!?\\n]+(?:${those})`);
}
