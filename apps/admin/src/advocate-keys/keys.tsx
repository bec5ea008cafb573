import { Alert } from '@mantine/core';
import { useSealedRead } from '../api/use-sealed';
import { LockIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { advocateKeysQuery } from '../vault/queries';
import { LockNow, isCryptoUnavailable } from '../vault/unlock';
import { useWords } from '../words/words';
import { Colleagues } from './colleagues';
import { MyKey } from './my-key';
import { TeamKeyPart } from './team-key';

export function Keys() {
  const { t, labels } = useWords('keys', 'vault');
  const { query } = useSealedRead(advocateKeysQuery, {});
  const { data, error, refetch } = query;
  const refetchKeys = () => void refetch();
  return (
    <div>
      <PageHeader title={labels.title} lead={labels.lead}>
        <LockNow />
      </PageHeader>
      {isCryptoUnavailable() && (
        <Alert color="clay" icon={<LockIcon />} mb="lg">
          {t.vault.noCrypto}
        </Alert>
      )}
      {!data && <Pending error={error} retry={refetchKeys} noun={labels.what} />}
      {data && (
        <>
          <MyKey keys={data.advocateKeys} onChanged={refetchKeys} />
          <TeamKeyPart keys={data.advocateKeys} onChanged={refetchKeys} />
          <Colleagues keys={data.advocateKeys} onChanged={refetchKeys} />
        </>
      )}
    </div>
  );
}
