import { TabLinks } from '../parts/ui/tab-links';
import { useWords } from '../words/words';

export function DataTabs() {
  const { labels } = useWords('peoplesData');
  return (
    <TabLinks
      label={labels.parts}
      tabs={[
        { to: '/peoples-data', label: labels.requests, end: true },
        { to: '/peoples-data/holds', label: labels.holds },
        { to: '/peoples-data/kept', label: labels.kept.tab },
      ]}
    />
  );
}
