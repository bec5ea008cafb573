import { graphql, type ResultOf } from '@upstander/api-client';

export const volunteerReportQuery = graphql(`
  query VolunteerReport($from: LocalDate!, $to: LocalDate!, $chapterId: ID) {
    hoursReport(from: $from, to: $to, chapterId: $chapterId) {
      minutes
      people
      months {
        start
        minutes
        people
      }
      chapters {
        name
        minutes
        people
      }
      programs {
        name
        minutes
        people
      }
    }
    attendanceReport(from: $from, to: $to, chapterId: $chapterId) {
      places
      taken
      marked
      noShows
      firstTimers
      returnedFirstTimers
      months {
        start
        places
        taken
        marked
        noShows
        firstTimers
        returnedFirstTimers
      }
    }
  }
`);

export type ReportData = ResultOf<typeof volunteerReportQuery>;
export type HoursSubtotal = ReportData['hoursReport']['chapters'][number];
export type MonthRow = ReportData['hoursReport']['months'][number] & ReportData['attendanceReport']['months'][number];

export function monthsOf({ hoursReport, attendanceReport }: ReportData): MonthRow[] {
  const attendanceByMonth = new Map(attendanceReport.months.map((month) => [month.start, month]));
  return hoursReport.months.flatMap((month) => {
    const attendance = attendanceByMonth.get(month.start);
    return attendance ? [{ ...attendance, ...month }] : [];
  });
}
