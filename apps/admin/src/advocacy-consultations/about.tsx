import { Alert } from '@mantine/core';
import { Link } from 'react-router';
import { useSealedRead } from '../api/use-sealed';
import { LockIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { Pending } from '../parts/ui/pending';
import classes from '../parts/record/record.module.css';
import { Section } from '../parts/ui/section';
import { advocateKeysQuery, type AdvocateKeys } from '../vault/queries';
import { LockNow, isCryptoUnavailable, Unlock } from '../vault/unlock';
import { useDecryptedText } from '../vault/use-vault';
import { useWords } from '../words/words';
import type { Consultation } from './queries';

type Sealed = NonNullable<Consultation['aboutSealed']>;

export function About({ consultation: { about, aboutSealed } }: { consultation: Consultation }) {
  const { t } = useWords('consultations');
  const labels = t.consultations.about;
  return (
    <Section
      title={labels.title}
      lead={aboutSealed ? labels.byBrowser : about ? labels.byServer : undefined}
      actions={aboutSealed && <LockNow />}
    >
      {aboutSealed ? (
        <Keys sealed={aboutSealed} />
      ) : about ? (
        <p className={classes.written}>{about}</p>
      ) : (
        <p className={classes.soft}>{labels.nothing}</p>
      )}
    </Section>
  );
}

function Keys({ sealed }: { sealed: Sealed }) {
  const { t } = useWords('keys', 'vault');
  const { query } = useSealedRead(advocateKeysQuery, {});
  const { data, error, refetch } = query;
  if (isCryptoUnavailable()) return <AboutHint text={t.vault.noCrypto} />;
  if (!data) return <Pending error={error} retry={refetch} noun={t.keys.what} lines={2} />;
  return <SealedText sealed={sealed} keys={data.advocateKeys} />;
}

function SealedText({ sealed, keys }: { sealed: Sealed; keys: AdvocateKeys }) {
  const { t } = useWords('consultations');
  const labels = t.consultations.about;
  const decryption = useDecryptedText(sealed, keys);
  if (!keys.mine) return <AboutHint text={labels.noOwnKey} link={labels.toKeys} />;
  switch (decryption.state) {
    case 'no-key':
      return <AboutHint text={labels.notShared} link={labels.toKeys} />;
    case 'locked':
      return <Unlock ownKey={keys.mine} lead={labels.locked} />;
    case 'opening':
      return <Loading noun={labels.what} lines={1} />;
    case 'broken':
      return <AboutHint text={labels.broken} />;
    case 'open':
      return <p className={classes.written}>{decryption.text}</p>;
  }
}

function AboutHint({ text, link }: { text: string; link?: string }) {
  return (
    <Alert color="amber" icon={<LockIcon />}>
      {text} {link && <Link to="/keys">{link}</Link>}
    </Alert>
  );
}
