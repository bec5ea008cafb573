import { Button } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { useState } from 'react';
import { Link } from 'react-router';
import { useChange } from '../api/use-api';
import { ListPage } from '../parts/lists/list-page';
import { Dialog } from '../parts/ui/dialog';
import { BadgeIcon, PlusIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { RowButton } from '../parts/ui/row-button';
import { nameIn } from '../words/name-in';
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

export function TypeList() {
  const { t, words, locale } = useWords('credentials');
  const [openType, setOpenType] = useState<TypeRow | 'new' | null>(null);
  const labels = t.credentials.typeList;
  const retire = useChange(retireMutation, {
    success: ({ retireCredentialType }) => (retireCredentialType.retiredAt ? labels.retiredDone : labels.putBackDone),
  });
  const close = () => setOpenType(null);
  return (
    <ListPage
      name="credential-types"
      labels={labels}
      back={{ to: '/credentials', label: t.credentials.title }}
      buttons={
        <Button leftSection={<PlusIcon />} onClick={() => setOpenType('new')}>
          {labels.add}
        </Button>
      }
      document={typesQuery}
      variables={{}}
      path="allCredentialTypes"
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <BadgeIcon size={26} /> }}
      columns={[
        {
          key: 'name',
          header: labels.name,
          secondary: ({ nameEs, retiredAt }) => [nameEs, retiredAt && <Badge key="retired">{labels.retired}</Badge>],
        },
        {
          key: 'kind',
          header: labels.kind,
          render: ({ kind }) => words.enums.credentialKind[kind],
          secondary: ({ minimumAge }) => minimumAge && labels.years({ count: minimumAge }),
        },
        {
          key: 'validMonths',
          header: labels.counts,
          render: ({ validMonths }) => (validMonths ? labels.months({ count: validMonths }) : labels.forGood),
          secondary: ({ validMonths, warnDays }) => validMonths && labels.warns({ count: warnDays }),
        },
        {
          key: 'textVersion',
          header: labels.text,
          render: (type) => {
            if (!hasText(type)) return null;
            const version = type.textVersion
              ? t.credentials.text.version({ version: type.textVersion })
              : labels.noText;
            return (
              <Link to={`/credentials/types/${type.id}`} aria-label={`${version}: ${nameIn(locale, type)}`}>
                {version}
              </Link>
            );
          },
        },
      ]}
      rowActions={(type) => (
        <>
          <RowButton label={t.common.edit} about={nameIn(locale, type)} onClick={() => setOpenType(type)} />
          <RowButton
            label={type.retiredAt ? labels.putBack : t.shared.retire}
            about={nameIn(locale, type)}
            onClick={() => retire.mutate({ id: type.id, retired: type.retiredAt === null })}
          />
        </>
      )}
    >
      <Dialog
        opened={openType !== null}
        onClose={close}
        title={
          openType === null || openType === 'new' ? labels.add : t.shared.editQuoted({ name: nameIn(locale, openType) })
        }
      >
        <TypeForm type={openType === 'new' ? null : openType} onDone={close} />
      </Dialog>
    </ListPage>
  );
}
