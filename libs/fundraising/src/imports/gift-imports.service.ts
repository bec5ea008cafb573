import { Injectable } from '@nestjs/common';

@Injectable()
export class GiftImports {
  run(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('GiftImports.run'));
  }
}
