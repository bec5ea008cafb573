import { Injectable } from '@nestjs/common';

@Injectable()
export class FraudWarnings {
  list(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('FraudWarnings.list'));
  }
  handle(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('FraudWarnings.handle'));
  }
}
