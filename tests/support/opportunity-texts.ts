import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { opportunityInput } from './opportunities.js';

/** A text of an opportunity that somebody made up, with whatever differs from an ordinary form. */
export interface OpportunityText {
  id: string;
  language: 'en' | 'es' | 'mixed';
  title: string;
  description: string;
  kind?: string;
  /** Null: the form says nothing of pay. */
  pay?: { min: number; max: number; unit: string } | null;
  [field: string]: unknown;
}

/** The committed texts of `tests/data/opportunities`. */
export function opportunityTexts(name: 'lures' | 'honest' | 'later-lures' | 'later-honest'): OpportunityText[] {
  return JSON.parse(readFileSync(join(__dirname, `../data/opportunities/${name}.json`), 'utf8')) as OpportunityText[];
}

/** The form of such a text, as its business would fill it in. */
export function formOf({ id: _, language, pay, ...more }: OpportunityText): Record<string, unknown> {
  const money = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
  return opportunityInput({
    ...more,
    language: language === 'es' ? 'ES' : 'EN',
    ...(pay === null && { payMin: null, payMax: null, payUnit: null }),
    ...(pay && { payMin: money(pay.min), payMax: money(pay.max), payUnit: pay.unit }),
  });
}
