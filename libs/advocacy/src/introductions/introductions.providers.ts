import type { Provider } from '@nestjs/common';
import { BusinessIntroductionReads } from './business-desk.js';
import { BusinessInbox } from './business-inbox.service.js';
import { IntroductionResolver } from './introduction.resolver.js';
import { Introductions } from './introductions.service.js';

export const introductionsProviders: Provider[] = [
  IntroductionResolver,
  Introductions,
  BusinessInbox,
  BusinessIntroductionReads,
];
