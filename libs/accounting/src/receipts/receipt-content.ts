import { formatMoney } from '@upstander/money';
import type { Gift } from '../gifts/gift.entity.js';
import { receiptDuties, type ReceiptDuties } from './receipt-rules.js';
import { words as receiptWords } from './receipt.texts.generated.js';

export interface ReceiptedGift extends Pick<
  Gift,
  'name' | 'locale' | 'method' | 'currency' | 'goodsDescription' | 'inKindDescription'
> {
  monthly: boolean;
  intendedMinor: bigint;
  coverMinor: bigint;
  returnedMinor: bigint;
  goodsValueMinor: bigint;
  paidAt: Date;
  campaignTitle: string;
  timeZone: string;
  /** The partner that the campaign supports; null for the organization itself. */
  partner: string | null;
}

export interface Issuer {
  name: string;
  address: string;
  registrationNumber: string | null;
}

/**
 * The complete text of a receipt. It is stored, so that later changes of wording, name or address
 * never alter an issued document.
 */
export interface ReceiptContent {
  version: 1;
  issuer: { name: string; lines: string[] };
  title: string;
  number: string;
  issuedOn: string;
  donorName: string;
  campaignTitle: string;
  /** Formatted amount; null for a gift in kind. */
  amount: string | null;
  facts: Array<[label: string, value: string]>;
  statements: string[];
  /** Legal requirements when the receipt was issued. */
  duties: { acknowledgment: boolean; disclosure: boolean; deductibleMinor: string | null };
}

export function receiptContent(
  gift: ReceiptedGift,
  about: { number: bigint; replaces: string | null; issuedAt: Date; issuer: Issuer },
): ReceiptContent {
  const words = receiptWords[gift.locale];
  const inKind = gift.method === 'in_kind';
  const paidMinor = gift.intendedMinor + gift.coverMinor - gift.returnedMinor;
  const duties = receiptDuties({ paidMinor, currency: gift.currency, goodsValueMinor: gift.goodsValueMinor, inKind });
  const formatAmount = (amountMinor: bigint) => formatMoney({ amountMinor, currency: gift.currency }, gift.locale);
  const formatDay = (at: Date) =>
    new Intl.DateTimeFormat(gift.locale, { dateStyle: 'long', timeZone: gift.timeZone }).format(at);
  const amount = inKind ? null : formatAmount(paidMinor);
  const facts: ReceiptContent['facts'] = [
    [words.number, about.number.toString()],
    [words.from, gift.name],
    [words.date, formatDay(gift.paidAt)],
    [words.campaign, gift.campaignTitle],
  ];
  if (gift.partner !== null) facts.push([words.beneficiary, gift.partner]);
  if (inKind) facts.push([words.inKind, gift.inKindDescription]);
  else facts.push([words.method, words.methods[gift.method]], [words.intended, formatAmount(gift.intendedMinor)]);
  if (gift.coverMinor > 0n) facts.push([words.cover, formatAmount(gift.coverMinor)]);
  if (gift.returnedMinor > 0n) facts.push([words.returned, formatAmount(-gift.returnedMinor)]);
  if (amount !== null) facts.push([words.amount, amount]);
  return {
    version: 1,
    issuer: {
      name: about.issuer.name,
      lines: [
        ...about.issuer.address.split('\n'),
        ...(about.issuer.registrationNumber ? [words.registration({ number: about.issuer.registrationNumber })] : []),
      ],
    },
    title: inKind ? words.titleInKind : words.title,
    number: about.number.toString(),
    issuedOn: formatDay(about.issuedAt),
    donorName: gift.name,
    campaignTitle: gift.campaignTitle,
    amount,
    facts,
    statements: statements(gift, duties, {
      inWords: formatAmount,
      replaces: about.replaces,
      organization: about.issuer.name,
    }),
    duties: { ...duties, deductibleMinor: duties.deductibleMinor?.toString() ?? null },
  };
}

function statements(
  gift: ReceiptedGift,
  duties: ReceiptDuties,
  about: { inWords: (amountMinor: bigint) => string; replaces: string | null; organization: string },
): string[] {
  const words = receiptWords[gift.locale];
  const result: string[] = [];
  if (gift.method === 'in_kind') result.push(words.notValued);
  if (gift.goodsValueMinor > 0n && duties.deductibleMinor !== null) {
    const value = about.inWords(gift.goodsValueMinor);
    result.push(words.goods({ what: gift.goodsDescription, value }));
    if (duties.disclosure) result.push(words.disclosure({ value, deductible: about.inWords(duties.deductibleMinor) }));
  } else {
    result.push(words.noGoods);
  }
  if (duties.acknowledgment && gift.currency === 'USD') result.push(words.acknowledgment);
  if (gift.monthly) result.push(words.instalment);
  if (gift.partner !== null)
    result.push(words.partner({ organization: about.organization, beneficiary: gift.partner }));
  if (about.replaces !== null) result.push(words.replaces({ number: about.replaces }));
  return result;
}
