import { receiptContent, type ReceiptedGift } from './receipt-content.js';
import { receiptPdf } from '../documents/receipt-document.js';

const gift: ReceiptedGift = {
  name: 'Ana Núñez',
  locale: 'en',
  method: 'stripe',
  monthly: false,
  currency: 'USD',
  intendedMinor: 25_000n,
  coverMinor: 777n,
  returnedMinor: 0n,
  goodsDescription: '',
  goodsValueMinor: 0n,
  inKindDescription: '',
  paidAt: new Date('2027-01-01T06:30:00Z'),
  campaignTitle: 'Beds for the spring',
  timeZone: 'America/Los_Angeles',
  partner: null,
};
const about = {
  number: 12n,
  replaces: null,
  issuedAt: new Date('2027-01-01T20:00:00Z'),
  issuer: {
    name: "Women's Rights Group",
    address: 'PO Box 1\nLos Angeles, CA 90001',
    registrationNumber: '12-3456789',
  },
};

describe('receipt content', () => {
  test("names donor, issuer and campaign, with dates in the campaign's time zone", () => {
    expect(receiptContent(gift, about)).toEqual({
      version: 1,
      issuer: {
        name: "Women's Rights Group",
        lines: ['PO Box 1', 'Los Angeles, CA 90001', 'Tax ID (EIN) 12-3456789'],
      },
      title: 'Donation receipt',
      number: '12',
      issuedOn: 'January 1, 2027',
      donorName: 'Ana Núñez',
      campaignTitle: 'Beds for the spring',
      amount: '$257.77',
      facts: [
        ['Receipt number', '12'],
        ['Received from', 'Ana Núñez'],
        ['Date of the gift', 'December 31, 2026'],
        ['Given for', 'Beds for the spring'],
        ['Paid by', 'Card'],
        ['Gift', '$250.00'],
        ['Added to cover the card fee', '$7.77'],
        ['Amount received', '$257.77'],
      ],
      statements: [
        'No goods or services were provided in exchange for this gift.',
        'Please keep this receipt. For a single gift of $250 or more, the IRS requires a written acknowledgment, and this is one.',
      ],
      duties: { acknowledgment: true, disclosure: false, deductibleMinor: '25777' },
    });
  });

  test('omits the acknowledgment below $250 and the tax ID if there is none', () => {
    const content = receiptContent(
      { ...gift, intendedMinor: 5000n, coverMinor: 0n },
      { ...about, issuer: { ...about.issuer, registrationNumber: null } },
    );
    expect(content.statements).toEqual(['No goods or services were provided in exchange for this gift.']);
    expect(content.issuer.lines).toEqual(['PO Box 1', 'Los Angeles, CA 90001']);
    expect(content.facts.map(([label]) => label)).not.toContain('Added to cover the card fee');
  });

  test('discloses that $60 may be deductible for $100 with a $40 ticket', () => {
    const ticket = {
      ...gift,
      intendedMinor: 10_000n,
      coverMinor: 0n,
      goodsDescription: 'a concert ticket',
      goodsValueMinor: 4000n,
    };
    expect(receiptContent(ticket, about).statements).toEqual([
      'In exchange for this payment you received: a concert ticket. Our good-faith estimate of its value is $40.00.',
      'For federal income tax purposes, only the part of your payment above that value of $40.00 may be deductible: $60.00.',
    ]);
    expect(receiptContent({ ...ticket, intendedMinor: 7500n }, about).statements).toEqual([
      'In exchange for this payment you received: a concert ticket. Our good-faith estimate of its value is $40.00.',
    ]);
  });

  test('describes a gift in kind without a value', () => {
    const blankets = {
      ...gift,
      method: 'in_kind' as const,
      intendedMinor: 0n,
      coverMinor: 0n,
      inKindDescription: '40 wool blankets',
    };
    const content = receiptContent(blankets, about);
    expect(content).toMatchObject({ title: 'Receipt for a gift in kind', amount: null });
    expect(content.facts).toContainEqual(['What was given', '40 wool blankets']);
    expect(JSON.stringify(content.facts)).not.toMatch(/\$|Paid by|Amount/);
    expect(content.statements.slice(0, 2)).toEqual([
      'We describe what you gave and don’t put a value on it. Under IRS rules, the donor determines the value.',
      'No goods or services were provided in exchange for this gift.',
    ]);
  });

  test('shows the refunded amount and the number of the replaced receipt', () => {
    const content = receiptContent(
      { ...gift, returnedMinor: 10_000n, monthly: true, partner: 'Harbor House' },
      { ...about, replaces: '7' },
    );
    expect(content.amount).toBe('$157.77');
    expect(content.facts).toContainEqual(['Returned to you', '-$100.00']);
    expect(content.facts).toContainEqual(['Beneficiary', 'Harbor House']);
    expect(content.statements.slice(1)).toEqual([
      'This is one payment of your recurring gift. Each payment is a separate gift with its own receipt.',
      "Women's Rights Group received this gift for Harbor House.",
      'This receipt replaces number 7, which is no longer valid.',
    ]);
    expect(content.duties.acknowledgment).toBe(false);
  });

  test('is entirely in Spanish for Spanish-speaking donors', () => {
    const content = receiptContent(
      {
        ...gift,
        locale: 'es',
        goodsDescription: 'una cena',
        goodsValueMinor: 5000n,
        monthly: true,
        returnedMinor: 100n,
        partner: 'Casa Puerto',
      },
      { ...about, replaces: '3' },
    );
    expect(content.title).toBe('Recibo de donación');
    expect(content.facts).toContainEqual(['Fecha de la donación', '31 de diciembre de 2026']);
    const words = [...content.statements, ...content.facts.map(([label]) => label)].join(' ');
    expect(words).not.toMatch(/\b(the|gift|receipt|received|payment)\b/i);
    expect(content.statements).toHaveLength(6);
  });

  test('formats other currencies and omits the $250 notice for them', () => {
    const content = receiptContent({ ...gift, currency: 'JPY', intendedMinor: 5000n, coverMinor: 0n }, about);
    expect(content.amount).toBe('¥5,000');
    expect(content.statements).toEqual(['No goods or services were provided in exchange for this gift.']);
  });
});

describe('receipt PDF', () => {
  const content = receiptContent({ ...gift, name: 'Łucja Ångström, Дарья', partner: 'Harbor House' }, about);

  test('is tagged, has its language and font embedded, and has a stable size', async () => {
    const pdf = await receiptPdf(content, 'en', about.issuedAt, { void: false, replacedBy: null });
    const again = await receiptPdf(content, 'en', about.issuedAt, { void: false, replacedBy: null });
    const text = pdf.toString('latin1');
    expect(text.slice(0, 8)).toBe('%PDF-1.7');
    expect(text).toContain('/Marked true');
    expect(text).toMatch(/\/Lang \(en\)/);
    expect(text).toMatch(/FontFile2/);
    expect(again.length).toBe(pdf.length);
    expect(pdf.length).toBeLessThan(80_000);
  });

  test('differs when the receipt is void', async () => {
    const valid = await receiptPdf(content, 'es', about.issuedAt, { void: false, replacedBy: null });
    const dead = await receiptPdf(content, 'es', about.issuedAt, { void: true, replacedBy: '13' });
    expect(dead.equals(valid)).toBe(false);
    expect((await receiptPdf(content, 'es', about.issuedAt, { void: true, replacedBy: null })).equals(dead)).toBe(
      false,
    );
  });
});
