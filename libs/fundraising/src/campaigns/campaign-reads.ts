import { Injectable } from '@nestjs/common';

@Injectable()
export class CampaignReads {
  list(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('CampaignReads.list'));
  }
  bySlug(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('CampaignReads.bySlug'));
  }
}
