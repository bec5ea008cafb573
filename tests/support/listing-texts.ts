import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { opportunityInput } from './opportunities.js';

/** A text of a listing that somebody made up, with whatever differs from an ordinary form. */
export interface ListingText {
  id: string;
  language: 'en' | 'es' | 'mixed';
  title: string;
  description: string;
  kind?: string;
  /** Null: the form says nothing of pay. */
  pay?: { min: number; max: number; unit: string } | null;
  [field: string]: unknown;
}

/** The committed texts of `tests/data/listings`. */
export function listingTexts(name: 'lures' | 'honest' | 'later-lures' | 'later-honest'): ListingText[] {
  return JSON.parse(readFileSync(join(__dirname, `../data/listings/${name}.json`), 'utf8')) as ListingText[];
}

/** The form of such a text, as its business would fill it in. */
export function formOf({ id: _, language, pay, ...more }: ListingText): Record<string, unknown> {
  const money = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
  return opportunityInput({
    ...more,
    language: language === 'es' ? 'ES' : 'EN',
    ...(pay === null && { payMin: null, payMax: null, payUnit: null }),
    ...(pay && { payMin: money(pay.min), payMax: money(pay.max), payUnit: pay.unit }),
  });
}
