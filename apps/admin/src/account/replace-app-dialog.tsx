import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { ApiRefusal } from '@upstander/api-client';
import { useState, type FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { Dialog } from '../parts/ui/dialog';
import { DigitsInput } from '../session/digits-input';
import { Refused } from '../session/refused';
import { useWords } from '../words/words';
import classes from './account.module.css';
import { beginSecondStepSetupMutation, finishSecondStepSetupMutation } from './queries';

/** Sets up a new authenticator app. The old one works until the first code of the new one. */
export function ReplaceAppDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords('account');
  const labels = t.account.secondStep;
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const begin = useChange(beginSecondStepSetupMutation, { quiet: true });
  const finish = useChange(finishSecondStepSetupMutation, {
    quiet: true,
    success: () => labels.replaced,
    onDone: onClose,
  });
  const setup = begin.data?.beginSecondStepSetup;
  const currentPassword = password || null;
  const isPasswordWrong = begin.error instanceof ApiRefusal && begin.error.fields['currentPassword'] !== undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!setup) begin.mutate({ currentPassword });
    else if (code !== '') finish.mutate({ code, currentPassword });
  };

  return (
    <Dialog onClose={onClose} title={labels.replaceTitle}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {setup ? (
            <>
              <Text>{t.signIn.setupScan}</Text>
              <img
                src={`data:image/svg+xml,${encodeURIComponent(setup.qrSvg)}`}
                alt={t.signIn.setupPicture}
                className={classes.qr}
              />
              <Text size="sm" c="dimmed">
                {t.signIn.setupByHand} <b>{setup.secret.replace(/(.{4})(?=.)/g, '$1 ')}</b>
              </Text>
              <Text>{t.signIn.setupThen}</Text>
              <Refused error={finish.error} />
              <DigitsInput label={t.signIn.stepCode} value={code} onChange={setCode} autoFocus />
            </>
          ) : (
            <>
              <Text>{labels.replaceText}</Text>
              {!isPasswordWrong && <Refused error={begin.error} />}
              <PasswordInput
                label={t.account.currentPassword}
                description={t.account.currentPasswordHint}
                autoComplete="current-password"
                value={password}
                onChange={({ currentTarget }) => setPassword(currentTarget.value)}
                error={isPasswordWrong ? t.account.currentWrong : undefined}
                visibilityToggleButtonProps={{ 'aria-label': t.signIn.showPassword }}
                data-autofocus
              />
            </>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.common.cancel}
            </Button>
            <Button type="submit" loading={begin.isPending || finish.isPending}>
              {setup ? labels.replaceSubmit : t.signIn.stepSubmit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
