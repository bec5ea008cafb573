import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { queryClient } from '../api/query-client';
import { useChange, useRead } from '../api/use-api';
import { ListTime } from '../parts/lists/column';
import type { Selection } from '../parts/lists/list-bulk';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { CheckIcon, KeyboardIcon } from '../parts/ui/icons';
import { keysHelp } from '../parts/ui/keys-help';
import { StatusBadge } from '../parts/ui/status-badge';
import { useChapters } from '../session/chapters';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { Rejection } from './rejection';
import { decideMutation, expiringQuery, toDecideQuery, typeKindsQuery, type CredentialRow } from './queries';
import { focusPlace, placeInQueue, useQueueKeys } from './queue-keys';

const windows = ['7', '30', '60', '90'] as const;
const isClaim = ({ status }: CredentialRow) => status === 'CLAIMED';

/** What volunteers say they have and somebody has to look at; and, as a second view, what ends soon. */
export function CredentialQueue() {
  const { t, words, locale } = useWords('credentials');
  const say = t.credentials;
  const state = useSearchState();
  const { mine } = useChapters();
  const me = useMe();
  const { data: choices } = useRead(typeKindsQuery, {});
  const [rejecting, reject] = useState<readonly string[] | null>(null);
  const expiring = state.get('view') === 'expiring';
  const nameOf = (one: { name: string; nameEs: string }) => (locale === 'es' ? one.nameEs : one.name);
  const decide = useChange(decideMutation, {
    success: ({ decideCredentials }) => say.approved({ count: decideCredentials.length }),
  });
  const approve = (ids: readonly string[]) => {
    const at = placeInQueue();
    decide.mutate(
      { ids: [...ids], approve: true },
      { onSuccess: () => void queryClient.invalidateQueries().then(() => requestAnimationFrame(() => focusPlace(at))) },
    );
  };
  useQueueKeys({ approve: (id) => approve([id]), reject: (id) => reject([id]) });
  const within = state.one('within', windows);
  return (
    <ListPage
      name="credentials"
      title={say.title}
      lead={expiring ? say.leadExpiring : say.lead}
      buttons={
        <>
          <Button variant="default" leftSection={<KeyboardIcon />} onClick={() => keysHelp.open()}>
            {say.shortcuts}
          </Button>
          {isAdmin(me) && (
            <Button component={Link} to="/credentials/types" variant="default">
              {say.types}
            </Button>
          )}
        </>
      }
      document={expiring ? expiringQuery : toDecideQuery}
      state={state}
      variables={{
        filter: {
          typeId: state.text('type'),
          chapterId: state.text('chapter'),
          expiresWithin: within && Number(within),
        },
      }}
      first={50}
      of="credentials"
      label={say.list}
      what={say.what}
      views={{ views: ['waiting', 'expiring'], names: say.views, value: expiring ? 'expiring' : 'waiting' }}
      filters={[
        {
          name: 'type',
          label: say.type,
          names: (choices?.credentialTypes ?? []).map((type) => [type.id, nameOf(type)] as const),
        },
        mine.length > 1 && {
          name: 'chapter',
          label: say.chapter,
          names: mine.map(({ id, name }) => [id, name] as const),
        },
        {
          name: 'within',
          label: say.within,
          names: windows.map((days) => [days, say.days({ count: Number(days) })] as const),
        },
      ]}
      none={
        expiring
          ? { title: say.noneExpiringTitle, text: say.noneExpiringText, icon: <CheckIcon size={26} /> }
          : { title: say.noneTitle, text: say.noneText, icon: <CheckIcon size={26} /> }
      }
      noneFound={say}
      {...(!expiring && {
        bulk: {
          can: isClaim,
          bar: ({ rows }: Selection<CredentialRow>, done: () => void) => (
            <>
              <Button
                size="xs"
                aria-disabled={decide.isPending}
                onClick={() => {
                  if (decide.isPending) return;
                  approve(rows.map(({ id }) => id));
                  done();
                }}
              >
                {say.approve}
              </Button>
              <Button size="xs" variant="default" onClick={() => reject(rows.map(({ id }) => id))}>
                {say.reject}
              </Button>
            </>
          ),
        },
      })}
      columns={[
        {
          key: 'name',
          header: say.volunteer,
          cell: (credential) => (
            <Link
              to={`/volunteers/${credential.volunteerId}#credentials`}
              data-credential={credential.id}
              data-decidable={isClaim(credential) ? 'yes' : 'no'}
            >
              {credential.name}
            </Link>
          ),
          // A type may be called what its kind is.
          under: ({ type }) => [...new Set([nameOf(type), words.enums.credentialKind[type.kind]])],
        },
        { key: 'evidence', header: say.evidence, cell: ({ evidence }) => evidence || null },
        { key: 'issuedOn', header: say.issuedOn },
        { key: 'expiresOn', header: say.expiresOn },
        { key: 'createdAt', header: say.asked },
        {
          key: 'status',
          header: say.status,
          cell: ({ status }) => <StatusBadge kind="credentialStatus" status={status} />,
          under: ({ status, finalFrom }) =>
            status === 'UNDER_REVIEW' && finalFrom && <ListTime at={finalFrom} say={(day) => say.notBefore({ day })} />,
        },
      ]}
      rowActions={(credential) =>
        isClaim(credential) ? (
          <>
            <Button
              size="compact-sm"
              aria-label={`${say.approve}: ${credential.name}, ${nameOf(credential.type)}`}
              aria-disabled={decide.isPending}
              onClick={() => !decide.isPending && approve([credential.id])}
            >
              {say.approve}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${say.reject}: ${credential.name}, ${nameOf(credential.type)}`}
              onClick={() => reject([credential.id])}
            >
              {say.reject}
            </Button>
          </>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            component={Link}
            to={`/volunteers/${credential.volunteerId}#credentials`}
            aria-label={`${say.open}: ${credential.name}, ${nameOf(credential.type)}`}
          >
            {say.open}
          </Button>
        )
      }
    >
      <Rejection ids={rejecting} onClose={() => reject(null)} />
    </ListPage>
  );
}
