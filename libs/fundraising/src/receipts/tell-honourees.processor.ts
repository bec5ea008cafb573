import { Injectable } from '@nestjs/common';
import { JobHandler, type Job } from '@upstander/platform';

@Injectable()
@JobHandler('tell-honourees')
export class TellHonourees implements Job {
  run(): Promise<void> {
    return Promise.resolve();
  }
}
