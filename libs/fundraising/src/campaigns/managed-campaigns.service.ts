import { Injectable } from '@nestjs/common';

@Injectable()
export class ManagedCampaigns {
  list(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('ManagedCampaigns.list'));
  }
  mine(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('ManagedCampaigns.mine'));
  }
}
