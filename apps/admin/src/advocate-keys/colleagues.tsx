import { useState } from 'react';
import { DataTable, type Column } from '../parts/lists/data-table';
import { Dialog } from '../parts/ui/dialog';
import { Empty } from '../parts/ui/empty';
import { PeopleIcon } from '../parts/ui/icons';
import { Section } from '../parts/ui/section';
import { Badge } from '../parts/ui/status-badge';
import { RowButton } from '../parts/ui/row-button';
import type { AdvocateKeys } from '../vault/queries';
import { useWords } from '../words/words';
import { canShare, type Colleague } from './can-share';
import { ShareForm } from './share-form';

interface ColleaguesProps {
  keys: AdvocateKeys;
  onChanged: () => void;
}

export function Colleagues({ keys, onChanged }: ColleaguesProps) {
  const { labels } = useWords('keys');
  const [selectedColleague, setSelectedColleague] = useState<Colleague | null>(null);
  const columns = useColumns(keys, setSelectedColleague);
  return (
    <Section title={labels.people} lead={labels.peopleLead}>
      {keys.colleagues.length === 0 ? (
        <Empty title={labels.peopleNoneTitle} text={labels.peopleNone} icon={<PeopleIcon size={26} />} />
      ) : (
        <DataTable
          label={labels.peopleList}
          rows={keys.colleagues}
          columns={columns}
          idOf={({ accountId }) => accountId}
        />
      )}
      <Dialog
        opened={selectedColleague !== null}
        onClose={() => setSelectedColleague(null)}
        title={selectedColleague ? labels.shareWith({ name: selectedColleague.name }) : ''}
      >
        {selectedColleague && (
          <ShareForm
            keys={keys}
            colleague={selectedColleague}
            onDone={() => {
              setSelectedColleague(null);
              onChanged();
            }}
          />
        )}
      </Dialog>
    </Section>
  );
}

function useColumns(keys: AdvocateKeys, onShare: (colleague: Colleague) => void): ReadonlyArray<Column<Colleague>> {
  const { t, labels } = useWords('keys');
  const current = keys.teamKeys.find(({ isCurrent }) => isCurrent);
  return [
    { key: 'name', header: labels.colleague, mobile: 'title', render: ({ name }) => <strong>{name}</strong> },
    {
      key: 'own',
      header: labels.ownKey,
      render: ({ publicKey }) => (publicKey ? labels.hasOne : labels.hasNone),
    },
    {
      key: 'team',
      header: labels.teamKey,
      render: ({ teamKeyIds }) => {
        if (current && teamKeyIds.includes(current.keyId)) return <Badge tone="good">{labels.holds}</Badge>;
        return <Badge tone="warn">{teamKeyIds.length > 0 ? labels.holdsOld : labels.holdsNot}</Badge>;
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
          <RowButton
            label={labels.share}
            ariaLabel={labels.shareWith({ name: colleague.name })}
            size="xs"
            onClick={() => onShare(colleague)}
          />
        ),
    },
  ];
}
