import { Injectable } from '@nestjs/common';

@Injectable()
export class PoolReads {
  list(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('PoolReads.list'));
  }
  publicOf(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('PoolReads.publicOf'));
  }
}
