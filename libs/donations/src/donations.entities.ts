import { GiftLink } from './card-testing/gift-link.entity.js';
import { Dedication } from './gifts/dedication.entity.js';
import { Donor } from './gifts/donor.entity.js';
import { GiftImport } from './imports/gift-import.entity.js';
import { MatchingPool } from './matching/matching-pool.entity.js';
import { SponsorPayment } from './matching/sponsor-payment.entity.js';
import { Deposit } from './offline/deposit.entity.js';
import { Pledge } from './pledges/pledge.entity.js';
import { RecurringGift } from './recurring-gifts/recurring-gift.entity.js';

export const donationsEntities = [
  Donor,
  Dedication,
  RecurringGift,
  Deposit,
  Pledge,
  MatchingPool,
  SponsorPayment,
  GiftImport,
  GiftLink,
];
