import { useRead } from '../api/use-api';
import { Empty } from '../parts/ui/empty';
import { CheckIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { useWords } from '../words/words';
import { roleRequestsQuery } from './queries';
import { RoleRequestList } from './role-request-list';

export function RoleRequests() {
  const { t } = useWords('people');
  const { data, error, refetch } = useRead(roleRequestsQuery, {});
  return (
    <div>
      <PageHeader title={t.people.requests} lead={t.people.requestsLead} />
      {!data && <Pending error={error} retry={refetch} noun={t.people.requestsWhat} lines={3} />}
      {data?.roleRequests.length === 0 && (
        <Empty title={t.people.noRequestsTitle} text={t.people.noRequestsText} icon={<CheckIcon size={26} />} />
      )}
      {data && data.roleRequests.length > 0 && <RoleRequestList requests={data.roleRequests} />}
    </div>
  );
}
