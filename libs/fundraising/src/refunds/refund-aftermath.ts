import { Injectable } from '@nestjs/common';
import { RefundReads } from './refund-reads.js';
import type { RefundPayload } from './refund.js';
import { SendRefunds } from './send-refunds.processor.js';

/** What follows a decision once it is durable: the money is sent, and the answer read. */
@Injectable()
export class RefundAftermath {
  constructor(
    private readonly sending: SendRefunds,
    private readonly reads: RefundReads,
  ) {}

  async of(id: string): Promise<RefundPayload> {
    await this.sending.send(id);
    return this.reads.payload(id);
  }
}
