import type { Provider } from '@nestjs/common';
import { AdvocateList } from '../advocates/advocate-list.js';
import { TrailHead } from '../trail/trail-head.js';
import { Envelope } from '../keys/envelope.js';
import { OrganizationKeys } from '../keys/organization-keys.js';
import { SealedKeysCheck } from '../keys/sealed-keys-check.js';
import { KeyRing } from '../keys/key-ring.js';
import { RecordKeys } from '../keys/record-keys.js';
import { RotateSealedKeys } from '../keys/rotate-sealed-keys.processor.js';
import { OpportunityFacts } from '../outside/opportunity-facts.js';
import { People } from '../outside/people.js';
import { SealedDatabase } from '../database/sealed-database.js';
import { SealedMetrics } from './sealed-metrics.js';
import { SealedHealth } from './sealed-health.js';
import { SealedZone } from './sealed-zone.js';

const keys: Provider[] = [KeyRing, RecordKeys, OrganizationKeys, Envelope, RotateSealedKeys, SealedKeysCheck];
const outsideProviders: Provider[] = [OpportunityFacts, People];

export const sealedProviders: Provider[] = [
  SealedDatabase,
  SealedHealth,
  SealedMetrics,
  SealedZone,
  AdvocateList,
  TrailHead,
  ...keys,
  ...outsideProviders,
];
