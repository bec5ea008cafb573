import { Injectable } from '@nestjs/common';
import { SignedIds } from '@upstander/platform';

const receiptPurpose = 'receipt';
const statementPurpose = (year: number) => `statement-${year}`;

/** Incrementing the token version of the gift or donor invalidates them. */
@Injectable()
export class ReceiptLinks {
  constructor(private readonly signedIds: SignedIds) {}

  pdf(receiptId: string, giftTokenVersion: number): string {
    return `/receipts/${this.signedIds.sign(receiptPurpose, receiptId, giftTokenVersion)}.pdf`;
  }

  openPdf(token: string): { id: string; version: number } | null {
    return this.signedIds.verify(receiptPurpose, token);
  }

  statement(donorId: string, tokenVersion: number, year: number): string {
    return `/statements/${year}-${this.signedIds.sign(statementPurpose(year), donorId, tokenVersion)}.pdf`;
  }

  openStatement(token: string): { id: string; version: number; year: number } | null {
    const [, year, signed] = /^(\d{4})-([A-Za-z0-9_-]+)$/.exec(token) ?? [];
    if (!year || !signed) return null;
    const opened = this.signedIds.verify(statementPurpose(Number(year)), signed);
    return opened && { ...opened, year: Number(year) };
  }
}
