import type { Type } from '@nestjs/common';
import { CardBreaker, CardMinute, DonationLink, SpentChallenge } from '../card-testing/card-testing.entity.js';
import { GiftImport } from '../imports/gift-import.entity.js';
import { MatchRow } from '../matching/match.entity.js';
import { MatchingPoolRow } from '../matching/matching-pool.entity.js';
import { SponsorPaymentRow } from '../matching/sponsor-payment.entity.js';
import { Deposit } from '../offline/deposit.entity.js';
import { PledgeRow } from '../pledges/pledge.entity.js';
import { Plan } from './plan.entity.js';

/** The tables of this folder, and of those that register through it. */
export const plansEntities: Type[] = [
  Plan,
  Deposit,
  PledgeRow,
  MatchingPoolRow,
  MatchRow,
  SponsorPaymentRow,
  GiftImport,
  DonationLink,
  SpentChallenge,
  CardMinute,
  CardBreaker,
];
