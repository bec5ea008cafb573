import { Module } from '@nestjs/common';
import { NotificationsModule } from '@upstander/notifications';
import { campaignsControllers, campaignsProviders } from './campaigns/campaigns.providers.js';
import { giftsControllers, giftsProviders } from './gifts/gifts.providers.js';
import { plansControllers, plansProviders } from './plans/plans.providers.js';
import { receiptsControllers, receiptsProviders } from './receipts/receipts.providers.js';

@Module({
  imports: [NotificationsModule],
  controllers: [...campaignsControllers, ...giftsControllers, ...plansControllers, ...receiptsControllers],
  providers: [...campaignsProviders, ...giftsProviders, ...plansProviders, ...receiptsProviders],
})
export class FundraisingModule {}
