import { Injectable } from '@nestjs/common';

@Injectable()
export class DonationLinks {
  mail(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('DonationLinks.mail'));
  }
  byToken(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('DonationLinks.byToken'));
  }
}
