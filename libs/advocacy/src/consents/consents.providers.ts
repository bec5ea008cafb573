import type { Provider } from '@nestjs/common';
import { ConsentResolver } from './consent.resolver.js';
import { Consents } from './consents.service.js';

/** What Nest makes of this folder. */
export const consentsProviders: Provider[] = [ConsentResolver, Consents];
