import { copyCsv, csvCell as text, csvTime } from '@upstander/files';
import { campaignLiteral, dateConditions, uuidsLiteral, type ExportRequest } from './csv-exports.js';
import { decimal } from './decimal-sql.js';
import { ownerColumns, ownerJoins } from '../ledger/owners.js';

export function ledgerExport(request: ExportRequest): string {
  const campaign = campaignLiteral(request);
  const affectsAccount = (condition: string) =>
    `EXISTS (SELECT FROM ledger.posting x JOIN ledger.account a ON a.id = x.account_id ${ownerJoins}
      WHERE x.transaction_id = t.id AND ${condition})`;
  const where = [
    'true',
    ...dateConditions('t.happened_at', request),
    ...(request.chapters ? [affectsAccount(`${ownerColumns.chapter} = ANY (${uuidsLiteral(request.chapters)})`)] : []),
    ...(campaign ? [affectsAccount(`${ownerColumns.campaign} = ${campaign}`)] : []),
  ].join(' AND ');
  return copyCsv(`
    SELECT ${csvTime('t.happened_at')} AS happened_at, ${csvTime('t.posted_at')} AS posted_at, t.id AS transaction,
      ${text('t.kind')} AS kind, ${text('t.external_ref')} AS reference, t.subject_id AS subject, a.kind AS account,
      ${text(ownerColumns.name)} AS owner, a.owner_id, a.currency,
      CASE WHEN p.amount_minor > 0 THEN ${decimal('p.amount_minor', 'a.currency')} END AS debit,
      CASE WHEN p.amount_minor < 0 THEN ${decimal('-p.amount_minor', 'a.currency')} END AS credit
    FROM ledger.transaction t
      JOIN ledger.posting p ON p.transaction_id = t.id
      JOIN ledger.account a ON a.id = p.account_id
      ${ownerJoins}
    WHERE ${where} ORDER BY t.happened_at, t.id, p.n`);
}
