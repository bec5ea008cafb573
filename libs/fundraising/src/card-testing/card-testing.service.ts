import { Injectable } from '@nestjs/common';

@Injectable()
export class CardTesting {
  state(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('CardTesting.state'));
  }
  reset(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('CardTesting.reset'));
  }
}
