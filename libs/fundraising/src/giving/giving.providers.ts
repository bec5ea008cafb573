import type { Provider } from '@nestjs/common';
import { Appeals } from './appeals.service.js';
import { GivingLinks } from './giving-links.service.js';
import { GivingReads } from './giving-reads.js';
import { GivingResolver } from './giving.resolver.js';
import { MakeYearlyStatements } from './make-yearly-statements.processor.js';

/** What Nest makes of this folder. */
export const givingProviders: Provider[] = [GivingResolver, GivingReads, GivingLinks, Appeals, MakeYearlyStatements];
