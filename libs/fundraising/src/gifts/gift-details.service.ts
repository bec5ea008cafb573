import { Injectable } from '@nestjs/common';

@Injectable()
export class GiftDetails {
  of(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('GiftDetails.of'));
  }
}
