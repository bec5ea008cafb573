import { JobHandler, type Job } from '@upstander/platform';
import { FollowAdvocates } from './follow-advocates.js';

/** Removes former advocates from the sealed zone's list if that failed when their role ended. */
@JobHandler('keep-advocates')
export class KeepAdvocates implements Job {
  constructor(private readonly advocates: FollowAdvocates) {}

  async run(): Promise<void> {
    await this.advocates.removeFormer();
  }
}
