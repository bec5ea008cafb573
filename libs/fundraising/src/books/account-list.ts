import { Injectable } from '@nestjs/common';

@Injectable()
export class AccountList {
  of(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('AccountList.of'));
  }
}
