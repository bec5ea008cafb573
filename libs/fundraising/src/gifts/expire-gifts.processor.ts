import { Injectable } from '@nestjs/common';
import { JobHandler, type Job } from '@upstander/platform';

@Injectable()
@JobHandler('expire-gifts')
export class ExpireGifts implements Job {
  async run(): Promise<void> {
    await Promise.resolve();
  }
}
