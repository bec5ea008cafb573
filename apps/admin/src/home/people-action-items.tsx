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

const all = (totalCount = 0) => ({ totalCount, totalIsCapped: false });

/** Action items of administrators, reviewers and advocates: one line per kind, with its count and a link. */
export function PeopleActionItems() {
  const me = useMe();
  const { t } = useWords('home');
  const power = hasPowerfulRole(me);
  const moderates = mayModerate(me);
  const speaks = isAdvocate(me);
  const approvals = useRead(approvalsWaitingQuery, {}, { enabled: moderates });
  const writes = mayWriteArticles(me);
  const articles = useRead(articleActionItemsQuery, {}, { enabled: writes });
  const roles = useRead(roleRequestsQuery, {}, { enabled: power });
  const records = useRead(newRecordsQuery, {}, { enabled: speaks });
  const keeps = canEditDirectory(me);
  const directory = useRead(directoryTasksQuery, {}, { enabled: keeps });
  const organizes = mayOrganize(me);
  const messages = useRead(siteMessagesWaitingQuery, {}, { enabled: organizes });
  const talks = useRead(schoolTalksWaitingQuery, {}, { enabled: organizes });
  const photos = useRead(photoActionItemsQuery, {}, { enabled: moderates });
  const keepsMoney = canSeeMoney(me);
  const requests = useRead(dataRequestsWaitingQuery, {}, { enabled: keepsMoney });
  const watches = canSeeTrail(me);
  const trail = useRead(lastAuditCheckQuery, {}, { enabled: watches });
  const asked = [
    ...(power ? [roles] : []),
    ...(writes ? [articles] : []),
    ...(keeps ? [directory] : []),
    ...(watches ? [trail] : []),
    ...(moderates ? [approvals, photos] : []),
    ...(organizes ? [messages, talks] : []),
    ...(keepsMoney ? [requests] : []),
    ...(speaks ? [records] : []),
  ];
  const failed = asked.find(({ data, error }) => error && !data);
  const pending = asked.some(({ data, error }) => !data && !error);
  // A role request needs the approval of others, so the user's own requests are not counted.
  const mine = (roles.data?.roleRequests ?? []).filter(({ requestedBy }) => requestedBy?.id !== me.id);
  const exactly = (totalCount: number | undefined) => ({ totalCount: totalCount ?? 0, totalIsCapped: false });
  const piles: ActionItem[] = [
    { key: 'closures', to: '/applications?view=attention', count: records.data?.closures },
    { key: 'helpLines', to: '/help-lines', count: exactly(directory.data?.directoryTasks.helpLines) },
    {
      key: 'helpLineChanges',
      to: '/help-lines',
      count: exactly(directory.data?.directoryTasks.helpLineChanges),
    },
    { key: 'services', to: '/services?view=due', count: exactly(directory.data?.directoryTasks.services) },
    { key: 'legalReviews', to: '/legal', count: exactly(directory.data?.directoryTasks.legalReviews) },
    { key: 'roles', to: '/role-requests', count: exactly(mine.length) },
    { key: 'approvals', to: '/approvals', count: approvals.data?.approvals },
    { key: 'siteMessages', to: '/site-messages?status=OPEN', count: messages.data?.siteMessages },
    { key: 'schoolTalks', to: '/schools/talks?status=NEW', count: talks.data?.schoolTalks },
    { key: 'dataRequests', to: '/peoples-data', count: requests.data?.dataRequests },
    { key: 'photos', to: '/photos', count: exactly(photos.data?.photosNeedYou) },
    { key: 'articlesToApprove', to: '/articles?waiting=1', count: all(articles.data?.articlesNeedYou.toApprove) },
    { key: 'articlesDue', to: '/articles?due=1', count: all(articles.data?.articlesNeedYou.reviewDue) },
    { key: 'writtenApplications', to: '/applications?view=mine', count: records.data?.writtenApplications },
    { key: 'writtenConsultations', to: '/consultations?view=mine', count: records.data?.writtenConsultations },
    { key: 'applications', to: '/applications', count: records.data?.sealedApplications },
    { key: 'consultations', to: '/consultations', count: records.data?.sealedConsultations },
  ];
  const waiting = piles.filter(({ count }) => (count?.totalCount ?? 0) > 0);
  const words = t.home.people;
  const broken = trail.data?.lastAuditCheck?.firstBroken ?? null;
  const nothing = waiting.length === 0 && broken === null;
  if (!moderates && !speaks && nothing) return null;
  return (
    <section aria-labelledby="people-action-items">
      <Title order={2} id="people-action-items" mb="sm">
        {words.title}
      </Title>
      {pending && <Loading noun={words.title} lines={2} />}
      {failed && <Failure error={failed.error} retry={() => void failed.refetch()} />}
      {!pending && !failed && nothing && (
        <div className={classes.calm}>
          <span className={classes.calmIcon}>
            <CheckIcon size={20} />
          </span>
          <Text fw={600}>{words.calm}</Text>
        </div>
      )}
      {!nothing && (
        <ul className={classes.needs}>
          {broken !== null && (
            <li className={classes.need}>
              <span className={classes.needIcon} data-tone="bad">
                <AlertIcon />
              </span>
              <div className={classes.needWords}>
                <Link to="/trail" className={classes.strong}>
                  {words.trailBroken({ row: broken })}
                </Link>
              </div>
            </li>
          )}
          {waiting.map(({ key, to, count }) => (
            <li key={key} className={classes.need}>
              <span className={classes.needIcon} data-tone="warn">
                <AlertIcon />
              </span>
              <div className={classes.needWords}>
                <Link to={to} className={classes.strong}>
                  {words[key]({ count: count?.totalCount ?? 0, more: count?.totalIsCapped ?? false })}
                </Link>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
