import type { LocaleName } from '@upstander/identity';
import type { Letter, MailBlock } from '@upstander/notifications';
import { receiptWords } from '../receipt-words.js';
import type { ReceiptFacts } from './receipt-facts.js';

/** The personal addresses a letter leads to. */
export interface GiftUrls {
  /** The PDF of the receipt; null when the mail brings none. */
  pdf: string | null;
  gift: string;
  recurringGift: string | null;
  giving: string;
}

export interface About {
  facts: ReceiptFacts;
  urls: GiftUrls;
  /** An amount of the gift's currency in the words of the language. */
  inWords: (amountMinor: bigint) => string;
}

/** A letter in both languages. */
export type Letters = Readonly<Record<LocaleName, (about: About) => Letter>>;

/** Everything the document says, so that the mail by itself is a receipt: the law takes an e-mail for one. */
export function fullWords({ facts }: About, locale: LocaleName): MailBlock[] {
  if (!facts.receipt) return [];
  const { content } = facts.receipt;
  const issued: [string, string] = [receiptWords[locale].issued, content.issuedOn];
  return [
    { facts: [...content.facts, issued] },
    ...content.statements,
    { small: [content.issuer.name, ...content.issuer.lines].join('\n') },
  ];
}

/** What mail programs show beside the subject: the news, not the greeting. */
export function previewed(letter: Letter): Letter {
  return { ...letter, preview: letter.blocks.find((block, i): block is string => i > 0 && typeof block === 'string') };
}
