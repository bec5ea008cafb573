import { Updates } from '@upstander/campaigns';
import { campaignId, campaignIdeas } from '../fundraising/campaigns.js';
import type { CampaignKey } from '../fundraising/campaign-ideas.js';
import type { DemoServer } from './demo-server.js';
import { staff, step, type Step } from './story.js';

export function newsSteps(server: DemoServer, now: Date): Step[] {
  return (Object.keys(campaignIdeas) as CampaignKey[]).flatMap((key) => {
    const { updates, organizer } = campaignIdeas[key];
    return updates.map(({ ago, title, body }) =>
      step(now, ago, async () => {
        await server.service(Updates).post(staff(organizer.email), { campaignId: campaignId(key), title, body });
        await server.runJob('mail-campaign-updates');
      }),
    );
  });
}
