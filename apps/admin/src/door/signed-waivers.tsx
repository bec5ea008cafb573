import { Text, Title } from '@mantine/core';
import { Signature } from '../parts/ui/signature';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import classes from './door.module.css';
import type { DoorSignature } from './queries';

/** Waivers signed at an event: signer, text version, method and device. */
export function SignedWaivers({ signatures }: { signatures: readonly DoorSignature[] }) {
  const { t, words, locale } = useWords('door', 'waivers');
  const labels = t.waivers.signed;
  return (
    <section className={classes.card} aria-labelledby="signed">
      <Title order={2} id="signed" size="h4">
        {labels.title}
      </Title>
      <Text>{signatures.length === 0 ? labels.none : labels.lead}</Text>
      {signatures.length > 0 && (
        <ul className={classes.signed}>
          {signatures.map((one) => {
            const by = { name: one.signedName, when: formatDateTime(locale, one.signedAt) };
            const relation = one.guardianRelation && words.enums.guardianRelation[one.guardianRelation];
            return (
              <li key={one.id}>
                <strong>{one.name}</strong>
                <span>
                  {labels.waiver({ waiver: locale === 'es' ? one.waiverEs : one.waiver, version: one.version })}
                </span>
                <span>{relation ? labels.byGuardian({ ...by, relation }) : labels.bySelf(by)}</span>
                {one.witness && <span>{labels.device({ name: one.witness })}</span>}
                {one.signature ? (
                  <Signature path={one.signature} label={labels.drawn({ name: one.signedName })} />
                ) : (
                  <span>{labels.typed}</span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
