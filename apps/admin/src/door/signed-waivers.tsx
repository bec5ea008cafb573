import { Text, Title } from '@mantine/core';
import { Signature } from '../parts/ui/signature';
import { formatDateTime } from '../parts/ui/when';
import { useWords } from '../words/words';
import classes from './door.module.css';
import type { DoorSignature } from './queries';

/** What people signed at the door of an event: who, which text, how, and on whose device. */
export function SignedWaivers({ signatures }: { signatures: readonly DoorSignature[] }) {
  const { t, words, locale } = useWords('door', 'waivers');
  const say = t.waivers.signed;
  return (
    <section className={classes.card} aria-labelledby="signed">
      <Title order={2} id="signed" size="h4">
        {say.title}
      </Title>
      <Text>{signatures.length === 0 ? say.none : say.lead}</Text>
      {signatures.length > 0 && (
        <ul className={classes.signed}>
          {signatures.map((one) => {
            const by = { name: one.signedName, when: formatDateTime(locale, one.signedAt) };
            const relation = one.guardianRelation && words.enums.guardianRelation[one.guardianRelation];
            return (
              <li key={one.id}>
                <strong>{one.name}</strong>
                <span>{say.waiver({ waiver: locale === 'es' ? one.waiverEs : one.waiver, version: one.version })}</span>
                <span>{relation ? say.byGuardian({ ...by, relation }) : say.bySelf(by)}</span>
                {one.witness && <span>{say.device({ name: one.witness })}</span>}
                {one.signature ? (
                  <Signature path={one.signature} label={say.drawn({ name: one.signedName })} />
                ) : (
                  <span>{say.typed}</span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
