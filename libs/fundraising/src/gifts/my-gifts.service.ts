import { Injectable } from '@nestjs/common';

@Injectable()
export class MyGifts {
  byToken(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('MyGifts.byToken'));
  }
  dedicate(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('MyGifts.dedicate'));
  }
}
