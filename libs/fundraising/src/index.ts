export { fundraisingEntities } from './fundraising.entities.js';
export { FundraisingModule } from './fundraising.module.js';
