import { Injectable } from '@nestjs/common';

@Injectable()
export class GivingReads {
  mine(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('GivingReads.mine'));
  }
}
