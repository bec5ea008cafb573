import { Injectable } from '@nestjs/common';
import { JobHandler, type Job } from '@upstander/platform';

@Injectable()
@JobHandler('send-refunds')
export class SendRefunds implements Job {
  async run(): Promise<void> {
    await Promise.resolve();
  }
}
