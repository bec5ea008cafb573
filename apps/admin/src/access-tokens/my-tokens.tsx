import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import cards from '../parts/ui/cards.module.css';
import cells from '../parts/lists/cells.module.css';
import { formatShortDateTime } from '../parts/ui/dates';
import { Pending } from '../parts/ui/pending';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import { myTokensQuery, type TokenRow } from './queries';
import { RevokeToken } from './revoke-token';
import { NewToken } from './token-form';
import { TokenState, useTokenScopes } from './token-state';

/** Tokens of the signed-in user, for the account page. */
export function MyTokens() {
  const { labels } = useWords('accessTokens');
  const [dialog, setDialog] = useState<'new' | TokenRow | null>(null);
  const { data, error, refetch } = useRead(myTokensQuery, {});
  const close = () => setDialog(null);
  return (
    <Stack align="flex-start">
      <Text c="dimmed" size="sm">
        {labels.myLead}
      </Text>
      {!data && <Pending error={error} retry={refetch} noun={labels.what} lines={2} />}
      {data && data.myAccessTokens.length > 0 && (
        <ul className={cards.cards}>
          {data.myAccessTokens.map((token) => (
            <MyToken key={token.id} token={token} onRevoke={() => setDialog(token)} />
          ))}
        </ul>
      )}
      <Button variant="default" onClick={() => setDialog('new')}>
        {labels.add}
      </Button>
      {dialog === 'new' && <NewToken kind="PERSONAL" onClose={close} />}
      {dialog !== null && dialog !== 'new' && <RevokeToken token={dialog} onClose={close} />}
    </Stack>
  );
}

function MyToken({ token, onRevoke }: { token: TokenRow; onRevoke: () => void }) {
  const { t, labels, locale } = useWords('accessTokens');
  const scopesOf = useTokenScopes();
  const { name, status, expiresAt, lastUsedAt } = token;
  const used = lastUsedAt ? labels.lastUsed({ when: formatShortDateTime(locale, lastUsedAt) }) : labels.neverUsed;
  return (
    <li className={cards.card}>
      <div>
        <strong>{name}</strong> <TokenState token={token} />
        <span className={cells.meta}>{scopesOf(token).join(' · ')}</span>
        <span className={cells.meta}>
          {t.shared.expiresWhen({ when: formatShortDateTime(locale, expiresAt) })} · {used}
        </span>
      </div>
      {status === 'ACTIVE' && <RowButton label={t.common.revoke} about={name} size="xs" onClick={onRevoke} />}
    </li>
  );
}
