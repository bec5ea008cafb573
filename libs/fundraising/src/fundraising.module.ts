import { Module } from '@nestjs/common';
import { NotificationsModule } from '@upstander/notifications';
import { campaignsControllers, campaignsProviders } from './campaigns/campaigns.providers.js';
import { giftsControllers, giftsProviders } from './gifts/gifts.providers.js';
import { recurringGiftsControllers, recurringGiftsProviders } from './recurring-gifts/recurring-gifts.providers.js';
import { receiptsControllers, receiptsProviders } from './receipts/receipts.providers.js';
import { FundraisingThingNames } from './fundraising.thing-names.js';

@Module({
  imports: [NotificationsModule],
  controllers: [...campaignsControllers, ...giftsControllers, ...recurringGiftsControllers, ...receiptsControllers],
  providers: [
    ...campaignsProviders,
    ...giftsProviders,
    ...recurringGiftsProviders,
    ...receiptsProviders,
    FundraisingThingNames,
  ],
})
export class FundraisingModule {}
