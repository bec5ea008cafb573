import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { opportunityInput } from './opportunities.js';

/** A made-up opportunity text with its differences from a normal form. */
export interface OpportunityText {
  id: string;
  language: 'en' | 'es' | 'mixed';
  title: string;
  description: string;
  kind?: string;
  /** Null if the form has no pay. */
  pay?: { min: number; max: number; unit: string } | null;
  [field: string]: unknown;
}

/** Returns the texts in `tests/data/opportunities`. */
export function opportunityTexts(name: 'lures' | 'honest' | 'later-lures' | 'later-honest'): OpportunityText[] {
  return JSON.parse(readFileSync(join(__dirname, `../data/opportunities/${name}.json`), 'utf8')) as OpportunityText[];
}

/** Returns form input for such a text. */
export function formOf({ id: _, language, pay, ...more }: OpportunityText): Record<string, unknown> {
  const money = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
  return opportunityInput({
    ...more,
    language: language === 'es' ? 'ES' : 'EN',
    ...(pay === null && { payMin: null, payMax: null, payUnit: null }),
    ...(pay && { payMin: money(pay.min), payMax: money(pay.max), payUnit: pay.unit }),
  });
}
