import { useRead } from '../api/use-api';
import { financeActionItemsQuery } from '../home/money-queries';
import {
  approvalsForMe,
  approvalsWaitingQuery,
  articleActionItemsQuery,
  dataRequestsWaitingQuery,
  directoryTasksQuery,
  newRecordsQuery,
  photoActionItemsQuery,
  schoolTalksWaitingQuery,
  siteMessagesWaitingQuery,
} from '../home/people-queries';
import { credentialsWaitingQuery } from '../home/queries';
import { hoursWaitingQuery } from '../inbox/queries';
import { roleRequestsQuery } from '../role-requests/queries';
import type { Me } from '../session/me';
import {
  hasPowerfulRole,
  isAdvocate,
  canEditDirectory,
  mayApproveBusinesses,
  mayModerate,
  mayOrganize,
  mayReview,
  mayWriteArticles,
  canSeePersonalData,
} from '../session/use-me';

const areaOf: Readonly<Record<string, string>> = {
  DISPUTES_DUE: '/disputes',
  FRAUD_WARNINGS: '/disputes',
  REFUNDS_TO_APPROVE: '/gifts',
  CAMPAIGNS_TO_REVIEW: '/fundraisers',
  DISBURSEMENTS_TO_APPROVE: '/disbursements',
  DISCREPANCIES: '/reconciliation',
};

/** Approvals of money, which are also in the Inbox. */
const inboxKinds = new Set(['REFUNDS_TO_APPROVE', 'CAMPAIGNS_TO_REVIEW', 'DISBURSEMENTS_TO_APPROVE']);

/** Uses the same counts as the home screen. */
export function useActionItemCounts(me: Me): ReadonlyMap<string, number> {
  const advocate = isAdvocate(me);
  const money = useRead(financeActionItemsQuery, {}, { enabled: mayReview(me) }).data?.moneyTasks ?? [];
  const approvals = approvalsForMe(
    useRead(approvalsWaitingQuery, {}, { enabled: mayApproveBusinesses(me) }).data?.approvals,
  );
  const credentials = useRead(credentialsWaitingQuery, {}, { enabled: mayOrganize(me) }).data?.credentialsToDecide;
  const records = useRead(newRecordsQuery, {}, { enabled: advocate }).data;
  const articles = useRead(articleActionItemsQuery, {}, { enabled: mayWriteArticles(me) }).data?.articleTasks;
  const directory = useRead(directoryTasksQuery, {}, { enabled: canEditDirectory(me) }).data?.directoryTasks;
  const photos = useRead(photoActionItemsQuery, {}, { enabled: mayModerate(me) }).data?.photosWithExpiringConsent;
  const messages = useRead(siteMessagesWaitingQuery, {}, { enabled: mayOrganize(me) }).data?.siteMessages;
  const talks = useRead(schoolTalksWaitingQuery, {}, { enabled: mayOrganize(me) }).data?.schoolTalks;
  const data = useRead(dataRequestsWaitingQuery, {}, { enabled: canSeePersonalData(me) }).data?.dataRequests;
  const hours = useRead(hoursWaitingQuery, {}, { enabled: mayOrganize(me) }).data?.hoursToDecide;
  const roles = useRead(roleRequestsQuery, {}, { enabled: hasPowerfulRole(me) }).data?.roleRequests;
  // A role request needs the approval of others, so the user's own requests are not counted.
  const roleCount = roles?.filter(
    ({ canApprove, canReject, requestedBy }) => (canApprove || canReject) && requestedBy?.id !== me.id,
  ).length;
  const counts = new Map<string, number>();
  const addCount = (place: string | undefined, count: number | undefined) =>
    place && count && counts.set(place, (counts.get(place) ?? 0) + count);
  for (const { kind, count } of money) {
    addCount(areaOf[kind], count);
    if (inboxKinds.has(kind)) addCount('/inbox', count);
  }
  for (const count of [
    credentials?.totalCount,
    hours?.totalCount,
    approvals?.totalCount,
    articles?.awaitingApproval,
    directory?.helpLineChanges,
    roleCount,
    data?.totalCount,
  ])
    addCount('/inbox', count);
  addCount('/volunteers/hours', hours?.totalCount);
  addCount('/role-requests', roleCount);
  addCount('/credentials', credentials?.totalCount);
  addCount('/approvals', approvals?.totalCount);
  addCount('/articles', articles && articles.awaitingApproval + articles.reviewDue);
  addCount('/applications', records?.sealedApplications.totalCount);
  addCount('/consultations', records?.sealedConsultations.totalCount);
  addCount('/help-lines', directory && directory.helpLines + directory.helpLineChanges);
  addCount('/services', directory?.services);
  addCount('/legal', directory?.legalReviews);
  addCount('/photos', photos);
  addCount('/site-messages', messages?.totalCount);
  addCount('/schools', talks?.totalCount);
  addCount('/peoples-data', data?.totalCount);
  return counts;
}
