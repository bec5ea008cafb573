import { Injectable } from '@nestjs/common';

@Injectable()
export class PledgeReads {
  list(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('PledgeReads.list'));
  }
}
