import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../parts/ui/dialog';
import { AlertIcon, CheckIcon, CloseIcon, InfoIcon } from '../parts/ui/icons';
import { Section } from '../parts/ui/section';
import { calendarDay, formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import classes from './beneficiaries.module.css';
import { CheckForm } from './check-form';
import type { Beneficiary, Duty } from './queries';

/** Lists the duties of collecting for another organization and lets staff record checks. */
export function DutyList({ beneficiary }: { beneficiary: Beneficiary }) {
  const words = useWords('beneficiaries').t.beneficiaries;
  const [checking, setChecking] = useState<Duty | null>(null);
  const close = () => setChecking(null);
  return (
    <Section title={words.duties} lead={words.dutiesLead}>
      <ul className={classes.duties} aria-label={words.dutyList}>
        {beneficiary.duties.map((duty) => (
          <DutyRow key={duty.duty} duty={duty} onCheck={beneficiary.archivedAt ? undefined : () => setChecking(duty)} />
        ))}
      </ul>
      <Dialog opened={checking !== null} onClose={close} title={checking ? words.duty[checking.duty] : ''}>
        {checking && <CheckForm beneficiaryId={beneficiary.id} duty={checking} onDone={close} />}
      </Dialog>
    </Section>
  );
}

function stateOf(duty: Duty) {
  if (duty.passed === null) return { tone: 'calm', word: 'never', Icon: InfoIcon } as const;
  if (!duty.passed) return { tone: 'bad', word: 'failed', Icon: CloseIcon } as const;
  if (!duty.holds || duty.due) return { tone: 'warn', word: 'lapsed', Icon: AlertIcon } as const;
  return { tone: 'good', word: 'holds', Icon: CheckIcon } as const;
}

function DutyRow({ duty, onCheck }: { duty: Duty; onCheck?: () => void }) {
  const { t, locale } = useWords('beneficiaries');
  const words = t.beneficiaries;
  const { tone, word, Icon } = stateOf(duty);
  const name = words.duty[duty.duty];
  return (
    <li className={classes.duty}>
      <span className={classes.mark} data-tone={tone}>
        <Icon size={15} />
      </span>
      <div className={classes.dutyWords}>
        <div className={classes.dutyTop}>
          <strong>{name}</strong>
          <span className={tone === 'calm' ? undefined : classes[tone]}>{words[word]}</span>
        </div>
        {duty.checkedBy && duty.checkedAt && (
          <p>
            {words.checkedBy({ name: duty.checkedBy, when: formatDateTime(locale, duty.checkedAt) })}
            {duty.validUntil && ` · ${words.validUntil({ day: calendarDay(locale, duty.validUntil) })}`}
          </p>
        )}
        {duty.source && <p>{words.source({ where: duty.source })}</p>}
        {duty.note && <p>{duty.note}</p>}
        <p>
          <a href={duty.lawUrl} target="_blank" rel="noreferrer">
            {duty.law}
          </a>
          , {words.lawRead({ day: calendarDay(locale, duty.lawReadOn) })}
          {duty.gates && ` · ${words.gates}`}
        </p>
      </div>
      {onCheck && (
        <Button variant="default" size="xs" aria-label={words.checkFor({ duty: name })} onClick={onCheck}>
          {words.check}
        </Button>
      )}
    </li>
  );
}
