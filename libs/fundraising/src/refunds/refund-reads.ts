import { Injectable } from '@nestjs/common';

@Injectable()
export class RefundReads {
  list(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('RefundReads.list'));
  }
}
