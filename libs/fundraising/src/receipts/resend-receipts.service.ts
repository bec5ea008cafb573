import { Injectable } from '@nestjs/common';

@Injectable()
export class ResendReceipts {
  resend(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('ResendReceipts.resend'));
  }
}
