import { Button, CopyButton, PasswordInput, Stack, Text, UnstyledButton } from '@mantine/core';
import { isRefusal } from '@upstander/api-client';
import { useEffect, useState, type FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { CopyIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { useStartWords } from '../words/words';
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
  const { t } = useStartWords();
  const [code, setCode] = useState('');
  const [currentPassword, setCurrentPassword] = useState('');
  const { mutate: begin, data, error, isIdle, isPending } = useChange(beginSecondStepSetupMutation, { quiet: true });
  const finish = useChange(finishSecondStepSetupMutation, {
    quiet: true,
    onDone: (done) => onState(done.finishSecondStepSetup.state),
  });
  useEffect(() => {
    if (isIdle) begin({});
  }, [begin, isIdle]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!data) {
      if (asksPassword && currentPassword !== '' && !isPending) begin({ currentPassword });
    } else if (code !== '' && !finish.isPending) {
      finish.mutate({ code, currentPassword: currentPassword === '' ? null : currentPassword });
    }
  };
  // An open session is not enough: only its owner may say whose phone it takes from now on.
  const asksPassword = isRefusal(error, 'BAD_INPUT') && error.fields['currentPassword'] !== undefined;
  const wrong = isRefusal(error) && error.fields['currentPassword'] === 'wrong';

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <StepHeading title={t.signIn.setupTitle} lead={t.signIn.setupLead} />
        <Refused error={asksPassword ? null : (error ?? finish.error)} />
        {!data && asksPassword && (
          <>
            <PasswordInput
              label={t.signIn.password}
              autoComplete="current-password"
              value={currentPassword}
              onChange={(event) => setCurrentPassword(event.currentTarget.value)}
              error={wrong ? t.fieldReasons.wrong : undefined}
              visibilityToggleButtonProps={{ 'aria-label': t.signIn.showPassword }}
            />
            <Button type="submit" size="md">
              {t.signIn.stepSubmit}
            </Button>
          </>
        )}
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
  const { t } = useStartWords();
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
