import { Injectable } from '@nestjs/common';
import { type DocumentFile } from '@upstander/files';
import { Letterheads } from '@upstander/identity';
import { selectList, Database, notFound } from '@upstander/platform';
import { drawDocument } from './documents.js';
import { ReceiptLinks } from '../receipts/receipt-links.js';
import type { ReceiptValidity } from './receipt-document.js';
import { Receipt } from '../receipts/receipt.entity.js';

@Injectable()
export class ReceiptDocuments {
  constructor(
    private readonly db: Database,
    private readonly links: ReceiptLinks,
    private readonly letterheads: Letterheads,
  ) {}

  /** Returns the PDF of a link. @throws Refusal NOT_FOUND if the link is invalid */
  async byToken(token: string): Promise<DocumentFile> {
    const link = this.links.openPdf(token);
    if (!link) throw notFound('This receipt');
    const [receipt] = await this.db.query<Pick<Receipt, 'content' | 'locale' | 'issuedAt'> & ReceiptValidity>(
      `SELECT ${selectList(Receipt, 'r', ['content', 'locale', 'issuedAt'])}, v.receipt_id IS NOT NULL AS void,
         n.number AS "replacedBy"
       FROM fundraising.receipt r JOIN fundraising.gift g ON g.id = r.gift_id AND g.token_version = $2
         LEFT JOIN fundraising.receipt_void v ON v.receipt_id = r.id
         LEFT JOIN fundraising.receipt n ON n.replaces_id = r.id
       WHERE r.id = $1`,
      [link.id, link.version],
    );
    if (!receipt) throw notFound('This receipt');
    const { content, locale, issuedAt, ...fate } = receipt;
    const word = locale === 'es' ? 'recibo' : 'receipt';
    const bytes = await drawDocument({
      kind: 'receipt',
      facts: [content, locale, issuedAt, fate, await this.letterheads.look()],
    });
    return { name: `${word}-${content.number}.pdf`, bytes };
  }
}
