import { useEffect, useState } from 'react';
import { fingerprint } from '../vault/sealing';
import classes from './keys.module.css';

interface FingerprintProps {
  publicKey: string;
  label: string;
  hint?: string;
}

/** Short enough to be read out over the phone. */
export function Fingerprint({ publicKey, label, hint }: FingerprintProps) {
  const [letters, setLetters] = useState('');
  useEffect(() => {
    let isMounted = true;
    fingerprint(publicKey).then(
      (fingerprintText) => isMounted && setLetters(fingerprintText),
      () => isMounted && setLetters('–'),
    );
    return () => {
      isMounted = false;
    };
  }, [publicKey]);
  return (
    <dl className={classes.fingerprint}>
      <dt>{label}</dt>
      <dd className={classes.letters}>{letters}</dd>
      {hint && <dd className={classes.hint}>{hint}</dd>}
    </dl>
  );
}
