import type { Provider } from '@nestjs/common';
import { AdvocateMessages } from './advocate-messages.service.js';
import { MessageResolver } from './message.resolver.js';

/** What Nest makes of this folder. */
export const messagesProviders: Provider[] = [MessageResolver, AdvocateMessages];
