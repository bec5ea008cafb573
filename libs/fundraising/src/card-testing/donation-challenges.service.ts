import { Injectable } from '@nestjs/common';

@Injectable()
export class DonationChallenges {
  fresh(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('DonationChallenges.fresh'));
  }
}
