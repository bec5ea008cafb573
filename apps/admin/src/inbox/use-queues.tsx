import { hoursText, moneyText } from '@upstander/web-kit';
import { approvalsQuery } from '../approvals/queries';
import { useChange, useRead } from '../api/use-api';
import { decideMutation as decideCredentialsMutation, toDecideQuery } from '../credentials/queries';
import { Rejection } from '../credentials/rejection';
import { DecideDialogs } from '../disbursements/decide-dialogs';
import { disbursementsQuery } from '../disbursements/queries';
import { RefundDecision, refundRequestsQuery } from '../gifts/refund-decision';
import { refundReason } from '../gifts/refund-reason';
import { HelpLineDialog } from '../help-lines/help-line-dialog';
import { helpLinesQuery } from '../help-lines/queries';
import { rowsOf } from '../parts/lists/connection';
import { calendarDay } from '../parts/ui/dates';
import { DecideRequest } from '../peoples-data/requests/decide-request';
import { dataRequestsQuery } from '../peoples-data/requests/queries';
import { roleRequestsQuery } from '../role-requests/queries';
import { DecideRole } from '../role-requests/role-request-list';
import {
  canEditDirectory,
  canSeeMoney,
  canSeePersonalData,
  hasPowerfulRole,
  mayApproveBusinesses,
  mayOrganize,
  mayReview,
  mayWriteArticles,
  useMe,
} from '../session/use-me';
import { decideHoursMutation, HoursDecision } from '../volunteers/hours-decision';
import { hoursToDecideQuery } from '../volunteers/queries';
import { useWords } from '../words/words';
import { inboxArticlesQuery, inboxFundraisersQuery } from './queries';
import type { InboxItem, Queue, QueueName } from './queue';

const pageSize = 50;

interface Read<Result> {
  data: Result | undefined;
  error: Error | null;
  refetch: () => unknown;
}

interface Page {
  totalCount: number;
  totalIsCapped: boolean;
}

/** Sorted by priority: people's money and access first. With `only`, reads just that queue. */
export function useQueues(only?: QueueName): Queue[] {
  const me = useMe();
  const { t, words, locale } = useWords('inbox', 'gifts', 'money', 'volunteers', 'credentials');
  const isRead = (name: QueueName, isAllowed: boolean) => isAllowed && (only === undefined || only === name);
  const enabled = {
    refunds: isRead('refunds', canSeeMoney(me)),
    disbursements: isRead('disbursements', canSeeMoney(me)),
    roles: isRead('roles', hasPowerfulRole(me)),
    helpLines: isRead('helpLines', canEditDirectory(me)),
    dataRequests: isRead('dataRequests', canSeePersonalData(me)),
    approvals: isRead('approvals', mayApproveBusinesses(me)),
    fundraisers: isRead('fundraisers', mayReview(me)),
    articles: isRead('articles', mayWriteArticles(me)),
    credentials: isRead('credentials', mayOrganize(me)),
    hours: isRead('hours', mayOrganize(me)),
  };
  const option = (name: keyof typeof enabled) => ({ enabled: enabled[name] });
  const page = { first: pageSize, after: null };
  const refunds = useRead(refundRequestsQuery, {}, option('refunds'));
  const disbursements = useRead(disbursementsQuery, { ...page, status: ['PROPOSED'] }, option('disbursements'));
  const roles = useRead(roleRequestsQuery, {}, option('roles'));
  const helpLines = useRead(helpLinesQuery, {}, option('helpLines'));
  const requests = useRead(dataRequestsQuery, { ...page, filter: { open: true } }, option('dataRequests'));
  const approvals = useRead(approvalsQuery, page, option('approvals'));
  const fundraisers = useRead(inboxFundraisersQuery, {}, option('fundraisers'));
  const articles = useRead(inboxArticlesQuery, {}, option('articles'));
  const credentials = useRead(toDecideQuery, { ...page, filter: {} }, option('credentials'));
  const hours = useRead(hoursToDecideQuery, page, option('hours'));

  const decideCredentials = useChange(decideCredentialsMutation, {
    success: ({ decideCredentials: decided }) => t.credentials.approved({ count: decided.length }),
  });
  const decideHours = useChange(decideHoursMutation, { success: () => t.volunteers.hours.decided });

  const queue = <Result,>(
    name: QueueName,
    list: string,
    { data, error, refetch }: Read<Result>,
    itemsOf: (data: Result) => readonly InboxItem[],
    pageOf?: (data: Result) => Page,
  ): Queue[] => {
    if (!enabled[name]) return [];
    const items = data ? itemsOf(data) : [];
    const found = data && pageOf?.(data);
    // The user's own requests need someone else's decision, so they don't count.
    const isMore = (found?.totalCount ?? 0) > pageSize;
    return [
      {
        name,
        list,
        items,
        count: found && isMore ? found.totalCount : items.length,
        isCapped: found?.totalIsCapped ?? false,
        isLoading: !data && !error,
        error: data ? null : error,
        retry: () => void refetch(),
      },
    ];
  };

  return [
    ...queue('refunds', '/gifts/refunds', refunds, ({ refundRequests }) =>
      refundRequests
        .filter(({ requestedById }) => requestedById !== me.id)
        .map((refund) => ({
          id: refund.id,
          title: `${moneyText(locale, refund.amount)} · ${refund.donorName}`,
          details: [refund.campaignTitle, refundReason(words, refund.reason), refund.note],
          since: refund.requestedAt,
          to: `/gifts/${refund.giftId}`,
          approve: { dialog: (onClose) => <RefundDecision action="approve" refund={refund} onClose={onClose} /> },
          decline: { dialog: (onClose) => <RefundDecision action="decline" refund={refund} onClose={onClose} /> },
        })),
    ),
    ...queue('disbursements', '/disbursements?view=waiting', disbursements, (data) =>
      rowsOf(data.disbursements)
        .filter(({ recordedById }) => recordedById !== me.id)
        .map((row) => ({
          id: row.id,
          title: `${moneyText(locale, row.amount)} · ${row.beneficiaryName}`,
          details: [row.campaignTitle, row.recordedBy, row.reference],
          since: row.recordedAt,
          to: `/fundraisers/${row.campaignId}`,
          approve: { dialog: (onClose) => <DecideDialogs decision={{ action: 'approve', row }} onClose={onClose} /> },
          decline: { dialog: (onClose) => <DecideDialogs decision={{ action: 'refuse', row }} onClose={onClose} /> },
        })),
    ),
    ...queue('roles', '/role-requests', roles, ({ roleRequests }) =>
      roleRequests
        .filter(({ canApprove, canReject, requestedBy }) => (canApprove || canReject) && requestedBy?.id !== me.id)
        .map((request) => ({
          id: request.id,
          title: `${request.account.name} · ${words.enums.role[request.role]}`,
          details: [request.chapter?.name ?? null, request.requestedBy?.name ?? null],
          since: request.requestedAt,
          to: '/role-requests',
          ...(request.canApprove && {
            approve: { dialog: (onClose) => <DecideRole kind="approve" request={request} onClose={onClose} /> },
          }),
          ...(request.canReject && {
            decline: { dialog: (onClose) => <DecideRole kind="reject" request={request} onClose={onClose} /> },
          }),
        })),
    ),
    ...queue('helpLines', '/help-lines', helpLines, ({ allHelpLines }) =>
      allHelpLines.flatMap((line) => {
        if (!line.change || line.change.isMine) return [];
        const review = {
          dialog: (onClose: () => void) => (
            <HelpLineDialog decision={{ line, step: 'decide' }} lines={allHelpLines} onClose={onClose} />
          ),
        };
        return [
          {
            id: line.change.id,
            title: locale === 'es' ? line.nameEs : line.name,
            details: [line.change.requestedByName],
            since: line.change.requestedAt,
            to: `/help-lines/${line.id}`,
            approve: review,
            decline: review,
          },
        ];
      }),
    ),
    ...queue(
      'dataRequests',
      '/peoples-data',
      requests,
      (data) =>
        rowsOf(data.dataRequests).map((row) => {
          const isOpen = row.status === 'OPEN';
          return {
            id: row.id,
            title: row.email ?? t.common.noEmail,
            details: [words.enums.dataRequestKind[row.kind], row.askedByName],
            since: row.requestedAt,
            to: '/peoples-data',
            ...(isOpen &&
              row.canApprove &&
              !row.isOnLegalHold && {
                approve: { dialog: (onClose) => <DecideRequest action="approve" row={row} onClose={onClose} /> },
              }),
            ...(isOpen &&
              row.canWithdraw && {
                decline: { dialog: (onClose) => <DecideRequest action="withdraw" row={row} onClose={onClose} /> },
              }),
          };
        }),
      (data) => data.dataRequests,
    ),
    ...queue(
      'approvals',
      '/approvals',
      approvals,
      (data) =>
        rowsOf(data.approvals)
          .filter(({ mine }) => !mine)
          .map((row) => ({
            id: row.id,
            title: row.title,
            details: [words.enums.approvalKind[row.kind], row.kind !== 'BUSINESS' && row.businessName],
            since: row.waitingSince,
            to: row.kind === 'BUSINESS' ? `/businesses/${row.id}` : `/opportunities/${row.id}`,
          })),
      (data) => data.approvals,
    ),
    ...queue(
      'fundraisers',
      '/fundraisers?view=review',
      fundraisers,
      (data) =>
        rowsOf(data.manageCampaigns).map(({ id, title, organizerName, submittedAt }) => ({
          id,
          title,
          details: [organizerName],
          since: submittedAt,
          to: `/fundraisers/${id}`,
        })),
      (data) => data.manageCampaigns,
    ),
    ...queue(
      'articles',
      '/articles?waiting=1',
      articles,
      (data) =>
        rowsOf(data.manageArticles).map(({ id, title, titleEs, audience, withdrawalRequestedAt }) => ({
          id,
          title: (locale === 'es' && titleEs) || title,
          details: [words.enums.audience[audience]],
          since: withdrawalRequestedAt,
          to: `/articles/${id}`,
        })),
      (data) => data.manageArticles,
    ),
    ...queue(
      'credentials',
      '/credentials',
      credentials,
      (data) =>
        rowsOf(data.credentials).map((row) => ({
          id: row.id,
          title: `${row.name} · ${locale === 'es' ? row.type.nameEs : row.type.name}`,
          details: [row.evidence],
          since: row.createdAt,
          to: `/volunteers/${row.volunteerId}#credentials`,
          // A background check has steps of its own, on the volunteer's page.
          ...(row.status === 'CLAIMED' && {
            approve: { run: () => decideCredentials.mutate({ ids: [row.id], approve: true }) },
            decline: { dialog: (onClose) => <Rejection ids={[row.id]} onClose={onClose} /> },
          }),
        })),
      (data) => data.credentials,
    ),
    ...queue(
      'hours',
      '/volunteers/hours',
      hours,
      (data) =>
        rowsOf(data.hoursToDecide).map((row) => ({
          id: row.id,
          title: `${row.name} · ${hoursText(locale, row.minutes)}`,
          details: [row.activity, calendarDay(locale, row.day), row.note],
          since: row.createdAt,
          to: `/volunteers/${row.volunteerId}`,
          approve: {
            run: () => decideHours.mutate({ id: row.id, approve: true, minutes: row.minutes, reason: '' }),
          },
          decline: { dialog: (onClose) => <HoursDecision hours={row} answer="no" onClose={onClose} /> },
        })),
      (data) => data.hoursToDecide,
    ),
  ];
}
