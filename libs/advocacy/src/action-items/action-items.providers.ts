import type { Provider } from '@nestjs/common';
import { ActionItemResolver } from './action-item.resolver.js';
import { ActionItems } from './action-items.service.js';
import { MakeActionItems } from './make-action-items.processor.js';

export const actionItemsProviders: Provider[] = [ActionItemResolver, ActionItems, MakeActionItems];
