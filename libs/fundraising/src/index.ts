export { fundraisingEntities } from './fundraising.entities.js';
export { FundraisingModule } from './fundraising.module.js';
export { PoolReads } from './matching/pool-reads.service.js';
