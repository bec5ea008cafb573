import { TabLinks } from '../parts/ui/tab-links';
import { useWords } from '../words/words';

/** What people ask for, and what the law keeps. */
export function DataTabs() {
  const say = useWords('peoplesData').t.peoplesData;
  return (
    <TabLinks
      label={say.parts}
      tabs={[
        { to: '/peoples-data', label: say.requests, end: true },
        { to: '/peoples-data/holds', label: say.holds },
      ]}
    />
  );
}
