import type { Type } from '@nestjs/common';
import { GiftLink } from '../card-testing/gift-link.entity.js';
import { GiftImport } from '../imports/gift-import.entity.js';
import { MatchingPool } from '../matching/matching-pool.entity.js';
import { SponsorPayment } from '../matching/sponsor-payment.entity.js';
import { Deposit } from '../offline/deposit.entity.js';
import { Pledge } from '../pledges/pledge.entity.js';
import { RecurringGift } from './recurring-gift.entity.js';

export const recurringGiftsEntities: Type[] = [
  RecurringGift,
  Deposit,
  Pledge,
  MatchingPool,
  SponsorPayment,
  GiftImport,
  GiftLink,
];
