import { Injectable } from '@nestjs/common';
import { JobHandler, type Job } from '@upstander/platform';

@Injectable()
@JobHandler('book-balance-transactions')
export class BookBalanceTransactions implements Job {
  async run(): Promise<void> {
    await Promise.resolve();
  }
}
