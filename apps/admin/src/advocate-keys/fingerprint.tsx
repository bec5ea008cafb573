import { useEffect, useState } from 'react';
import { fingerprint } from '../vault/sealing';
import classes from './keys.module.css';

interface FingerprintProps {
  publicKey: string;
  label: string;
  hint?: string;
}

/** Shows a public key as a short fingerprint that can be read out over the phone. */
export function Fingerprint({ publicKey, label, hint }: FingerprintProps) {
  const [letters, setLetters] = useState('');
  useEffect(() => {
    let here = true;
    fingerprint(publicKey).then(
      (found) => here && setLetters(found),
      () => here && setLetters('–'),
    );
    return () => {
      here = false;
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
