import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { zoneName } from '@upstander/web-kit';
import { useState } from 'react';
import { graphql, type ResultOf } from '@upstander/api-client';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { Dialog } from '../parts/ui/dialog';
import { ChapterIcon, PlusIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { ChapterDialog } from './chapter-dialog';
import { ChapterForm } from './chapter-form';
import { ChapterMenu, type ChapterChange } from './chapter-menu';

/** Every chapter, also those that were closed. */
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

/** The chapters of the organisation; only for administrators. */
export function Chapters() {
  const { t, locale } = useWords('chapters');
  const state = useSearchState();
  const [asked, ask] = useState<{ change: ChapterChange; chapter: ChapterRow } | null>(null);
  const [adding, { open, close }] = useDisclosure(false);
  const say = t.chapters;
  return (
    <ListPage
      name="chapters"
      title={say.title}
      lead={say.lead}
      buttons={
        <Button leftSection={<PlusIcon />} onClick={open}>
          {say.add}
        </Button>
      }
      document={allChaptersQuery}
      state={state}
      variables={{}}
      of="allChapters"
      label={say.list}
      what={say.what}
      none={{ title: say.noneTitle, text: say.noneText, icon: <ChapterIcon size={26} /> }}
      columns={[
        { key: 'name', header: say.name, under: ({ closedAt }) => closedAt && <Badge>{say.closed}</Badge> },
        { key: 'city', header: say.city },
        { key: 'timeZone', header: say.timeZone, cell: ({ timeZone }) => zoneName(locale, timeZone) },
      ]}
      rowActions={(chapter) => <ChapterMenu chapter={chapter} onChange={(change) => ask({ change, chapter })} />}
    >
      <Dialog opened={adding} onClose={close} title={say.add}>
        <ChapterForm onDone={close} />
      </Dialog>
      {asked && <ChapterDialog {...asked} onClose={() => ask(null)} />}
    </ListPage>
  );
}
