import { Button, CopyButton, Stack, Text, UnstyledButton } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { CopyIcon } from '../parts/icons';
import { Loading } from '../parts/loading';
import { useWords } from '../words/words';
import { DigitsInput } from './digits-input';
import { beginSecondStepSetupMutation, finishSecondStepSetupMutation } from './queries';
import { Refused } from './refused';
import type { SignInState } from './sign-in';
import classes from './sign-in.module.css';
import { StepHeading } from './step-heading';

interface SetupProps {
  onState: (state: SignInState) => void;
  onStartAgain: () => void;
}

/** The first sign-in of staff: an authenticator app learns the secret, by picture or by hand, and proves it. */
export function SecondStepSetup({ onState, onStartAgain }: SetupProps) {
  const { t } = useWords();
  const [code, setCode] = useState('');
  const { mutate: begin, data, error, isIdle } = useChange(beginSecondStepSetupMutation, { quiet: true });
  const finish = useChange(finishSecondStepSetupMutation, {
    quiet: true,
    onDone: (done) => onState(done.finishSecondStepSetup.state),
  });
  useEffect(() => {
    if (isIdle) begin({});
  }, [begin, isIdle]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code !== '' && !finish.isPending) finish.mutate({ code });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <StepHeading title={t.signIn.setupTitle} lead={t.signIn.setupLead} />
        <Refused error={error ?? finish.error} />
        {!data && error == null && <Loading what={t.signIn.preparing} lines={2} />}
        {data && (
          <>
            <Text>{t.signIn.setupScan}</Text>
            <Secret {...data.beginSecondStepSetup} />
            <Text>{t.signIn.setupThen}</Text>
            <DigitsInput label={t.signIn.stepCode} value={code} onChange={setCode} />
            <Button type="submit" size="md" aria-disabled={finish.isPending}>
              {finish.isPending ? t.signIn.checking : t.signIn.setupSubmit}
            </Button>
          </>
        )}
        <UnstyledButton className={classes.other} onClick={onStartAgain}>
          {t.signIn.startAgain}
        </UnstyledButton>
      </Stack>
    </form>
  );
}

function Secret({ secret, qrSvg }: { secret: string; qrSvg: string }) {
  const { t } = useWords();
  return (
    <>
      <img className={classes.qr} src={`data:image/svg+xml,${encodeURIComponent(qrSvg)}`} alt={t.signIn.setupPicture} />
      <div>
        <Text size="sm" c="dimmed">
          {t.signIn.setupByHand}
        </Text>
        <Text className={classes.key}>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</Text>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" size="xs" mt={6} leftSection={<CopyIcon size={15} />} onClick={copy}>
              {copied ? t.common.copied : t.signIn.copyKey}
            </Button>
          )}
        </CopyButton>
      </div>
    </>
  );
}
