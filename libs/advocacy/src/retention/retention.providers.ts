import type { Provider } from '@nestjs/common';
import { HoldResolver } from './hold.resolver.js';
import { LegalHolds } from './legal-holds.service.js';
import { PurgeSealed } from './purge-sealed.processor.js';

export const retentionProviders: Provider[] = [HoldResolver, LegalHolds, PurgeSealed];
