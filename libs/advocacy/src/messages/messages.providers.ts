import type { Provider } from '@nestjs/common';
import { AdvocateMessages } from './advocate-messages.service.js';
import { MessageResolver } from './message.resolver.js';

export const messagesProviders: Provider[] = [MessageResolver, AdvocateMessages];
