import { Button } from '@mantine/core';
import { useState } from 'react';
import { DataTable, type Column } from '../parts/lists/data-table';
import { Dialog } from '../parts/ui/dialog';
import { Empty } from '../parts/ui/empty';
import { PeopleIcon } from '../parts/ui/icons';
import { Section } from '../parts/ui/section';
import { Badge } from '../parts/ui/status-badge';
import type { AdvocateKeys } from '../vault/queries';
import { useWords } from '../words/words';
import { canShare, type Colleague } from './can-share';
import { ShareForm } from './share-form';

interface ColleaguesProps {
  keys: AdvocateKeys;
  onChanged: () => void;
}

/** Lists who holds the team key and lets holders share it. */
export function Colleagues({ keys, onChanged }: ColleaguesProps) {
  const { t } = useWords('keys');
  const words = t.keys;
  const [sharing, setSharing] = useState<Colleague | null>(null);
  const columns = useColumns(keys, setSharing);
  return (
    <Section title={words.people} lead={words.peopleLead}>
      {keys.colleagues.length === 0 ? (
        <Empty title={words.peopleNoneTitle} text={words.peopleNone} icon={<PeopleIcon size={26} />} />
      ) : (
        <DataTable
          label={words.peopleList}
          rows={keys.colleagues}
          columns={columns}
          idOf={({ accountId }) => accountId}
        />
      )}
      <Dialog
        opened={sharing !== null}
        onClose={() => setSharing(null)}
        title={sharing ? words.shareWith({ name: sharing.name }) : ''}
      >
        {sharing && (
          <ShareForm
            keys={keys}
            colleague={sharing}
            onDone={() => {
              setSharing(null);
              onChanged();
            }}
          />
        )}
      </Dialog>
    </Section>
  );
}

function useColumns(keys: AdvocateKeys, onShare: (colleague: Colleague) => void): ReadonlyArray<Column<Colleague>> {
  const { t } = useWords('keys');
  const words = t.keys;
  const current = keys.teamKeys.find(({ isCurrent }) => isCurrent);
  return [
    { key: 'name', header: words.colleague, mobile: 'title', render: ({ name }) => <strong>{name}</strong> },
    {
      key: 'own',
      header: words.ownKey,
      render: ({ publicKey }) => (publicKey ? words.hasOne : words.hasNone),
    },
    {
      key: 'team',
      header: words.teamKey,
      render: ({ holds }) => {
        if (current && holds.includes(current.keyId)) return <Badge tone="good">{words.holds}</Badge>;
        return <Badge tone="warn">{holds.length > 0 ? words.holdsOld : words.holdsNot}</Badge>;
      },
    },
    {
      key: 'share',
      header: t.common.actions,
      hiddenHeader: true,
      align: 'end',
      mobile: 'corner',
      render: (colleague) =>
        canShare(keys, colleague).length > 0 && (
          <Button
            size="xs"
            variant="default"
            aria-label={words.shareWith({ name: colleague.name })}
            onClick={() => onShare(colleague)}
          >
            {words.share}
          </Button>
        ),
    },
  ];
}
