import { graphql } from '@upstander/api-client';
import { useState, type ReactNode } from 'react';
import { sessionEndHandler } from '../api/session-end';
import { useChange } from '../api/use-api';
import { deleteAllDrafts } from '../parts/forms/draft-store';
import { Confirm } from '../parts/ui/confirm';
import { vault } from '../vault/vault';
import { useWords } from '../words/words';

const signOutMutation = graphql(`
  mutation SignOut {
    signOut {
      ok
    }
  }
`);

const signOutEverywhereMutation = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere {
      ok
    }
  }
`);

/**
 * Removes personal data from this device. Sends unsent check-ins first. If that fails, `dialog` asks before deleting
 * them. `next` is the page to load afterward.
 */
export function useSignOut(next = '/admin/sign-in'): {
  signOut: (scope?: 'here' | 'everywhere') => void;
  pending: boolean;
  dialog: ReactNode;
} {
  const { t } = useWords();
  const [confirmation, setConfirmation] = useState<'here' | 'everywhere' | null>(null);
  const [sending, send] = useState(false);
  // Loads a new page, so that nothing about this user stays in memory.
  const onDone = () => {
    vault.lock();
    deleteAllDrafts();
    void import('../check-in/check-in-list-store')
      .then(({ deleteAllLists }) => deleteAllLists())
      .catch(() => undefined)
      .finally(() => window.location.assign(next));
  };
  const signOutHere = useChange(signOutMutation, { onDone, endsSession: true });
  const signOutEverywhere = useChange(signOutEverywhereMutation, { onDone, endsSession: true });

  const startSignOut = (scope: 'here' | 'everywhere') => {
    // A deliberate sign-out must not show "Your session has ended".
    const { go } = sessionEndHandler;
    sessionEndHandler.go = () => Promise.resolve(false);
    (scope === 'here' ? signOutHere : signOutEverywhere).mutate({}, { onError: () => (sessionEndHandler.go = go) });
  };
  const signOut = (scope: 'here' | 'everywhere' = 'here') => {
    send(true);
    void import('../check-in/send-marks')
      .then(({ sendUnsent }) => sendUnsent())
      .catch(() => 0)
      .then((unsentCount) => (unsentCount > 0 ? setConfirmation(scope) : startSignOut(scope)))
      .finally(() => send(false));
  };
  const pending = sending || signOutHere.isPending || signOutEverywhere.isPending;
  const dialog = (
    <Confirm
      opened={confirmation !== null}
      onClose={() => setConfirmation(null)}
      title={t.common.unsentTitle}
      text={t.common.unsentText}
      submitLabel={t.common.unsentSubmit}
      pendingLabel={t.common.unsentSubmit}
      pending={pending}
      error={null}
      onConfirm={() => confirmation && startSignOut(confirmation)}
    />
  );
  return { signOut, pending, dialog };
}
