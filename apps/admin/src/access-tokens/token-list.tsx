import { Button } from '@mantine/core';
import { useState } from 'react';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { KeyIcon, PlusIcon } from '../parts/ui/icons';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import { tokensQuery, type TokenRow } from './queries';
import { RevokeToken } from './revoke-token';
import { NewToken } from './token-form';
import { TokenState } from './token-state';

export function TokenList() {
  const { t, labels, words } = useWords('accessTokens');
  const areas = (list: TokenRow['viewAreas']) => list.map((area) => words.enums.staffArea[area]).join(', ');
  const [dialog, setDialog] = useState<'new' | TokenRow | null>(null);
  const close = () => setDialog(null);
  return (
    <ListPage
      name="access-tokens"
      labels={{ ...labels, list: labels.title }}
      buttons={
        <Button leftSection={<PlusIcon />} onClick={() => setDialog('new')}>
          {labels.add}
        </Button>
      }
      document={tokensQuery}
      variables={{}}
      path="accessTokens"
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <KeyIcon size={26} /> }}
      columns={[
        {
          key: 'name',
          header: labels.name,
          mobile: 'title',
          render: ({ name }) => <strong>{name}</strong>,
          secondary: ({ kind, ownerName, chapterName }) =>
            [words.enums.accessTokenKind[kind], ownerName, chapterName].filter(Boolean).join(' · '),
        },
        { key: 'status', header: t.common.status, mobile: 'corner', render: (token) => <TokenState token={token} /> },
        { key: 'viewAreas', header: labels.view, render: ({ viewAreas }) => areas(viewAreas) || null },
        { key: 'manageAreas', header: labels.manage, render: ({ manageAreas }) => areas(manageAreas) || null },
        { key: 'expiresAt', header: labels.expiresAt },
        {
          key: 'lastUsedAt',
          header: labels.lastUsedAt,
          render: ({ lastUsedAt }) => (lastUsedAt ? <ListTime at={lastUsedAt} /> : t.common.never),
        },
      ]}
      rowActions={(token) =>
        token.status === 'ACTIVE' && (
          <RowButton label={t.common.revoke} about={token.name} onClick={() => setDialog(token)} />
        )
      }
    >
      {dialog === 'new' && <NewToken kind="SERVICE" onClose={close} />}
      {dialog !== null && dialog !== 'new' && <RevokeToken token={dialog} onClose={close} />}
    </ListPage>
  );
}
