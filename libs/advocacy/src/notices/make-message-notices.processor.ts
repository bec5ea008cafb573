import { Injectable } from '@nestjs/common';
import { JobHandler, type Job } from '@upstander/platform';
import { NoticeMails } from './notice-mails.js';
import { NoticeReaders } from './notice-readers.js';

/**
 * Tells advocates and members of businesses that something is waiting, at fixed quarters of an hour. Whenever anything
 * waits for any advocate, all of them are notified. Nothing is ever sent to the person who wrote or is written to.
 */
@Injectable()
@JobHandler('make-message-notices')
export class MakeMessageNotices implements Job {
  constructor(
    private readonly readers: NoticeReaders,
    private readonly mails: NoticeMails,
  ) {}

  async run(): Promise<void> {
    const quarter = this.mails.currentQuarter();
    await this.mails.add(await this.readers.findWaiting(quarter), quarter);
  }
}
