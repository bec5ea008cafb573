import { Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { Failure } from '../parts/ui/failure';
import { AlertIcon, CheckIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import {
  hasPowerfulRole,
  isAdvocate,
  canEditDirectory,
  mayModerate,
  mayOrganize,
  mayWriteArticles,
  canSeeMoney,
  canSeeTrail,
  useMe,
} from '../session/use-me';
import { roleRequestsQuery } from '../role-requests/queries';
import { useWords } from '../words/words';
import classes from './home.module.css';
import {
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

interface ActionItem {
  key:
    | 'roles'
    | 'approvals'
    | 'closures'
    | 'articlesToApprove'
    | 'articlesDue'
    | 'writtenApplications'
    | 'writtenConsultations'
    | 'applications'
    | 'consultations'
    | 'helpLines'
    | 'helpLineChanges'
    | 'legalReviews'
    | 'services'
    | 'photos'
    | 'siteMessages'
    | 'schoolTalks'
    | 'dataRequests';
  to: string;
  count: { totalCount: number; totalIsCapped: boolean } | undefined;
}

const totalOf = (totalCount = 0) => ({ totalCount, totalIsCapped: false });

export function PeopleActionItems() {
  const me = useMe();
  const { t } = useWords('home');
  const power = hasPowerfulRole(me);
  const canModerate = mayModerate(me);
  const isAdvocateUser = isAdvocate(me);
  const approvals = useRead(approvalsWaitingQuery, {}, { enabled: canModerate });
  const writes = mayWriteArticles(me);
  const articles = useRead(articleActionItemsQuery, {}, { enabled: writes });
  const roles = useRead(roleRequestsQuery, {}, { enabled: power });
  const records = useRead(newRecordsQuery, {}, { enabled: isAdvocateUser });
  const canEdit = canEditDirectory(me);
  const directory = useRead(directoryTasksQuery, {}, { enabled: canEdit });
  const canOrganize = mayOrganize(me);
  const messages = useRead(siteMessagesWaitingQuery, {}, { enabled: canOrganize });
  const talks = useRead(schoolTalksWaitingQuery, {}, { enabled: canOrganize });
  const photos = useRead(photoActionItemsQuery, {}, { enabled: canModerate });
  const canSeeFinances = canSeeMoney(me);
  const requests = useRead(dataRequestsWaitingQuery, {}, { enabled: canSeeFinances });
  const canSeeAudit = canSeeTrail(me);
  const auditCheck = useRead(lastAuditCheckQuery, {}, { enabled: canSeeAudit });
  const queries = [
    ...(power ? [roles] : []),
    ...(writes ? [articles] : []),
    ...(canEdit ? [directory] : []),
    ...(canSeeAudit ? [auditCheck] : []),
    ...(canModerate ? [approvals, photos] : []),
    ...(canOrganize ? [messages, talks] : []),
    ...(canSeeFinances ? [requests] : []),
    ...(isAdvocateUser ? [records] : []),
  ];
  const failedQuery = queries.find(({ data, error }) => error && !data);
  const pending = queries.some(({ data, error }) => !data && !error);
  // A role request needs the approval of others, so the user's own requests are not counted.
  const roleRequests = (roles.data?.roleRequests ?? []).filter(({ requestedBy }) => requestedBy?.id !== me.id);
  const exactCount = (totalCount: number | undefined) => ({ totalCount: totalCount ?? 0, totalIsCapped: false });
  const items: ActionItem[] = [
    { key: 'closures', to: '/applications?view=attention', count: records.data?.closures },
    { key: 'helpLines', to: '/help-lines', count: exactCount(directory.data?.directoryTasks.helpLines) },
    {
      key: 'helpLineChanges',
      to: '/help-lines',
      count: exactCount(directory.data?.directoryTasks.helpLineChanges),
    },
    { key: 'services', to: '/services?view=due', count: exactCount(directory.data?.directoryTasks.services) },
    { key: 'legalReviews', to: '/legal', count: exactCount(directory.data?.directoryTasks.legalReviews) },
    { key: 'roles', to: '/role-requests', count: exactCount(roleRequests.length) },
    { key: 'approvals', to: '/approvals', count: approvals.data?.approvals },
    { key: 'siteMessages', to: '/site-messages?status=OPEN', count: messages.data?.siteMessages },
    { key: 'schoolTalks', to: '/schools/talks?status=NEW', count: talks.data?.schoolTalks },
    { key: 'dataRequests', to: '/peoples-data', count: requests.data?.dataRequests },
    { key: 'photos', to: '/photos', count: exactCount(photos.data?.photosWithExpiringConsent) },
    {
      key: 'articlesToApprove',
      to: '/articles?waiting=1',
      count: totalOf(articles.data?.articleTasks.awaitingApproval),
    },
    { key: 'articlesDue', to: '/articles?due=1', count: totalOf(articles.data?.articleTasks.reviewDue) },
    { key: 'writtenApplications', to: '/applications?view=mine', count: records.data?.writtenApplications },
    { key: 'writtenConsultations', to: '/consultations?view=mine', count: records.data?.writtenConsultations },
    { key: 'applications', to: '/applications', count: records.data?.sealedApplications },
    { key: 'consultations', to: '/consultations', count: records.data?.sealedConsultations },
  ];
  const pendingItems = items.filter(({ count }) => (count?.totalCount ?? 0) > 0);
  const labels = t.home.people;
  const brokenEntry = auditCheck.data?.lastAuditCheck?.firstInvalidRow ?? null;
  const isEmpty = pendingItems.length === 0 && brokenEntry === null;
  if (!canModerate && !isAdvocateUser && isEmpty) return null;
  return (
    <section aria-labelledby="people-action-items">
      <Title order={2} id="people-action-items" mb="sm">
        {labels.title}
      </Title>
      {pending && <Loading noun={labels.title} lines={2} />}
      {failedQuery && <Failure error={failedQuery.error} retry={() => void failedQuery.refetch()} />}
      {!pending && !failedQuery && isEmpty && (
        <div className={classes.calm}>
          <span className={classes.calmIcon}>
            <CheckIcon size={20} />
          </span>
          <Text fw={600}>{labels.calm}</Text>
        </div>
      )}
      {!isEmpty && (
        <ul className={classes.needs}>
          {brokenEntry !== null && (
            <li className={classes.need}>
              <span className={classes.needIcon} data-tone="bad">
                <AlertIcon />
              </span>
              <div className={classes.needWords}>
                <Link to="/trail" className={classes.strong}>
                  {labels.trailBroken({ row: brokenEntry })}
                </Link>
              </div>
            </li>
          )}
          {pendingItems.map(({ key, to, count }) => (
            <li key={key} className={classes.need}>
              <span className={classes.needIcon} data-tone="warn">
                <AlertIcon />
              </span>
              <div className={classes.needWords}>
                <Link to={to} className={classes.strong}>
                  {labels[key]({ count: count?.totalCount ?? 0, more: count?.totalIsCapped ?? false })}
                </Link>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
