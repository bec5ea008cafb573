import type { Tx } from '@upstander/platform';
import { monthlyDonors } from './gifts/donors.js';
import { insert } from './insert.js';
import { idOf } from './random.js';

const day = 86_400_000;

/** Both requests are from donors; the first donor asked by phone. */
export async function insertPeoplesData(tx: Tx, now: Date): Promise<void> {
  const [leaves, isKept] = monthlyDonors();
  const daysAgo = (days: number) => new Date(now.valueOf() - days * day);
  const after = (days: number) => new Date(now.valueOf() + days * day).toISOString().slice(0, 10);
  await insert(tx, 'identity.data_request', [
    {
      id: idOf('data request', 'erasure'),
      kind: 'erasure',
      status: 'open',
      twoPeople: true,
      email: leaves.email,
      locale: leaves.locale,
      askedBy: idOf('account', 'finance@demo.example'),
      requestedAt: daysAgo(6),
      dueOn: after(24),
    },
  ]);
  await insert(tx, 'identity.legal_hold', [
    {
      id: idOf('legal hold', 'audit'),
      email: isKept.email,
      placedBy: idOf('account', 'admin@demo.example'),
      reason: 'The tax office audits last year’s gifts of more than $5,000.',
      placedAt: daysAgo(40),
      endsOn: after(200),
    },
  ]);
}
