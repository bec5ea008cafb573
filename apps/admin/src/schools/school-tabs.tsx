import { TabLinks } from '../parts/ui/tab-links';
import { useWords } from '../words/words';

/** The rooms of the schools. */
export function SchoolTabs() {
  const say = useWords('schools').t.schools;
  return (
    <TabLinks
      label={say.views}
      tabs={[
        { to: '/schools', label: say.board, end: true },
        { to: '/schools/list', label: say.list },
        { to: '/schools/talks', label: say.talks },
        { to: '/schools/contacts', label: say.contacts },
        { to: '/schools/directory', label: say.directory },
        { to: '/schools/report', label: say.report },
      ]}
    />
  );
}
