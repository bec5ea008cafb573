import { Text, Title } from '@mantine/core';
import { Signature } from '../parts/ui/signature';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import classes from './door.module.css';
import type { DoorSignature } from './queries';

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
          {signatures.map((waiver) => {
            const signerFacts = { name: waiver.signedName, when: formatDateTime(locale, waiver.signedAt) };
            const relation = waiver.guardianRelation && words.enums.guardianRelation[waiver.guardianRelation];
            return (
              <li key={waiver.id}>
                <strong>{waiver.name}</strong>
                <span>
                  {labels.waiver({
                    waiver: locale === 'es' ? waiver.waiverEs : waiver.waiver,
                    version: waiver.version,
                  })}
                </span>
                <span>{relation ? labels.byGuardian({ ...signerFacts, relation }) : labels.bySelf(signerFacts)}</span>
                {waiver.witness && <span>{labels.device({ name: waiver.witness })}</span>}
                {waiver.signature ? (
                  <Signature path={waiver.signature} label={t.shared.signatureOfName({ name: waiver.signedName })} />
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
