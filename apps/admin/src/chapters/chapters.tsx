import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { zoneName } from '@upstander/web-kit';
import { useState } from 'react';
import { graphql, type ResultOf } from '@upstander/api-client';
import { ListPage } from '../parts/lists/list-page';
import { Dialog } from '../parts/ui/dialog';
import { ChapterIcon, PlusIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { ChapterDialog } from './chapter-dialog';
import { ChapterForm } from './chapter-form';
import { ChapterMenu, type ChapterChange } from './chapter-menu';

const allChaptersQuery = graphql(`
  query AllChapters {
    allChapters {
      id
      slug
      name
      timeZone
      city
      meetingPlace
      postcode
      contactEmail
      closedAt
    }
  }
`);

export type ChapterRow = ResultOf<typeof allChaptersQuery>['allChapters'][number];

export function Chapters() {
  const { labels, locale } = useWords('chapters');
  const [request, setRequest] = useState<{ change: ChapterChange; chapter: ChapterRow } | null>(null);
  const [isAdding, { open, close }] = useDisclosure(false);
  return (
    <ListPage
      name="chapters"
      labels={labels}
      buttons={
        <Button leftSection={<PlusIcon />} onClick={open}>
          {labels.add}
        </Button>
      }
      document={allChaptersQuery}
      variables={{}}
      path="allChapters"
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <ChapterIcon size={26} /> }}
      columns={[
        { key: 'name', header: labels.name, secondary: ({ closedAt }) => closedAt && <Badge>{labels.closed}</Badge> },
        { key: 'city', header: labels.city },
        { key: 'timeZone', header: labels.timeZone, render: ({ timeZone }) => zoneName(locale, timeZone) },
      ]}
      rowActions={(chapter) => <ChapterMenu chapter={chapter} onChange={(change) => setRequest({ change, chapter })} />}
    >
      <Dialog opened={isAdding} onClose={close} title={labels.add}>
        <ChapterForm onDone={close} />
      </Dialog>
      {request && <ChapterDialog {...request} onClose={() => setRequest(null)} />}
    </ListPage>
  );
}
