import { useRead } from '../api/use-api';
import { roleRequestsQuery } from '../role-requests/queries';
import {
  canEditDirectory,
  canSeePersonalData,
  canSeeTrail,
  hasPowerfulRole,
  isAdvocate,
  mayApproveBusinesses,
  mayModerate,
  mayOrganize,
  mayWriteArticles,
  useMe,
} from '../session/use-me';
import { useWords } from '../words/words';
import {
  approvalsForMe,
  approvalsWaitingQuery,
  articleActionItemsQuery,
  dataRequestsWaitingQuery,
  directoryTasksQuery,
  lastAuditCheckQuery,
  newRecordsQuery,
  photoActionItemsQuery,
  schoolTalksWaitingQuery,
  siteMessagesWaitingQuery,
} from './people-queries';
import { weights, type Task, type Tasks } from './task';

interface Total {
  totalCount: number;
  totalIsCapped: boolean;
}

const exactTotal = (totalCount = 0): Total => ({ totalCount, totalIsCapped: false });

export function usePeopleTasks(): Tasks {
  const me = useMe();
  const labels = useWords('home').t.home.people;
  const can = {
    approve: mayApproveBusinesses(me),
    photos: mayModerate(me),
    write: mayWriteArticles(me),
    power: hasPowerfulRole(me),
    advocate: isAdvocate(me),
    directory: canEditDirectory(me),
    organize: mayOrganize(me),
    personalData: canSeePersonalData(me),
    trail: canSeeTrail(me),
  };
  const approvals = useRead(approvalsWaitingQuery, {}, { enabled: can.approve });
  const photos = useRead(photoActionItemsQuery, {}, { enabled: can.photos });
  const articles = useRead(articleActionItemsQuery, {}, { enabled: can.write });
  const roles = useRead(roleRequestsQuery, {}, { enabled: can.power });
  const records = useRead(newRecordsQuery, {}, { enabled: can.advocate });
  const directory = useRead(directoryTasksQuery, {}, { enabled: can.directory });
  const messages = useRead(siteMessagesWaitingQuery, {}, { enabled: can.organize });
  const talks = useRead(schoolTalksWaitingQuery, {}, { enabled: can.organize });
  const requests = useRead(dataRequestsWaitingQuery, {}, { enabled: can.personalData });
  const auditCheck = useRead(lastAuditCheckQuery, {}, { enabled: can.trail });
  const queries = [
    ...(can.approve ? [approvals] : []),
    ...(can.photos ? [photos] : []),
    ...(can.write ? [articles] : []),
    ...(can.power ? [roles] : []),
    ...(can.advocate ? [records] : []),
    ...(can.directory ? [directory] : []),
    ...(can.organize ? [messages, talks] : []),
    ...(can.personalData ? [requests] : []),
    ...(can.trail ? [auditCheck] : []),
  ];
  const failed = queries.find(({ data, error }) => error && !data);
  // A role request needs the approval of others, so the user's own requests are not counted.
  const roleRequests = (roles.data?.roleRequests ?? []).filter(({ requestedBy }) => requestedBy?.id !== me.id);
  const tasksOf = directory.data?.directoryTasks;
  const { waitingPerson, decision, upkeep } = weights;
  const items = [
    ['closures', waitingPerson, '/applications?view=attention', records.data?.closures],
    ['writtenApplications', waitingPerson, '/applications?view=mine', records.data?.writtenApplications],
    ['writtenConsultations', waitingPerson, '/consultations?view=mine', records.data?.writtenConsultations],
    ['applications', waitingPerson, '/applications', records.data?.sealedApplications],
    ['consultations', waitingPerson, '/consultations', records.data?.sealedConsultations],
    ['dataRequests', waitingPerson, '/peoples-data', requests.data?.dataRequests],
    ['siteMessages', waitingPerson, '/site-messages?status=OPEN', messages.data?.siteMessages],
    ['schoolTalks', waitingPerson, '/schools/talks?status=NEW', talks.data?.schoolTalks],
    ['roles', decision, '/role-requests', exactTotal(roleRequests.length)],
    ['approvals', decision, '/approvals', approvalsForMe(approvals.data?.approvals)],
    ['helpLineChanges', decision, '/help-lines', exactTotal(tasksOf?.helpLineChanges)],
    ['articlesToApprove', decision, '/articles?waiting=1', exactTotal(articles.data?.articleTasks.awaitingApproval)],
    ['helpLines', upkeep, '/help-lines', exactTotal(tasksOf?.helpLines)],
    ['services', upkeep, '/services?view=due', exactTotal(tasksOf?.services)],
    ['legalReviews', upkeep, '/legal', exactTotal(tasksOf?.legalReviews)],
    ['photos', upkeep, '/photos', exactTotal(photos.data?.photosWithExpiringConsent)],
    ['articlesDue', upkeep, '/articles?due=1', exactTotal(articles.data?.articleTasks.reviewDue)],
  ] as const;
  const brokenRow = auditCheck.data?.lastAuditCheck?.firstInvalidRow ?? null;
  const tasks: Task[] = items.flatMap(([key, weight, to, total]) =>
    total && total.totalCount > 0
      ? [{ key, weight, to, title: labels[key]({ count: total.totalCount, more: total.totalIsCapped }) }]
      : [],
  );
  return {
    tasks:
      brokenRow === null
        ? tasks
        : [
            {
              key: 'trail',
              weight: weights.safety,
              isUrgent: true,
              to: '/trail',
              title: labels.trailBroken({ row: brokenRow }),
            },
            ...tasks,
          ],
    isLoading: queries.some(({ data, error }) => !data && !error),
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  };
}
