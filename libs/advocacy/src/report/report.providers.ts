import type { Provider } from '@nestjs/common';
import { AdvocacyReports } from './advocacy-reports.service.js';
import { ReportResolver } from './report.resolver.js';

/** What Nest makes of this folder. */
export const reportProviders: Provider[] = [ReportResolver, AdvocacyReports];
