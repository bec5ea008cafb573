import { Button } from '@mantine/core';
import { Link, Outlet, useLocation } from 'react-router';
import { Empty } from '../parts/ui/empty';
import { LockIcon } from '../parts/ui/icons';
import { hasInbox, hasReports, isInOwnAreas } from '../navigation/sections';
import { PageHeader } from '../parts/ui/page-header';
import {
  hasPowerfulRole,
  isAdmin,
  isAdvocate,
  canEditDirectory,
  mayApproveBusinesses,
  mayModerate,
  mayOrganize,
  mayWriteArticles,
  canSeeFundraisers,
  canSeeMoney,
  canSeePersonalData,
  canSeeTrail,
  useMe,
} from '../session/use-me';
import { useWords } from '../words/words';

const opens = {
  admin: isAdmin,
  organizer: mayOrganize,
  finance: canSeeMoney,
  personalData: canSeePersonalData,
  fundraising: canSeeFundraisers,
  businesses: mayApproveBusinesses,
  moderator: mayModerate,
  advocate: isAdvocate,
  power: hasPowerfulRole,
  trail: canSeeTrail,
  articles: mayWriteArticles,
  directory: canEditDirectory,
  inbox: hasInbox,
  reports: hasReports,
};

/** The API checks permissions in any case; this explains the refusal instead of showing an empty list. */
export function RequireRole({ role }: { role: keyof typeof opens }) {
  const me = useMe();
  const { t } = useWords();
  const { pathname } = useLocation();
  if (opens[role](me) || isInOwnAreas(me, pathname)) return <Outlet />;
  return (
    <div>
      <PageHeader title={t.common.notYoursTitle} />
      <Empty title={t.common.notYoursTitle} text={t.common.notYoursText} icon={<LockIcon size={26} />}>
        <Button component={Link} to="/" variant="default">
          {t.common.goHome}
        </Button>
      </Empty>
    </div>
  );
}
