import { Injectable } from '@nestjs/common';
import { JobHandler, type Job } from '@upstander/platform';

@Injectable()
@JobHandler('check-ledger')
export class CheckLedger implements Job {
  run(): Promise<void> {
    return Promise.resolve();
  }
}
