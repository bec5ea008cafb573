import { Injectable } from '@nestjs/common';
import { DisputeReads } from '../disputes/dispute-reads.js';
import { RefundReads } from '../refunds/refund-reads.js';

/** What happened to a gift, read by those who know. */
@Injectable()
export class GiftParts {
  constructor(
    readonly refunds: RefundReads,
    readonly disputes: DisputeReads,
  ) {}
}
