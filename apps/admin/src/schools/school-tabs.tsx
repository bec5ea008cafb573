import { TabLinks } from '../parts/ui/tab-links';
import { useWords } from '../words/words';

export function SchoolTabs() {
  const { labels } = useWords('schools');
  return (
    <TabLinks
      label={labels.views}
      tabs={[
        { to: '/schools', label: labels.board, end: true },
        { to: '/schools/list', label: labels.list },
        { to: '/schools/talks', label: labels.talks },
        { to: '/schools/contacts', label: labels.contacts },
        { to: '/schools/directory', label: labels.directory },
        { to: '/schools/report', label: labels.report },
      ]}
    />
  );
}
