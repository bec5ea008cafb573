import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { SchoolReport, SchoolReportArgs } from './school-report.js';
import { SchoolReports } from './school-reports.service.js';

@Area('schools')
@Resolver()
export class SchoolReportResolver {
  constructor(private readonly reports: SchoolReports) {}

  @Query(() => SchoolReport, {
    description: "Results of school requests in the caller's chapters, by step, quarter, and chapter.",
  })
  @Allow('organizer')
  schoolReport(@CurrentActor() actor: Actor, @Args() args: SchoolReportArgs): Promise<SchoolReport> {
    return this.reports.report(actor, args);
  }
}
