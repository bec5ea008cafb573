import { Injectable } from '@nestjs/common';

@Injectable()
export class FundraiserStarts {
  start(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('FundraiserStarts.start'));
  }
}
