import { JobHandler, type Job } from '@upstander/platform';
import { NoticeMails } from './notice-mails.js';
import { NoticeReaders } from './notice-readers.js';

/**
 * Notifies advocates and members of businesses of waiting items, once per quarter hour. If an item is waiting for any
 * advocate, all advocates are notified. `SendDiscreetNotices` notifies the person.
 */
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
