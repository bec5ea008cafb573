import type { LocaleName } from '@upstander/identity';
import { receiptEn, type ReceiptWords } from './receipt-words.en.js';
import { receiptEs } from './receipt-words.es.js';

export const receiptWords: Record<LocaleName, ReceiptWords> = { en: receiptEn, es: receiptEs };
export type { ReceiptWords };
