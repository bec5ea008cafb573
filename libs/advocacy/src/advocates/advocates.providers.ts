import type { Provider } from '@nestjs/common';
import { FollowAdvocates } from './follow-advocates.js';
import { KeepAdvocates } from './keep-advocates.processor.js';

/** The providers of this folder. */
export const advocatesProviders: Provider[] = [FollowAdvocates, KeepAdvocates];
