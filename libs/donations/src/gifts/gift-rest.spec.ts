import { receiptsFrom } from './gift-rest.js';

const urls = { receipt: (id: string, version: number) => `/receipts/${id}.${version}` };
const row = { id: 'r1', number: '12', issuedAt: '2026-12-01T10:00:00Z', amountMinor: '9007199254740993' };
const rest = (...receiptRows: object[]) =>
  ({ currency: 'USD', tokenVersion: 3, receiptRows }) as unknown as Parameters<typeof receiptsFrom>[0];

test('shows a valid receipt with its exact amount and the URL of its PDF', () => {
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

test('shows a voided receipt with the time and reason, next to its replacement', () => {
  const voided = { ...row, voidReason: 'refunded', voidedAt: '2026-12-05T10:00:00Z' };
  expect(receiptsFrom(rest(voided, { ...row, id: 'r2', voidReason: null, voidedAt: null }), urls)).toMatchObject([
    { id: 'r1', void: true, voidReason: 'refunded', voidedAt: new Date('2026-12-05T10:00:00Z') },
    { id: 'r2', void: false },
  ]);
});

test('returns no receipts for a gift without any', () => {
  expect(receiptsFrom(rest(), urls)).toEqual([]);
});
