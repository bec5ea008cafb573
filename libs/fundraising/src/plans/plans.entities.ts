import type { Type } from '@nestjs/common';
import { DonationLink } from '../card-testing/donation-link.entity.js';
import { GiftImportRow } from '../imports/gift-import.entity.js';
import { MatchingPool } from '../matching/matching-pool.entity.js';
import { SponsorPayment } from '../matching/sponsor-payment.entity.js';
import { Deposit } from '../offline/deposit.entity.js';
import { Pledge } from '../pledges/pledge.entity.js';
import { PlanRow } from './plan.entity.js';

/** The tables of this folder, and of those that register through it. */
export const plansEntities: Type[] = [
  PlanRow,
  Deposit,
  Pledge,
  MatchingPool,
  SponsorPayment,
  GiftImportRow,
  DonationLink,
];
