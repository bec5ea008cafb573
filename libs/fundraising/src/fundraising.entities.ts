import { campaignsEntities } from './campaigns/campaigns.entities.js';
import { giftsEntities } from './gifts/gifts.entities.js';
import { recurringGiftsEntities } from './recurring-gifts/recurring-gifts.entities.js';
import { receiptsEntities } from './receipts/receipts.entities.js';

export const fundraisingEntities = [
  ...campaignsEntities,
  ...giftsEntities,
  ...recurringGiftsEntities,
  ...receiptsEntities,
];
