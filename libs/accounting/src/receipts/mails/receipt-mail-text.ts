import type { LocaleName } from '@upstander/identity';
import type { MailText, MailBlock } from '@upstander/notifications';
import { words as receiptWords } from '../receipt.texts.generated.js';
import type { giftUrls, ReceiptFacts } from './receipt-facts.js';

export interface ReceiptMailContext {
  locale: LocaleName;
  facts: ReceiptFacts;
  urls: ReturnType<typeof giftUrls>;
  inWords: (amountMinor: bigint) => string;
}

/** Returns the full text of the receipt. The law accepts an email as a receipt, so the email must be complete. */
export function fullWords({ facts, locale }: ReceiptMailContext): MailBlock[] {
  if (!facts.receipt) return [];
  const { content } = facts.receipt;
  const issued: [string, string] = [receiptWords[locale].issued, content.issuedOn];
  return [
    { facts: [...content.facts, issued] },
    ...content.statements,
    { small: [content.issuer.name, ...content.issuer.lines].join('\n') },
  ];
}

export function withPreview(letter: MailText): MailText {
  return { ...letter, preview: letter.blocks.find((block, i): block is string => i > 0 && typeof block === 'string') };
}
