import { Injectable } from '@nestjs/common';

@Injectable()
export class GivingLinks {
  request(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('GivingLinks.request'));
  }
}
