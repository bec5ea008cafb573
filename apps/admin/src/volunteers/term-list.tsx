import { Button } from '@mantine/core';
import { graphql, type ResultOf } from '@upstander/api-client';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { Dialog } from '../parts/ui/dialog';
import { PeopleIcon, PlusIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { TermForm } from './term-form';

const termsQuery = graphql(`
  query AllVolunteerTerms {
    allVolunteerTerms {
      id
      kind
      name
      nameEs
      retiredAt
    }
  }
`);

const retireMutation = graphql(`
  mutation RetireVolunteerTerm($id: ID!, $retired: Boolean!) {
    retireVolunteerTerm(id: $id, retired: $retired) {
      id
      retiredAt
    }
  }
`);

export type TermRow = ResultOf<typeof termsQuery>['allVolunteerTerms'][number];

/** The words that skills and interests are chosen from; only for administrators. */
export function TermList() {
  const { t, words } = useWords('volunteers');
  const state = useSearchState();
  const [open, setOpen] = useState<TermRow | 'new' | null>(null);
  const say = t.volunteers.term;
  const retire = useChange(retireMutation, {
    success: ({ retireVolunteerTerm }) => (retireVolunteerTerm.retiredAt ? say.retiredDone : say.putBackDone),
  });
  const close = () => setOpen(null);
  return (
    <ListPage
      name="volunteer-terms"
      title={say.title}
      lead={say.lead}
      buttons={
        <Button leftSection={<PlusIcon />} onClick={() => setOpen('new')}>
          {say.add}
        </Button>
      }
      document={termsQuery}
      state={state}
      variables={{}}
      of="allVolunteerTerms"
      label={say.list}
      what={say.what}
      none={{ title: say.noneTitle, text: say.noneText, icon: <PeopleIcon size={26} /> }}
      columns={[
        { key: 'name', header: say.name, under: ({ retiredAt }) => retiredAt && <Badge>{say.retired}</Badge> },
        { key: 'nameEs', header: say.nameEs },
        { key: 'kind', header: say.kind, cell: ({ kind }) => words.enums.volunteerTermKind[kind] },
      ]}
      rowActions={(term) => (
        <>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${say.edit}: ${term.name}`}
            onClick={() => setOpen(term)}
          >
            {say.edit}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${term.retiredAt ? say.putBack : say.retire}: ${term.name}`}
            onClick={() => retire.mutate({ id: term.id, retired: term.retiredAt === null })}
          >
            {term.retiredAt ? say.putBack : say.retire}
          </Button>
        </>
      )}
    >
      <Dialog
        opened={open !== null}
        onClose={close}
        title={open === null || open === 'new' ? say.add : say.editTitle({ name: open.name })}
      >
        <TermForm term={open === 'new' ? null : open} onDone={close} />
      </Dialog>
    </ListPage>
  );
}
