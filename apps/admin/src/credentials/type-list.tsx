import { Button } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { useState } from 'react';
import { Link } from 'react-router';
import { useChange } from '../api/use-api';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { Dialog } from '../parts/ui/dialog';
import { BadgeIcon, PlusIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { typesQuery, type TypeRow } from './queries';
import { TypeForm } from './type-form';

const retireMutation = graphql(`
  mutation RetireCredentialType($id: ID!, $retired: Boolean!) {
    retireCredentialType(id: $id, retired: $retired) {
      id
      retiredAt
    }
  }
`);

const hasText = ({ kind }: TypeRow) => kind === 'WAIVER' || kind === 'SCREENING';

/** What shifts can ask for, in the organization's own words; only for administrators. */
export function TypeList() {
  const { t, words, locale } = useWords('credentials');
  const state = useSearchState();
  const [open, setOpen] = useState<TypeRow | 'new' | null>(null);
  const say = t.credentials.typeList;
  const retire = useChange(retireMutation, {
    success: ({ retireCredentialType }) => (retireCredentialType.retiredAt ? say.retiredDone : say.putBackDone),
  });
  const nameOf = (type: TypeRow) => (locale === 'es' ? type.nameEs : type.name);
  const close = () => setOpen(null);
  return (
    <ListPage
      name="credential-types"
      title={say.title}
      lead={say.lead}
      back={{ to: '/credentials', label: t.credentials.title }}
      buttons={
        <Button leftSection={<PlusIcon />} onClick={() => setOpen('new')}>
          {say.add}
        </Button>
      }
      document={typesQuery}
      state={state}
      variables={{}}
      of="allCredentialTypes"
      label={say.list}
      what={say.what}
      none={{ title: say.noneTitle, text: say.noneText, icon: <BadgeIcon size={26} /> }}
      columns={[
        {
          key: 'name',
          header: say.name,
          under: ({ nameEs, retiredAt }) => [nameEs, retiredAt && <Badge key="retired">{say.retired}</Badge>],
        },
        {
          key: 'kind',
          header: say.kind,
          cell: ({ kind }) => words.enums.credentialKind[kind],
          under: ({ minimumAge }) => minimumAge && say.years({ count: minimumAge }),
        },
        {
          key: 'validMonths',
          header: say.counts,
          cell: ({ validMonths }) => (validMonths ? say.months({ count: validMonths }) : say.forGood),
          under: ({ validMonths, warnDays }) => validMonths && say.warns({ count: warnDays }),
        },
        {
          key: 'textVersion',
          header: say.text,
          cell: (type) => {
            if (!hasText(type)) return null;
            const version = type.textVersion ? say.version({ version: type.textVersion }) : say.noText;
            return (
              <Link to={`/credentials/types/${type.id}`} aria-label={`${version}: ${nameOf(type)}`}>
                {version}
              </Link>
            );
          },
        },
      ]}
      rowActions={(type) => (
        <>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${say.edit}: ${nameOf(type)}`}
            onClick={() => setOpen(type)}
          >
            {say.edit}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${type.retiredAt ? say.putBack : say.retire}: ${nameOf(type)}`}
            onClick={() => retire.mutate({ id: type.id, retired: type.retiredAt === null })}
          >
            {type.retiredAt ? say.putBack : say.retire}
          </Button>
        </>
      )}
    >
      <Dialog
        opened={open !== null}
        onClose={close}
        title={open === null || open === 'new' ? say.add : say.editTitle({ name: nameOf(open) })}
      >
        <TypeForm type={open === 'new' ? null : open} onDone={close} />
      </Dialog>
    </ListPage>
  );
}
