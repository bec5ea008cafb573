import type { LocaleName } from '@upstander/identity';
import { formatMoney } from '@upstander/money';
import { PdfDocument, type Letterhead } from '@upstander/files/documents';
import { words as statementWords } from './statement.texts.generated.js';

/** A line of the annual statement: a gift that was not fully returned. */
export interface StatementGift {
  paidOn: Date;
  timeZone: string;
  campaignTitle: string;
  receiptNumber: string | null;
  currency: string;
  keptMinor: bigint;
  goodsValueMinor: bigint;
  inKindDescription: string | null;
}

export interface StatementFacts {
  year: number;
  name: string;
  letterhead: Letterhead;
  madeAt: Date;
  gifts: readonly StatementGift[];
}

/** Returns the totals by currency, excluding gifts in kind, sorted by currency code. */
export function totalsOf(
  gifts: readonly StatementGift[],
): Array<{ currency: string; amountMinor: bigint; count: number }> {
  const totals = new Map<string, { currency: string; amountMinor: bigint; count: number }>();
  for (const { currency, keptMinor, inKindDescription } of gifts) {
    if (inKindDescription !== null) continue;
    const total = totals.get(currency) ?? { currency, amountMinor: 0n, count: 0 };
    totals.set(currency, { currency, amountMinor: total.amountMinor + keptMinor, count: total.count + 1 });
  }
  return [...totals.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** Renders the annual statement as PDF. It is a summary; the receipts are the official documents. */
export function statementPdf(facts: StatementFacts, locale: LocaleName): Promise<Buffer> {
  const words = statementWords[locale];
  const title = words.title({ year: String(facts.year) });
  const formatDay = (at: Date, timeZone: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(at);
  const paper = new PdfDocument({
    letterhead: facts.letterhead,
    title,
    locale,
    at: facts.madeAt,
    footer: (page, pages) =>
      [facts.letterhead.name, title, words.page({ n: String(page), of: String(pages) })].join('  ·  '),
  });
  const totals = totalsOf(facts.gifts);
  if (totals.length > 0) paper.figure(totals.map((total) => formatMoney(total, locale)).join('   '));
  paper.facts([
    [words.from, facts.name],
    [words.gifts, String(facts.gifts.length)],
    ...totals.map((total): [string, string] => [words.total(total), formatMoney(total, locale)]),
    [words.made, formatDay(facts.madeAt, facts.gifts[0]?.timeZone ?? 'UTC')],
  ]);
  paper.addTable(
    [words.date, words.campaign, words.receipt, words.amount],
    [0.2, 0.43, 0.15, 0.22],
    facts.gifts.map((gift) => [
      formatDay(gift.paidOn, gift.timeZone),
      gift.inKindDescription === null ? gift.campaignTitle : `${gift.campaignTitle}: ${gift.inKindDescription}`,
      gift.receiptNumber ?? '',
      gift.inKindDescription === null
        ? formatMoney({ amountMinor: gift.keptMinor, currency: gift.currency }, locale)
        : words.inKind,
    ]),
  );
  paper.paragraph(words.summary);
  if (facts.gifts.some(({ goodsValueMinor }) => goodsValueMinor > 0n)) paper.paragraph(words.goods);
  return paper.bytes();
}
