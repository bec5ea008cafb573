import { Injectable } from '@nestjs/common';

@Injectable()
export class ReceiptReads {
  page(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('ReceiptReads.page'));
  }
}
