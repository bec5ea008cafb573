import type { Provider, Type } from '@nestjs/common';
import { CardTestingResolver } from '../card-testing/card-testing.resolver.js';
import { CardTesting } from '../card-testing/card-testing.service.js';
import { DonationChallenges } from '../card-testing/donation-challenges.service.js';
import { DonationLinks } from '../card-testing/donation-links.service.js';
import { GiftImportResolver } from '../imports/gift-import.resolver.js';
import { GiftImports } from '../imports/gift-imports.service.js';
import { ImportReads } from '../imports/import-reads.service.js';
import { MatchingResolver } from '../matching/matching.resolver.js';
import { MatchingPools } from '../matching/matching-pools.service.js';
import { PoolReads } from '../matching/pool-reads.service.js';
import { SponsorPayments } from '../matching/sponsor-payments.service.js';
import { Deposits } from '../offline/deposits.service.js';
import { OfflineGifts } from '../offline/offline-gifts.service.js';
import { OfflineResolver } from '../offline/offline.resolver.js';
import { PledgeReads } from '../pledges/pledge-reads.service.js';
import { PledgeResolver } from '../pledges/pledge.resolver.js';
import { Pledges } from '../pledges/pledges.service.js';
import { PlanLinks } from './plan-links.service.js';
import { PlanReads } from './plan-reads.service.js';
import { PlanResolver } from './plan.resolver.js';
import { StopPlans } from './stop-plans.service.js';

/** What Nest makes of this folder, and of those about pledges, gifts by other ways, matches, imports and card testing. */
export const plansProviders: Provider[] = [
  // monthly
  PlanResolver,
  PlanReads,
  PlanLinks,
  StopPlans,
  // other ways to give, and promises
  OfflineResolver,
  OfflineGifts,
  Deposits,
  PledgeResolver,
  PledgeReads,
  Pledges,
  GiftImportResolver,
  GiftImports,
  ImportReads,
  // sponsors
  MatchingResolver,
  MatchingPools,
  PoolReads,
  SponsorPayments,
  // against card testing
  CardTestingResolver,
  CardTesting,
  DonationChallenges,
  DonationLinks,
];

/** The plain HTTP routes of this folder. */
export const plansControllers: Type[] = [];
