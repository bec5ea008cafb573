import { useWords } from '../words/words';
import { SectionOverview } from './section-overview';

export function Reports() {
  const { title, lead, about } = useWords('reports').t.reports;
  return (
    <SectionOverview
      section="reports"
      title={title}
      lead={lead}
      groups={[{ screens: ['hoursReport', 'moneyReport', 'schoolsReport', 'report'] }]}
      about={about}
    />
  );
}
