import { Injectable } from '@nestjs/common';
import { chapterByGift } from '@upstander/accounting';
import { Access } from '@upstander/identity';

/** Defines permissions for refunds, fraud warnings and the bank. The first two belong to the chapter of their gift. */
@Injectable()
export class PaymentAccess {
  constructor(access: Access) {
    access.define('refund', chapterByGift('refund'));
    access.define('fraud-warning', chapterByGift('fraud_warning'));
    access.permit('gift:refund', ['finance']);
    access.permit('refund:decide', ['finance']);
    access.permit('fraud-warning:handle', ['finance']);
    // Organization-wide: requires a role for all chapters.
    access.permit('bank:reconcile', ['finance']);
  }
}
