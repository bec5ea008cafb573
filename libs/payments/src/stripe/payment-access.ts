import { Injectable } from '@nestjs/common';
import { Access } from '@upstander/identity';

/** Defines permissions for refunds, fraud warnings and the bank. The first two belong to the chapter of their gift. */
@Injectable()
export class PaymentAccess {
  constructor(access: Access) {
    for (const [noun, table] of [
      ['refund', 'fundraising.refund'],
      ['fraud-warning', 'fundraising.fraud_warning'],
    ] as const) {
      access.define(
        noun,
        `SELECT t.id, c.chapter_id FROM ${table} t JOIN fundraising.gift g ON g.id = t.gift_id
           JOIN fundraising.campaign c ON c.id = g.campaign_id WHERE t.id = ANY ($1::uuid[])`,
      );
    }
    access.permit('gift:refund', ['finance']);
    access.permit('refund:decide', ['finance']);
    access.permit('fraud-warning:handle', ['finance']);
    // Organization-wide: requires a role for all chapters.
    access.permit('bank:reconcile', ['finance']);
  }
}
