import { Alert } from '@mantine/core';
import { Link } from 'react-router';
import { useSealedRead } from '../api/use-sealed';
import { Failure } from '../parts/ui/failure';
import { LockIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import classes from '../parts/record/record.module.css';
import { Section } from '../parts/ui/section';
import { advocateKeysQuery, type AdvocateKeys } from '../vault/queries';
import { LockNow, isCryptoUnavailable, Unlock } from '../vault/unlock';
import { useDecryptedText } from '../vault/use-vault';
import { useWords } from '../words/words';
import type { Consultation } from './queries';

type Sealed = NonNullable<Consultation['aboutSealed']>;

/** Shows the person's message, sealed by the server or for the advocates' keys. */
export function About({ consultation: { about, aboutSealed } }: { consultation: Consultation }) {
  const { t } = useWords('consultations');
  const words = t.consultations.about;
  return (
    <Section
      title={words.title}
      lead={aboutSealed ? words.byBrowser : about ? words.byServer : undefined}
      actions={aboutSealed && <LockNow />}
    >
      {aboutSealed ? (
        <Keys sealed={aboutSealed} />
      ) : about ? (
        <p className={classes.written}>{about}</p>
      ) : (
        <p className={classes.soft}>{words.nothing}</p>
      )}
    </Section>
  );
}

function Keys({ sealed }: { sealed: Sealed }) {
  const { t } = useWords('keys', 'vault');
  const { query } = useSealedRead(advocateKeysQuery, {});
  const { data, error, refetch } = query;
  if (isCryptoUnavailable()) return <Hint text={t.vault.noCrypto} />;
  if (!data)
    return error ? <Failure error={error} retry={() => void refetch()} /> : <Loading noun={t.keys.what} lines={2} />;
  return <SealedText sealed={sealed} keys={data.advocateKeys} />;
}

function SealedText({ sealed, keys }: { sealed: Sealed; keys: AdvocateKeys }) {
  const { t } = useWords('consultations');
  const words = t.consultations.about;
  const opening = useDecryptedText(sealed, keys);
  if (!keys.mine) return <Hint text={words.noOwnKey} link={words.toKeys} />;
  switch (opening.state) {
    case 'no-key':
      return <Hint text={words.notShared} link={words.toKeys} />;
    case 'locked':
      return <Unlock mine={keys.mine} lead={words.locked} />;
    case 'opening':
      return <Loading noun={words.what} lines={1} />;
    case 'broken':
      return <Hint text={words.broken} />;
    case 'open':
      return <p className={classes.written}>{opening.text}</p>;
  }
}

function Hint({ text, link }: { text: string; link?: string }) {
  return (
    <Alert color="amber" icon={<LockIcon />}>
      {text} {link && <Link to="/keys">{link}</Link>}
    </Alert>
  );
}
