import { Injectable } from '@nestjs/common';

@Injectable()
export class SponsorPayments {
  record(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('SponsorPayments.record'));
  }
}
