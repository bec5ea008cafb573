import { Injectable } from '@nestjs/common';

@Injectable()
export class PublicGifts {
  list(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('PublicGifts.list'));
  }
}
