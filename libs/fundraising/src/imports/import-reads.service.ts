import { Injectable } from '@nestjs/common';

@Injectable()
export class ImportReads {
  list(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('ImportReads.list'));
  }
  byId(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('ImportReads.byId'));
  }
}
