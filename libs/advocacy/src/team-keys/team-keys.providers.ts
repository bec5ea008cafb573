import type { Provider } from '@nestjs/common';
import { AdvocateKeyReads } from './advocate-key-reads.js';
import { TeamKeyResolver } from './team-key.resolver.js';
import { TeamKeys } from './team-keys.service.js';

export const teamKeysProviders: Provider[] = [TeamKeyResolver, TeamKeys, AdvocateKeyReads];
