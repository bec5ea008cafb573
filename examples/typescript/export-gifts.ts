import { fetchPages } from './ask.ts';

/** Exports the gifts between two dates as CSV: `export-gifts.ts 2026-01-01 2026-12-31 > gifts.csv`. */
interface Gift {
  id: string;
  paidAt: string | null;
  campaignTitle: string;
  charged: { amountMinor: number; currency: string };
}

const [from = '', to = ''] = process.argv.slice(2);
const quoted = (value: string | number | null) => `"${String(value ?? '').replaceAll('"', '""')}"`;
console.log('id,paid_at,campaign,amount_minor,currency');
for await (const { id, paidAt, campaignTitle, charged } of fetchPages<Gift>('/gifts', {
  from: `${from}T00:00:00Z`,
  to: `${to}T00:00:00Z`,
})) {
  console.log([id, paidAt, campaignTitle, charged.amountMinor, charged.currency].map(quoted).join(','));
}
