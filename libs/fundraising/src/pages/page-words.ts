import { positiveAmount, type MoneyInput } from '@upstander/ledger';
import { mostGoalMinor } from '@upstander/money';
import { badInput, typedLine, typedText } from '@upstander/platform';

/** What somebody says on their page. */
export interface PageWords {
  title: string;
  /** Markdown. */
  story: string;
  goalMinor: string | null;
}

/**
 * Reads an input on top of what stood there: what is left out stays, null empties what may be empty.
 * @throws Refusal BAD_INPUT naming the field.
 */
export function wordsFrom(
  input: { title?: string | null; story?: string | null; goal?: MoneyInput | null },
  before: PageWords,
  currency: string,
): PageWords {
  const after = { ...before };
  if (input.title !== undefined) after.title = typedLine('title', input.title ?? '', 120);
  if (input.story !== undefined) after.story = input.story?.trim() ? typedText('story', input.story, 10_000) : '';
  if (input.goal === null) after.goalMinor = null;
  else if (input.goal) {
    const goal = positiveAmount(input.goal, currency, 'goal');
    if (goal > mostGoalMinor) throw badInput({ goal: 'too-large' });
    after.goalMinor = String(goal);
  }
  return after;
}
