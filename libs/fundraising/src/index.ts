export { CardTesting } from './card-testing/card-testing.service.js';
export { fundraisingEntities } from './fundraising.entities.js';
export { FundraisingModule } from './fundraising.module.js';
export { PoolReads } from './matching/pool-reads.service.js';
// The services that the demo data lets work.
export { Disbursements } from './disbursements/disbursements.service.js';
export { Donations } from './gifts/donations.service.js';
export { MatchingPools } from './matching/matching-pools.service.js';
export { SponsorPayments } from './matching/sponsor-payments.service.js';
export { Deposits } from './offline/deposits.service.js';
export { OfflineGifts } from './offline/offline-gifts.service.js';
export { Payouts } from './payouts/payouts.service.js';
export { StopPlans } from './plans/stop-plans.service.js';
export { Pledges } from './pledges/pledges.service.js';
export { Refunds } from './refunds/refunds.service.js';
export { StripeEvents } from './stripe/stripe-events.js';
export { StripeGateway } from './stripe/stripe-gateway.js';
export { WebhookController } from './stripe/webhook.controller.js';
