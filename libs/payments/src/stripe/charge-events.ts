import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobQueue } from '@upstander/platform';
import { StripeEvents } from './stripe-events.js';

@Injectable()
export class ChargeEvents implements OnModuleInit {
  constructor(
    private readonly events: StripeEvents,
    private readonly queue: JobQueue,
  ) {}

  onModuleInit(): void {
    // Stripe links the balance transaction to the charge some time after it succeeded. Now the fee can be read.
    this.events.register({
      types: ['charge.updated'],
      apply: (tx) => {
        tx.afterCommit(() => this.queue.enqueue('book-balance-transactions'));
        return Promise.resolve('nothing-to-do');
      },
    });
  }
}
