import { Injectable } from '@nestjs/common';
import { Access } from '@upstander/identity';

/** Defines permissions for disbursements, which belong to the chapter of their campaign. */
@Injectable()
export class DisbursementAccess {
  constructor(access: Access) {
    access.define(
      'disbursement',
      `SELECT t.id, c.chapter_id FROM fundraising.disbursement t JOIN fundraising.campaign c ON c.id = t.campaign_id
       WHERE t.id = ANY ($1::uuid[])`,
    );
    access.permit('campaign:disburse', ['finance']);
    access.permit('disbursement:read', ['finance']);
    access.permit('disbursement:decide', ['finance']);
  }
}
