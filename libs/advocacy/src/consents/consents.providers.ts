import type { Provider } from '@nestjs/common';
import { ConsentResolver } from './consent.resolver.js';
import { Consents } from './consents.service.js';

export const consentsProviders: Provider[] = [ConsentResolver, Consents];
