import { Injectable } from '@nestjs/common';

@Injectable()
export class GiftList {
  page(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('GiftList.page'));
  }
}
