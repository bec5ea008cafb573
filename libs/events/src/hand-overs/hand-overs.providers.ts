import type { Provider } from '@nestjs/common';
import { HandOverMails } from './hand-over.mails.js';
import { HandOverReads } from './hand-over-reads.js';
import { HandOverResolver } from './hand-over.resolver.js';
import { HandOvers } from './hand-overs.service.js';
import { HandOverAnswers } from './take-over.service.js';

export const handOverProviders: Provider[] = [
  HandOverResolver,
  HandOvers,
  HandOverAnswers,
  HandOverReads,
  HandOverMails,
];
