import type { Provider } from '@nestjs/common';
import { UpdateResolver } from './update.resolver.js';
import { Updates } from './updates.service.js';

/** What Nest makes of this folder. */
export const updatesProviders: Provider[] = [UpdateResolver, Updates];
