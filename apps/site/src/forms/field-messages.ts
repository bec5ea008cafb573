import type { Catalog } from '@upstander/web-kit';
import type { FieldKind } from './field-values';
import { maxLengthOf } from './field-values';

export type LocalizedText = (words: Catalog) => string;

/** Returns the texts of a screen: labels by field, and `errors`. */
export type WordsOf = (words: Catalog) => object;

export interface FieldMessages {
  /** Name of the field in the message for too long a text. */
  label?: LocalizedText;
  missing?: LocalizedText;
  /** Message for a value that doesn't fit or that the API rejects. */
  wrong?: LocalizedText;
  /** Messages for specific problems reported by the API: `{ 'too-large': … }`. */
  refused?: Readonly<Record<string, LocalizedText>>;
}

type Field = FieldMessages & { kind: FieldKind; max?: number };

/**
 * A field's own messages come first, then those of its screen and of all forms: `titleMissing`, `titleWrong`, or `title`
 * among the errors for both. A missing one is replaced by the other.
 */
export function messagesOf(name: string, field: Field, words: Catalog, wordsOf: WordsOf) {
  const screen = wordsOf(words);
  const errors = (screen as { errors?: object }).errors ?? {};
  const common = words.site.errors;
  const label = field.label?.(words) ?? textIn(screen, name) ?? null;
  const found = (suffix: 'Missing' | 'Wrong') =>
    textIn(errors, name + suffix) ??
    textIn(screen, name + suffix) ??
    textIn(errors, name) ??
    textIn(common, name + suffix) ??
    textIn(common, field.kind + suffix);
  const missing = () => field.missing?.(words) ?? found('Missing');
  const wrong = () => field.wrong?.(words) ?? found('Wrong');
  const tooLong = () => common.tooLong({ label, most: maxLengthOf(field) ?? 0 });
  return {
    missing: () => missing() ?? wrong() ?? common.missing({ label }),
    wrong: () => wrong() ?? missing() ?? common.wrong({ label }),
    tooLong,
    tooMany: () => common.tooMany({ label, most: field.max ?? 0 }),
  };
}

export function failedText(words: Catalog, wordsOf: WordsOf): string {
  return textIn(wordsOf(words), 'failed') ?? words.site.business.status.failed;
}

function textIn(texts: object, key: string): string | undefined {
  const text: unknown = (texts as Record<string, unknown>)[key];
  return typeof text === 'string' ? text : undefined;
}
