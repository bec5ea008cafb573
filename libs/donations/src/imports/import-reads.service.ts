import { Injectable } from '@nestjs/common';
import { Access, accountName, type Actor } from '@upstander/identity';
import { decimalText } from '@upstander/money';
import { selectList, Database, isUuid, notFound } from '@upstander/platform';
import type { OfflineDraft } from '../offline/offline-booking.js';
import { GiftImport, type ImportPreviewRow, type ManagedGiftImport } from './gift-import.entity.js';

type ImportRow = Omit<ManagedGiftImport, 'preview'> & {
  preview: Array<OfflineDraft & { n: number; campaignSlug: string; receivedOn: string }>;
};

/**
 * Restricts files to their uploader, unless the actor can see all chapters. Parameters: $1 true for
 * all chapters, $2 account.
 */
const select = `SELECT ${selectList(GiftImport, 'i', 'staff')}, i.rows_read - i.rows_refused AS "rowsValid", f.refusals,
    ${accountName('i.imported_by')} AS "importedByName", p.preview
  FROM fundraising.gift_import i
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(r.content || jsonb_build_object('n', r.n) ORDER BY r.n), '[]') AS preview
      FROM (SELECT * FROM fundraising.gift_import_row WHERE import_id = i.id ORDER BY n LIMIT 10) r
    ) p
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('row', r.n, 'column', r.column_name, 'problem', r.problem) ORDER BY r.n),
        '[]') AS refusals
      FROM (SELECT * FROM fundraising.gift_import_refusal WHERE import_id = i.id ORDER BY n LIMIT 1000) r
    ) f
  WHERE ($1 OR i.imported_by = $2)`;

@Injectable()
export class ImportReads {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
  ) {}

  async list(actor: Actor): Promise<ManagedGiftImport[]> {
    const rows = await this.db.query<ImportRow>(
      `${select} ORDER BY i.created_at DESC, i.id LIMIT 50`,
      this.values(actor),
    );
    return rows.map(importFrom);
  }

  async byId(actor: Actor, id: string): Promise<ManagedGiftImport> {
    if (!isUuid(id)) throw notFound('This file');
    const [row] = await this.db.query<ImportRow>(`${select} AND i.id = $3`, [...this.values(actor), id]);
    if (!row) throw notFound('This file');
    return importFrom(row);
  }

  private values(actor: Actor): unknown[] {
    return [this.access.chaptersOf(actor, 'campaign:record-gift') === 'all', actor.accountId];
  }
}

function importFrom({ preview, ...row }: ImportRow): ManagedGiftImport {
  return { ...row, preview: preview.map(previewOf) };
}

function previewOf(row: ImportRow['preview'][number]): ImportPreviewRow {
  return {
    row: row.n,
    externalRef: row.externalRef!.replace(/^import:/, ''),
    campaign: row.campaignSlug,
    name: row.name,
    method: row.method,
    amount: row.inKind || `${decimalText(BigInt(row.intended), row.currency)} ${row.currency}`,
    receivedOn: row.receivedOn,
  };
}
