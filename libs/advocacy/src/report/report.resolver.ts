import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@upstander/identity';
import { LocalDateScalar } from '@upstander/platform';
import { AdvocacyReport } from './advocacy-report.js';
import { AdvocacyReports } from './advocacy-reports.service.js';

@Resolver()
export class ReportResolver {
  constructor(private readonly reports: AdvocacyReports) {}

  @Query(() => AdvocacyReport, {
    description: 'Number of applications and consultations by month. Small numbers are hidden.',
  })
  @Allow('advocate')
  advocacyReport(
    @Args('from', { type: () => LocalDateScalar }) from: string,
    @Args('to', { type: () => LocalDateScalar }) to: string,
  ): Promise<AdvocacyReport> {
    return this.reports.report(from, to);
  }
}
