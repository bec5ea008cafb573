import { Injectable } from '@nestjs/common';
import { JobHandler, type Job } from '@upstander/platform';

@Injectable()
@JobHandler('issue-receipts')
export class IssueReceipts implements Job {
  run(): Promise<void> {
    return Promise.resolve();
  }
}
