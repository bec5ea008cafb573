import { Injectable } from '@nestjs/common';

@Injectable()
export class MoneyOverTime {
  of(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('MoneyOverTime.of'));
  }
}
