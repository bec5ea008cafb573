import { Injectable } from '@nestjs/common';
import { Access } from '@upstander/identity';
import { chapterByCampaign } from '../campaign-joins.js';

/** Defines permissions for disbursements, which belong to the chapter of their campaign. */
@Injectable()
export class DisbursementAccess {
  constructor(access: Access) {
    access.define('disbursement', chapterByCampaign('disbursement'));
    access.permit('campaign:disburse', ['finance']);
    access.permit('disbursement:read', ['finance']);
    access.permit('disbursement:decide', ['finance']);
  }
}
