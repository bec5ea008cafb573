import { Injectable } from '@nestjs/common';

@Injectable()
export class Pages {
  setStatus(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Pages.setStatus'));
  }
}
