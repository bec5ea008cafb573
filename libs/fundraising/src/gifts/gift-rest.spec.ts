import { receiptsFrom } from './gift-rest.js';

const urls = { receipt: (id: string, version: number) => `/receipts/${id}.${version}` };
const row = { id: 'r1', number: '12', issuedAt: '2026-12-01T10:00:00Z', amountMinor: '9007199254740993' };
const rest = (...receiptRows: object[]) =>
  ({ currency: 'USD', tokenVersion: 3, receiptRows }) as unknown as Parameters<typeof receiptsFrom>[0];

test('a receipt that stands says its amount to the last cent, and where its document is', () => {
  expect(receiptsFrom(rest({ ...row, voidReason: null, voidedAt: null }), urls)).toEqual([
    {
      id: 'r1',
      number: '12',
      issuedAt: new Date('2026-12-01T10:00:00Z'),
      amount: { amountMinor: 9_007_199_254_740_993n, currency: 'USD' },
      void: false,
      voidReason: null,
      voidedAt: null,
      pdfUrl: '/receipts/r1.3',
    },
  ]);
});

test('one that was taken back says when and why, beside the one that replaced it', () => {
  const voided = { ...row, voidReason: 'refunded', voidedAt: '2026-12-05T10:00:00Z' };
  expect(receiptsFrom(rest(voided, { ...row, id: 'r2', voidReason: null, voidedAt: null }), urls)).toMatchObject([
    { id: 'r1', void: true, voidReason: 'refunded', voidedAt: new Date('2026-12-05T10:00:00Z') },
    { id: 'r2', void: false },
  ]);
});

test('a gift without a receipt has none', () => {
  expect(receiptsFrom(rest(), urls)).toEqual([]);
});
