import { hoursText, intlTag } from '@upstander/web-kit';
import { Figures } from '../parts/ui/figures';
import { useWords } from '../words/words';
import type { ReportData } from './queries';

export function HoursFigures({ data: { hoursReport, attendanceReport } }: { data: ReportData }) {
  const { t, labels, locale } = useWords('volunteerReport');
  const { places, taken, marked, noShows, firstTimers, returnedFirstTimers } = attendanceReport;
  const percent = new Intl.NumberFormat(intlTag(locale), { style: 'percent', maximumFractionDigits: 0 });
  const shareText = (part: number, whole: number) => (whole === 0 ? labels.nothing : percent.format(part / whole));
  const unmarked = taken - marked;
  return (
    <Figures
      figures={[
        {
          key: 'given',
          label: labels.given,
          value: hoursText(locale, hoursReport.minutes),
          hint: labels.people({ people: hoursReport.people }),
        },
        {
          key: 'filled',
          label: labels.filled,
          value: shareText(taken, places),
          hint: labels.filledOf({ taken, places }),
        },
        {
          key: 'no-shows',
          label: t.volunteerReport.missed,
          value: shareText(noShows, marked),
          hint: [labels.noShowsOf({ noShows, marked }), unmarked > 0 && labels.unmarked({ unmarked })]
            .filter(Boolean)
            .join('; '),
        },
        {
          key: 'came-back',
          label: labels.returnedFirstTimers,
          value: shareText(returnedFirstTimers, firstTimers),
          hint: labels.cameBackOf({ returnedFirstTimers, firstTimers }),
        },
      ]}
    />
  );
}
