import { Injectable } from '@nestjs/common';

@Injectable()
export class PageReads {
  bySlug(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('PageReads.bySlug'));
  }
}
