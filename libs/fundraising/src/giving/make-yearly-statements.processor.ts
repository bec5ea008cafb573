import { Injectable } from '@nestjs/common';
import { JobHandler, type Job } from '@upstander/platform';

@Injectable()
@JobHandler('make-yearly-statements')
export class MakeYearlyStatements implements Job {
  run(): Promise<void> {
    return Promise.resolve();
  }
}
