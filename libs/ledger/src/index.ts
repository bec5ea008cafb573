export { ledgerEntities } from './ledger.entities.js';
export { LedgerModule } from './ledger.module.js';
