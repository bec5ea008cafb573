import type { Provider } from '@nestjs/common';
import { AdvocacyReports } from './advocacy-reports.service.js';
import { ReportResolver } from './report.resolver.js';

export const reportProviders: Provider[] = [ReportResolver, AdvocacyReports];
