import type { Provider } from '@nestjs/common';
import { FollowAdvocates } from './follow-advocates.js';
import { KeepAdvocates } from './keep-advocates.processor.js';

export const advocatesProviders: Provider[] = [FollowAdvocates, KeepAdvocates];
