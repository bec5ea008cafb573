import { Button, Radio, Stack, Text, TextInput } from '@mantine/core';
import { limits, type Locale } from '@upstander/web-kit';
import { useState } from 'react';
import { newKey } from '../../api/new-key';
import { useWordsIn } from '../../words/words';
import type { DoorWaiver, WaiverSignature } from '../queries';
import { SignaturePad } from './signature-pad';
import { isDrawn, pathOf, type Stroke } from './strokes';
import classes from './waivers.module.css';

/** Whose waivers they are; how old they are may not be known. */
export interface Signer {
  name: string;
  locale: Locale;
  age: 'adult' | 'minor' | 'unknown';
}

interface WaiverFormProps {
  signer: Signer;
  waivers: readonly DoorWaiver[];
  onSigned: (signatures: WaiverSignature[]) => void;
  /** Left out where somebody cannot come in without. */
  onSkip?: (() => void) | undefined;
}

/**
 * The waivers of somebody who stands at the door, one after another, in their language: read, and signed with a finger or by
 * typing the name. Of a minor a parent or guardian signs, who says so.
 */
export function WaiverForm({ signer, waivers, onSigned, onSkip }: WaiverFormProps) {
  const [locale, setLocale] = useState(signer.locale);
  const say = useWordsIn(locale, 'waivers');
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
  const told = (is: boolean, text: string) => (tried && is ? text : undefined);
  const sign = () => {
    setTried(true);
    if (Object.values(wrong).some(Boolean)) return;
    const { typeId, version } = waiver;
    const signature: WaiverSignature = {
      id: newKey(),
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
      <div className={classes.languages}>
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
      </div>
      <Text>{signer.age === 'minor' ? say.minorLead({ name }) : say.lead({ name })}</Text>
      <Text component="h3" fw={600}>
        {called}
        {waivers.length > 1 && ` (${say.nth({ nth: signed.length + 1, count: waivers.length })})`}
      </Text>
      <section className={classes.text} aria-label={called} tabIndex={0}>
        {locale === 'es' ? waiver.bodyEs : waiver.body}
      </section>
      {signer.age === 'unknown' && (
        <Radio.Group label={say.who} required value={who} onChange={setWho} error={told(wrong.who, say.whoMissing)}>
          <Stack gap={8} mt={6}>
            <Radio value="self" label={say.self({ name })} />
            <Radio value="guardian" label={say.guardian({ name })} />
          </Stack>
        </Radio.Group>
      )}
      {guardian && (
        <Radio.Group
          label={say.relation({ name })}
          required
          value={relation}
          onChange={setRelation}
          error={told(wrong.relation, say.relationMissing)}
        >
          <Stack gap={8} mt={6}>
            <Radio value="PARENT" label={say.parent} />
            <Radio value="LEGAL_GUARDIAN" label={say.legalGuardian} />
          </Stack>
        </Radio.Group>
      )}
      <Radio.Group label={say.how} value={how} onChange={setHow}>
        <Stack gap={8} mt={6}>
          <Radio value="draw" label={say.draw} />
          <Radio value="type" label={say.type} />
        </Stack>
      </Radio.Group>
      {needsName && (
        <TextInput
          label={guardian ? say.guardianName : say.fullName}
          description={how === 'type' ? say.typedCounts : undefined}
          required
          autoComplete="off"
          maxLength={limits.Credential.signedName}
          value={typed}
          error={told(wrong.name, say.nameMissing)}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
      {how === 'draw' && (
        <SignaturePad
          strokes={strokes}
          onChange={setStrokes}
          label={say.pad}
          clear={say.clear}
          error={told(wrong.strokes, say.strokesMissing)}
        />
      )}
      <Text size="sm" c="dimmed">
        {say.kept} {guardian && say.noGuardian({ name })}
      </Text>
      <div className={classes.acts}>
        <Button size="md" onClick={sign}>
          {say.sign}
        </Button>
        {onSkip && !guardian && (
          <Button size="md" variant="default" onClick={onSkip}>
            {say.skip}
          </Button>
        )}
      </div>
    </Stack>
  );
}
