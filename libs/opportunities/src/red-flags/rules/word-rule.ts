import type { Finding, ParsedOpportunity, RedFlagRule } from './rule.js';
import { excerptOf } from '../text/excerpt.js';
import { isDenied } from '../text/denial.js';
import type { Form } from '../text/form.js';
import type { ParsedText } from '../text/read-text.js';

/** Patterns of a rule. With `isIgnoredIfNegated`, "no fees" and "we never keep …" are not findings. */
export interface Words {
  readonly any: readonly RegExp[];
  readonly isIgnoredIfNegated?: boolean;
}

/** Creates a rule that searches every text of the form, with at most one finding per field. */
export function wordRule(name: string, ...groups: readonly Words[]): RedFlagRule {
  return {
    name,
    find: ({ texts }: ParsedOpportunity): Finding[] =>
      [...texts].flatMap(([field, text]) => {
        const excerpt = firstOf(groups, text);
        return excerpt === null ? [] : [{ field, excerpt }];
      }),
  };
}

/** Returns the first matching text, or null. */
export function firstOf(groups: readonly Words[], text: ParsedText): string | null {
  for (const form of text.forms) {
    for (const { any, isIgnoredIfNegated } of groups) {
      for (const pattern of any) {
        const found = matchIn(form, pattern, isIgnoredIfNegated ?? false);
        if (found) return excerptOf(text.raw, { start: form.from[found.start]!, end: form.from[found.end - 1]! + 1 });
      }
    }
  }
  return null;
}

function matchIn(form: Form, pattern: RegExp, isIgnoredIfNegated: boolean): { start: number; end: number } | null {
  for (const match of form.text.matchAll(pattern)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (match[0] && !(isIgnoredIfNegated && isDenied(form.text, span))) return span;
  }
  return null;
}

/**
 * Compiles a word pattern for normalized text. `_` is a gap between words or a line break, `\w+` any word.
 * Word characters and gap characters don't overlap, so matching never backtracks and takes linear time.
 */
export function words(source: string): RegExp {
  const pattern = source.replaceAll('\\w', '[a-z0-9]').replaceAll('_', '(?:[^a-z0-9.!?]+)');
  return new RegExp(`(?<![a-z0-9])(?:${pattern})(?![a-z0-9])`, 'g');
}

/** Matches a word of `these`, then a word of `those` in the same sentence, with at most `between` words in between. */
export function nearbyWords(these: string, those: string, between = 5): RegExp {
  return words(`(?:${these})(?:[^a-z0-9.!?\\n]+[a-z0-9]+(?:'[a-z0-9]+)?){0,${between}}[^a-z0-9.!?\\n]+(?:${those})`);
}
