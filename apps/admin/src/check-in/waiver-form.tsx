import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { limits, type Locale } from '@upstander/web-kit';
import { useState } from 'react';
import { randomUuid } from '../api/new-key';
import { useWordsIn } from '../words/words';
import type { DoorWaiver, WaiverSignature } from './queries';
import { SignaturePad } from './waivers/signature-pad';
import { isDrawn, pathOf, type Stroke } from './waivers/strokes';
import classes from './waivers/waivers.module.css';

/** The person to sign for. The age may be unknown. */
export interface Signer {
  name: string;
  locale: Locale;
  age: 'adult' | 'minor' | 'unknown';
}

interface WaiverFormProps {
  signer: Signer;
  waivers: readonly DoorWaiver[];
  onSigned: (signatures: WaiverSignature[]) => void;
  /** Omitted if the waiver is required for check-in. */
  onSkip?: (() => void) | undefined;
}

/**
 * Waivers to sign at check-in, one after another, in the person's language: drawn signature or typed name. For a minor,
 * a parent or guardian signs and states so.
 */
export function WaiverForm({ signer, waivers, onSigned, onSkip }: WaiverFormProps) {
  const [locale, setLocale] = useState(signer.locale);
  const labels = useWordsIn(locale, 'waivers');
  const [signed, setSigned] = useState<readonly WaiverSignature[]>([]);
  const [who, setWho] = useState({ adult: 'self', minor: 'guardian', unknown: '' }[signer.age]);
  const [how, setHow] = useState('draw');
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [typed, setTyped] = useState('');
  const [relation, setRelation] = useState('');
  const [tried, setTried] = useState(false);
  const waiver = waivers[signed.length];
  if (!waiver) return null;
  const { name } = signer;
  const guardian = who === 'guardian';
  const called = locale === 'es' ? waiver.nameEs : waiver.name;
  const needsName = guardian || how === 'type';
  const wrong = {
    who: who === '',
    relation: guardian && relation === '',
    name: needsName && typed.trim() === '',
    strokes: how === 'draw' && !isDrawn(strokes),
  };
  const errorIf = (is: boolean, text: string) => (tried && is ? text : undefined);
  const sign = () => {
    setTried(true);
    if (Object.values(wrong).some(Boolean)) return;
    const { typeId, version } = waiver;
    const signature: WaiverSignature = {
      id: randomUuid(),
      typeId,
      version,
      locale: locale === 'es' ? 'ES' : 'EN',
      at: new Date().toISOString(),
      name: needsName ? typed.trim() : name,
      signature: how === 'draw' ? pathOf(strokes) : null,
      guardianRelation: guardian ? (relation as 'PARENT' | 'LEGAL_GUARDIAN') : null,
    };
    const all = [...signed, signature];
    setStrokes([]);
    setTried(false);
    setSigned(all);
    if (all.length === waivers.length) onSigned(all);
  };
  return (
    <Stack lang={locale}>
      <Group gap="xs">
        {(['en', 'es'] as const).map((one) => (
          <Button
            key={one}
            lang={one}
            size="compact-md"
            variant={one === locale ? 'light' : 'default'}
            aria-pressed={one === locale}
            onClick={() => setLocale(one)}
          >
            {{ en: 'English', es: 'Español' }[one]}
          </Button>
        ))}
      </Group>
      <Text>{signer.age === 'minor' ? labels.minorLead({ name }) : labels.lead({ name })}</Text>
      <Text component="h3" fw={600}>
        {called}
        {waivers.length > 1 && ` (${labels.nth({ nth: signed.length + 1, count: waivers.length })})`}
      </Text>
      <section className={classes.text} aria-label={called} tabIndex={0}>
        {locale === 'es' ? waiver.bodyEs : waiver.body}
      </section>
      {signer.age === 'unknown' && (
        <Radio.Group
          label={labels.who}
          required
          value={who}
          onChange={setWho}
          error={errorIf(wrong.who, labels.whoMissing)}
        >
          <Stack gap={8} mt={8}>
            <Radio value="self" label={labels.self({ name })} />
            <Radio value="guardian" label={labels.guardian({ name })} />
          </Stack>
        </Radio.Group>
      )}
      {guardian && (
        <Radio.Group
          label={labels.relation({ name })}
          required
          value={relation}
          onChange={setRelation}
          error={errorIf(wrong.relation, labels.relationMissing)}
        >
          <Stack gap={8} mt={8}>
            <Radio value="PARENT" label={labels.parent} />
            <Radio value="LEGAL_GUARDIAN" label={labels.legalGuardian} />
          </Stack>
        </Radio.Group>
      )}
      <Radio.Group label={labels.how} value={how} onChange={setHow}>
        <Stack gap={8} mt={8}>
          <Radio value="draw" label={labels.draw} />
          <Radio value="type" label={labels.type} />
        </Stack>
      </Radio.Group>
      {needsName && (
        <TextInput
          label={guardian ? labels.guardianName : labels.fullName}
          description={how === 'type' ? labels.typedCounts : undefined}
          required
          autoComplete="off"
          maxLength={limits.Credential.signedName}
          value={typed}
          error={errorIf(wrong.name, labels.nameMissing)}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
      {how === 'draw' && (
        <SignaturePad
          strokes={strokes}
          onChange={setStrokes}
          label={labels.pad}
          clearLabel={labels.clear}
          error={errorIf(wrong.strokes, labels.strokesMissing)}
        />
      )}
      <Text size="sm" c="dimmed">
        {labels.kept} {guardian && labels.noGuardian({ name })}
      </Text>
      <div className={classes.acts}>
        <Button size="md" onClick={sign}>
          {labels.sign}
        </Button>
        {onSkip && !guardian && (
          <Button size="md" variant="default" onClick={onSkip}>
            {labels.skip}
          </Button>
        )}
      </div>
    </Stack>
  );
}
