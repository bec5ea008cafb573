import { Button } from '@mantine/core';
import { graphql, type ResultOf } from '@upstander/api-client';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { ListPage } from '../parts/lists/list-page';
import { Dialog } from '../parts/ui/dialog';
import { PeopleIcon, PlusIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { RowButton } from '../parts/ui/row-button';
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

export function TermList() {
  const { t, words } = useWords('volunteers');
  const [openTerm, setOpenTerm] = useState<TermRow | 'new' | null>(null);
  const labels = t.volunteers.term;
  const retire = useChange(retireMutation, {
    success: ({ retireVolunteerTerm }) => (retireVolunteerTerm.retiredAt ? labels.retiredDone : labels.putBackDone),
  });
  const close = () => setOpenTerm(null);
  return (
    <ListPage
      name="volunteer-terms"
      labels={labels}
      buttons={
        <Button leftSection={<PlusIcon />} onClick={() => setOpenTerm('new')}>
          {labels.add}
        </Button>
      }
      document={termsQuery}
      variables={{}}
      path="allVolunteerTerms"
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <PeopleIcon size={26} /> }}
      columns={[
        {
          key: 'name',
          header: labels.name,
          secondary: ({ retiredAt }) => retiredAt && <Badge>{labels.retired}</Badge>,
        },
        { key: 'nameEs', header: labels.nameEs },
        { key: 'kind', header: labels.kind, render: ({ kind }) => words.enums.volunteerTermKind[kind] },
      ]}
      rowActions={(term) => (
        <>
          <RowButton label={t.common.edit} about={term.name} onClick={() => setOpenTerm(term)} />
          <RowButton
            label={term.retiredAt ? labels.putBack : t.shared.retire}
            about={term.name}
            onClick={() => retire.mutate({ id: term.id, retired: term.retiredAt === null })}
          />
        </>
      )}
    >
      <Dialog
        opened={openTerm !== null}
        onClose={close}
        title={openTerm === null || openTerm === 'new' ? labels.add : t.shared.editQuoted({ name: openTerm.name })}
      >
        <TermForm term={openTerm === 'new' ? null : openTerm} onDone={close} />
      </Dialog>
    </ListPage>
  );
}
