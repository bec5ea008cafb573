export { AdvocacyModule } from './advocacy.module.js';
export { AuditChain, type AuditEntry } from './audit/audit-chain.js';
export { Envelope, type Place } from './keys/envelope.js';
export { KeyRing } from './keys/key-ring.js';
export { RecordKeys } from './keys/record-keys.js';
export type { Eyes } from './sealed/eyes.js';
export type { SealedTx } from './sealed/sealed-tx.js';
export { SealedZone } from './sealed/sealed-zone.js';
// For tests and demo data, which know of a code and must find what it opens.
export { CodeGate } from './codes/code-gate.js';
export { ReplyCodes } from './codes/reply-codes.js';
