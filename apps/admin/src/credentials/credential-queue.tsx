import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { queryClient } from '../api/query-client';
import { useChange, useRead } from '../api/use-api';
import cells from '../parts/lists/cells.module.css';
import { ListTime } from '../parts/lists/column';
import type { Selection } from '../parts/lists/list-bulk';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { CheckIcon, KeyboardIcon } from '../parts/ui/icons';
import { keysHelp } from '../parts/ui/keys-help';
import { RowButton } from '../parts/ui/row-button';
import { useChapters } from '../session/chapters';
import { isAdmin, useMe } from '../session/use-me';
import { nameIn } from '../words/name-in';
import { useWords } from '../words/words';
import { Rejection } from './rejection';
import { decideMutation, expiringQuery, toDecideQuery, typeKindsQuery, type CredentialRow } from './queries';
import { focusPlace, placeInQueue, useQueueKeys } from './queue-keys';

const windowDays = ['7', '30', '60', '90'] as const;
const isClaim = ({ status }: CredentialRow) => status === 'CLAIMED';

export function CredentialQueue() {
  const { t, labels, words, locale } = useWords('credentials');
  const state = useSearchState();
  const { myChapters: mine } = useChapters();
  const me = useMe();
  const { data: choices } = useRead(typeKindsQuery, {});
  const [rejecting, reject] = useState<readonly string[] | null>(null);
  const expiring = state.get('view') === 'expiring';
  const decide = useChange(decideMutation, {
    success: ({ decideCredentials }) => labels.approved({ count: decideCredentials.length }),
  });
  const approve = (ids: readonly string[]) => {
    const at = placeInQueue();
    decide.mutate(
      { ids: [...ids], approve: true },
      { onSuccess: () => void queryClient.invalidateQueries().then(() => requestAnimationFrame(() => focusPlace(at))) },
    );
  };
  useQueueKeys({ approve: (id) => approve([id]), reject: (id) => reject([id]) });
  const selectedWindow = state.oneOf('within', windowDays);
  return (
    <ListPage
      name="credentials"
      labels={labels}
      lead={expiring ? labels.leadExpiring : labels.lead}
      buttons={
        <>
          <Button variant="default" leftSection={<KeyboardIcon />} onClick={() => keysHelp.open()}>
            {t.shared.keyboardShortcuts}
          </Button>
          {isAdmin(me) && (
            <Button component={Link} to="/credentials/types" variant="default">
              {labels.types}
            </Button>
          )}
        </>
      }
      document={expiring ? expiringQuery : toDecideQuery}
      variables={{
        filter: {
          typeId: state.text('type'),
          chapterId: state.text('chapter'),
          expiresWithin: selectedWindow && Number(selectedWindow),
        },
      }}
      first={50}
      path="credentials"
      views={{ views: ['waiting', 'expiring'], labels: labels.views, value: expiring ? 'expiring' : 'waiting' }}
      filters={[
        {
          name: 'type',
          label: t.shared.credential,
          options: (choices?.credentialTypes ?? []).map((type) => [type.id, nameIn(locale, type)] as const),
        },
        mine.length > 1 && {
          name: 'chapter',
          label: t.shared.chapter,
          options: mine.map(({ id, name }) => [id, name] as const),
        },
        {
          name: 'within',
          label: labels.within,
          options: windowDays.map((days) => [days, labels.days({ count: Number(days) })] as const),
        },
      ]}
      emptyState={
        expiring
          ? { title: labels.noneExpiringTitle, text: labels.noneExpiringText, icon: <CheckIcon size={26} /> }
          : { title: t.common.caughtUp, text: labels.noneText, icon: <CheckIcon size={26} /> }
      }
      {...(!expiring && {
        bulk: {
          isSelectable: isClaim,
          bar: ({ rows }: Selection<CredentialRow>, onDone: () => void) => (
            <>
              <Button
                size="xs"
                aria-disabled={decide.isPending}
                onClick={() => {
                  if (decide.isPending) return;
                  approve(rows.map(({ id }) => id));
                  onDone();
                }}
              >
                {t.common.approve}
              </Button>
              <Button size="xs" variant="default" onClick={() => reject(rows.map(({ id }) => id))}>
                {t.common.decline}
              </Button>
            </>
          ),
        },
      })}
      columns={[
        {
          key: 'name',
          header: t.common.volunteer,
          render: (credential) => (
            <Link
              to={`/volunteers/${credential.volunteerId}#credentials`}
              className={cells.title}
              data-cover
              data-credential={credential.id}
              data-decidable={isClaim(credential) ? 'yes' : 'no'}
            >
              {credential.name}
            </Link>
          ),
        },
        {
          key: 'type',
          header: t.shared.credential,
          render: ({ type }) => nameIn(locale, type),
          secondary: ({ type }) =>
            // A type can have the same name as its kind.
            nameIn(locale, type) !== words.enums.credentialKind[type.kind] && words.enums.credentialKind[type.kind],
        },
        { key: 'evidence', header: labels.evidence, render: ({ evidence }) => evidence || null },
        { key: 'issuedOn', header: labels.issuedOn },
        { key: 'expiresOn', header: labels.expiresOn },
        { key: 'createdAt', header: labels.asked },
        {
          key: 'status',
          header: t.common.status,
          badge: 'credentialStatus',
          secondary: ({ status, finalFrom }) =>
            status === 'UNDER_REVIEW' &&
            finalFrom && <ListTime at={finalFrom} wrap={(day) => labels.notBefore({ day })} />,
        },
      ]}
      rowActions={(credential) =>
        isClaim(credential) ? (
          <>
            <RowButton
              label={t.common.approve}
              about={`${credential.name}, ${nameIn(locale, credential.type)}`}
              variant="filled"
              isPending={decide.isPending}
              onClick={() => !decide.isPending && approve([credential.id])}
            />
            <RowButton
              label={t.common.decline}
              about={`${credential.name}, ${nameIn(locale, credential.type)}`}
              onClick={() => reject([credential.id])}
            />
          </>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            component={Link}
            to={`/volunteers/${credential.volunteerId}#credentials`}
            aria-label={`${labels.open}: ${credential.name}, ${nameIn(locale, credential.type)}`}
          >
            {labels.open}
          </Button>
        )
      }
    >
      <Rejection ids={rejecting} onClose={() => reject(null)} />
    </ListPage>
  );
}
