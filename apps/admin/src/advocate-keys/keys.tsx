import { Alert } from '@mantine/core';
import { useSealedRead } from '../api/use-sealed';
import { Failure } from '../parts/ui/failure';
import { LockIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { advocateKeysQuery } from '../vault/queries';
import { LockNow, isCryptoUnavailable } from '../vault/unlock';
import { useWords } from '../words/words';
import { Colleagues } from './colleagues';
import { MyKey } from './my-key';
import { TeamKeyPart } from './team-key';

/** Manages the user's key pair and the team keys, which decrypt what people sealed in their browsers. */
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
      {isCryptoUnavailable() && (
        <Alert color="clay" icon={<LockIcon />} mb="lg">
          {t.vault.noCrypto}
        </Alert>
      )}
      {!data && !error && <Loading noun={words.what} />}
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
