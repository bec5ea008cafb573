import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { HoursReport } from './hours-report.js';
import { HoursReports } from './hours-report.service.js';
import { ReportArgs } from './report-scope.js';

@Area('reports')
@Resolver()
export class HoursReportResolver {
  constructor(private readonly reports: HoursReports) {}

  @Query(() => HoursReport, { description: "Hours given in the caller's chapters, by month, chapter, and program." })
  @Allow('organizer')
  hoursReport(@CurrentActor() actor: Actor, @Args() args: ReportArgs): Promise<HoursReport> {
    return this.reports.report(actor, args);
  }
}
