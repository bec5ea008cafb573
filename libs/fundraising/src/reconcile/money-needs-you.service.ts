import { Injectable } from '@nestjs/common';

@Injectable()
export class MoneyNeedsYou {
  of(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('MoneyNeedsYou.of'));
  }
}
