import { useState } from 'react';
import cells from '../parts/lists/cells.module.css';
import { ConfirmChange } from '../parts/ui/confirm';
import { DataTable, type Column } from '../parts/lists/data-table';
import { IfMayChange } from '../parts/ui/page-access';
import { Section } from '../parts/ui/section';
import { Badge } from '../parts/ui/status-badge';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import { freezeMutation, unfreezeMutation, type Business } from './queries';

type Member = Business['members'][number];

export function Members({ business }: { business: Business }) {
  const { t } = useWords('businesses');
  const words = t.businesses.members;
  const [memberToFreeze, setMemberToFreeze] = useState<Member | null>(null);
  const columns = useColumns(setMemberToFreeze);
  return (
    <Section title={t.common.people} lead={words.lead}>
      <DataTable label={words.list} rows={business.members} columns={columns} idOf={({ accountId }) => accountId} />
      {memberToFreeze && (
        <FreezeDialog businessId={business.id} member={memberToFreeze} onClose={() => setMemberToFreeze(null)} />
      )}
    </Section>
  );
}

function useColumns(onAsk: (member: Member) => void): ReadonlyArray<Column<Member>> {
  const { t, words: catalog } = useWords('businesses');
  const labels = t.businesses.members;
  return [
    {
      key: 'name',
      header: t.common.name,
      mobile: 'title',
      render: ({ name, email }) => (
        <>
          <strong>{name}</strong>
          <span className={cells.longMeta}>{email}</span>
        </>
      ),
    },
    {
      key: 'role',
      header: t.shared.role,
      render: ({ role, frozen }) => (
        <>
          {catalog.enums.businessRole[role]}
          {frozen && (
            <span className={cells.second}>
              <Badge tone="bad">{labels.frozen}</Badge>
            </span>
          )}
        </>
      ),
    },
    {
      key: 'freeze',
      header: t.common.actions,
      hiddenHeader: true,
      align: 'end',
      mobile: 'corner',
      render: (member) => {
        const step = member.frozen ? labels.unfreeze : labels.freeze;
        return (
          <IfMayChange>
            <RowButton label={step} about={member.name} size="xs" onClick={() => onAsk(member)} />
          </IfMayChange>
        );
      },
    },
  ];
}

function FreezeDialog({ businessId, member, onClose }: { businessId: string; member: Member; onClose: () => void }) {
  const { t } = useWords('businesses');
  const words = t.businesses.members;
  const { frozen, name, accountId } = member;
  const labels = frozen ? words.unfreezing : words.freezing;
  return (
    <ConfirmChange
      onClose={onClose}
      title={labels.title({ name })}
      text={labels.text}
      submitLabel={labels.submit}
      tone={frozen ? 'good' : 'warn'}
      mutation={frozen ? (unfreezeMutation as unknown as typeof freezeMutation) : freezeMutation}
      variables={() => ({ input: { businessId, accountId } })}
      successMessage={labels.done({ name })}
    />
  );
}
