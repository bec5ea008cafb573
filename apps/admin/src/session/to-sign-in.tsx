import { useEffect } from 'react';
import { draftsWritten } from '../parts/forms/draft-store';

/**
 * The page to sign in is no part of this app, so that it needs nothing of it: this loads it, under the address that is
 * there already. What was typed into a form is first kept, and nothing of a screen stays in memory.
 */
export function ToSignIn() {
  useEffect(() => {
    void draftsWritten().then(() => window.location.reload());
  }, []);
  return null;
}
