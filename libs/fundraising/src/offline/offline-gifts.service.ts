import { Injectable } from '@nestjs/common';

@Injectable()
export class OfflineGifts {
  record(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('OfflineGifts.record'));
  }
}
