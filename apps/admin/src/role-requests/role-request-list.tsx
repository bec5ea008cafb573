import { useState } from 'react';
import cells from '../parts/lists/cells.module.css';
import { ConfirmChange } from '../parts/ui/confirm';
import { DataTable, type Column } from '../parts/lists/data-table';
import { formatDateTime } from '../parts/ui/dates';
import { RowButton } from '../parts/ui/row-button';
import { useMe, type Area } from '../session/use-me';
import { nameIn } from '../words/name-in';
import { useWords } from '../words/words';
import { approveRoleMutation, rejectRoleMutation, type RoleRequest } from './queries';

export type RoleDecision = { kind: 'approve' | 'reject'; request: RoleRequest };

export function RoleRequestList({ requests }: { requests: readonly RoleRequest[] }) {
  const { t } = useWords('people');
  const [decision, setDecision] = useState<RoleDecision | null>(null);
  const columns = useColumns(setDecision);
  return (
    <>
      <DataTable label={t.people.requests} rows={[...requests]} columns={columns} idOf={({ id }) => id} />
      {decision && <DecideRole {...decision} onClose={() => setDecision(null)} />}
    </>
  );
}

function useColumns(onDecide: (decision: RoleDecision) => void): ReadonlyArray<Column<RoleRequest>> {
  const { t, words, locale } = useWords('people');
  const me = useMe();
  return [
    {
      key: 'person',
      header: t.shared.person,
      mobile: 'title',
      render: ({ account, role, customRole, chapter }) => (
        <>
          <strong>{account.name}</strong>
          <span className={cells.longMeta}>
            {customRole ? nameIn(locale, customRole) : words.enums.role[role]} ·{' '}
            {chapter?.name ?? t.shared.theWholeOrganization}
          </span>
        </>
      ),
    },
    {
      key: 'asked',
      header: t.people.askedBy,
      render: ({ requestedBy, requestedAt }) => (
        <>
          {requestedBy?.name ?? t.people.nobody}
          <span className={cells.longMeta}>{formatDateTime(locale, requestedAt)}</span>
        </>
      ),
    },
    {
      key: 'state',
      header: t.common.status,
      render: ({ status, beginsAt, expiresAt, approvers, approvedBy }) =>
        status === 'APPROVED' && beginsAt ? (
          <>
            {t.people.begins({ when: formatDateTime(locale, beginsAt) })}
            {approvedBy && <span className={cells.longMeta}>{t.shared.approvedByName({ name: approvedBy.name })}</span>}
          </>
        ) : (
          <>
            {t.people.waitsForSecond}
            <span className={cells.longMeta}>
              {approvers === 0
                ? t.people.nobodyCanAgree
                : t.shared.expiresWhen({ when: formatDateTime(locale, expiresAt) })}
            </span>
          </>
        ),
    },
    {
      key: 'actions',
      header: t.common.actions,
      hiddenHeader: true,
      align: 'end',
      mobile: 'foot',
      render: (request) => (
        <span className={cells.actions}>
          {request.canReject && (
            <RowButton
              label={rejectLabel(request)}
              about={request.account.name}
              size="xs"
              onClick={() => onDecide({ kind: 'reject', request })}
            />
          )}
          {request.canApprove && (
            <RowButton
              label={t.common.approve}
              about={request.account.name}
              size="xs"
              variant="filled"
              onClick={() => onDecide({ kind: 'approve', request })}
            />
          )}
        </span>
      ),
    },
  ];

  function rejectLabel({ requestedBy }: RoleRequest): string {
    return requestedBy?.id === me.id ? t.common.withdraw : t.common.decline;
  }
}

export function DecideRole({ kind, request, onClose }: RoleDecision & { onClose: () => void }) {
  const { t, words, locale } = useWords('people');
  const me = useMe();
  const { customRole } = request;
  const role = customRole ? nameIn(locale, customRole) : words.enums.role[request.role];
  const by = request.requestedBy?.name ?? t.people.nobody;
  const areas = (list: readonly Area[]) =>
    list.map((area) => words.enums.staffArea[area]).join(', ') || t.people.nothing;
  const { name } = request.account;
  const isOwnRequest = request.requestedBy?.id === me.id;
  return kind === 'approve' ? (
    <ConfirmChange
      onClose={onClose}
      title={t.people.agreeTitle({ name, role })}
      text={
        customRole
          ? t.people.agreeCustomText({
              by,
              name,
              view: areas(customRole.viewAreas),
              manage: areas(customRole.manageAreas),
            })
          : t.people.agreeText({ by, name })
      }
      submitLabel={t.common.approve}
      pendingLabel={t.common.approving}
      tone="good"
      mutation={approveRoleMutation}
      variables={() => ({ requestId: request.id })}
      successMessage={t.people.agreed}
    />
  ) : (
    <ConfirmChange
      onClose={onClose}
      title={isOwnRequest ? t.people.withdrawTitle({ name, role }) : t.people.objectTitle({ name, role })}
      text={isOwnRequest ? t.people.withdrawText({ name }) : t.people.objectText({ name })}
      submitLabel={isOwnRequest ? t.common.withdraw : t.common.decline}
      pendingLabel={isOwnRequest ? t.common.withdrawing : t.people.objecting}
      mutation={rejectRoleMutation}
      variables={() => ({ requestId: request.id })}
      successMessage={isOwnRequest ? t.people.withdrawn : t.people.objected}
    />
  );
}
