import { Injectable } from '@nestjs/common';

@Injectable()
export class CampaignDrafts {
  create(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('CampaignDrafts.create'));
  }
  update(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('CampaignDrafts.update'));
  }
  setCover(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('CampaignDrafts.setCover'));
  }
}
