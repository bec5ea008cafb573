import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { opportunityInput } from './opportunities.js';

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

export function opportunityTexts(name: 'lures' | 'honest' | 'later-lures' | 'later-honest'): OpportunityText[] {
  return JSON.parse(readFileSync(join(__dirname, `../data/opportunities/${name}.json`), 'utf8')) as OpportunityText[];
}

export function formOf({ id: _, language, pay, ...rest }: OpportunityText): Record<string, unknown> {
  const money = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
  return opportunityInput({
    ...rest,
    language: language === 'es' ? 'ES' : 'EN',
    ...(pay === null && { payMin: null, payMax: null, payUnit: null }),
    ...(pay && { payMin: money(pay.min), payMax: money(pay.max), payUnit: pay.unit }),
  });
}
