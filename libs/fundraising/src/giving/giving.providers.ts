import type { Provider } from '@nestjs/common';
import { AppealLinks } from './appeal-links.js';
import { Appeals } from './appeals.service.js';
import { GivingLinks } from './giving-links.service.js';
import { GivingReads } from './giving-reads.js';
import { GivingResolver } from './giving.resolver.js';
import { GivingMails } from './mails/giving-mails.js';
import { MakeYearlyStatements } from './make-yearly-statements.processor.js';
import { Statements } from './statements.service.js';

export const givingProviders: Provider[] = [
  GivingResolver,
  GivingReads,
  GivingLinks,
  GivingMails,
  AppealLinks,
  Appeals,
  Statements,
  MakeYearlyStatements,
];
