import type { FormValue } from './form.js';
import type { Param } from './params.js';
import { invalid } from './stripe-error.js';

/** An empty string removes a key, null removes all. */
export type MetadataChanges = Record<string, string> | null;

/** Accepts at most 50 keys of 40 characters, with 500 characters each (https://docs.stripe.com/api/metadata). */
export function metadata(): Param<MetadataChanges> {
  return {
    required: false,
    read(value: FormValue, name: string) {
      if (value === '') return null;
      if (typeof value === 'string') throw invalid('Invalid object', name);
      const keys = Object.keys(value);
      if (keys.length > 50) throw invalid('Metadata can have up to 50 keys.', name);
      for (const key of keys) {
        const text = value[key];
        if (key.length > 40) {
          throw invalid(
            `Metadata keys can have up to 40 characters, but you passed in one with ${key.length}: ${key}`,
            `${name}[${key}]`,
          );
        }
        if (typeof text !== 'string') throw invalid('Metadata values must be strings', `${name}[${key}]`);
        if (text.length > 500) {
          throw invalid(
            `Metadata values can have up to 500 characters, but you passed in a value that is ${text.length} characters. Invalid value: ${text.slice(0, 30)}...`,
            `${name}[${key}]`,
          );
        }
      }
      return { ...value } as Record<string, string>;
    },
  };
}

/** @throws StripeError if there would be more than 50 keys */
export function changedMetadata(
  before: Record<string, string>,
  changes: MetadataChanges | undefined,
): Record<string, string> {
  if (changes === undefined) return before;
  if (changes === null) return {};
  const after = { ...before };
  for (const [key, value] of Object.entries(changes)) {
    if (value === '') delete after[key];
    else after[key] = value;
  }
  if (Object.keys(after).length > 50) throw invalid('Metadata can have up to 50 keys.', 'metadata');
  return after;
}
