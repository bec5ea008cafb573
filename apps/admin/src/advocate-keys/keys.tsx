import { Alert } from '@mantine/core';
import { useSealedRead } from '../api/use-sealed';
import { Failure } from '../parts/ui/failure';
import { LockIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { advocateKeysQuery } from '../vault/queries';
import { LockNow, mayNotSeal } from '../vault/unlock';
import { useWords } from '../words/words';
import { Colleagues } from './colleagues';
import { MyKey } from './my-key';
import { TeamKeyPart } from './team-key';

/** The keys that open what people sealed in their browsers: mine, the team's, and who holds it. */
export function Keys() {
  const { t } = useWords('keys', 'vault');
  const words = t.keys;
  const { query } = useSealedRead(advocateKeysQuery, {});
  const { data, error, refetch } = query;
  const again = () => void refetch();
  return (
    <div>
      <PageHeader title={words.title} lead={words.lead}>
        <LockNow />
      </PageHeader>
      {mayNotSeal() && (
        <Alert color="clay" icon={<LockIcon />} mb="lg">
          {t.vault.noCrypto}
        </Alert>
      )}
      {!data && !error && <Loading what={words.what} />}
      {!data && error && <Failure error={error} retry={again} />}
      {data && (
        <>
          <MyKey keys={data.advocateKeys} onChanged={again} />
          <TeamKeyPart keys={data.advocateKeys} onChanged={again} />
          <Colleagues keys={data.advocateKeys} onChanged={again} />
        </>
      )}
    </div>
  );
}
