import { Injectable } from '@nestjs/common';

@Injectable()
export class DisputeReads {
  page(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('DisputeReads.page'));
  }
}
