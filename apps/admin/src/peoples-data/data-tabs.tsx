import { TabLinks } from '../parts/ui/tab-links';
import { useWords } from '../words/words';

/** What people ask for, what the law keeps, and how long the rest is kept. */
export function DataTabs() {
  const say = useWords('peoplesData').t.peoplesData;
  return (
    <TabLinks
      label={say.parts}
      tabs={[
        { to: '/peoples-data', label: say.requests, end: true },
        { to: '/peoples-data/holds', label: say.holds },
        { to: '/peoples-data/kept', label: say.kept.tab },
      ]}
    />
  );
}
