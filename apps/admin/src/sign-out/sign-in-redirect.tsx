import { useEffect } from 'react';
import { waitForDrafts } from '../parts/forms/draft-store';

/** Loads the sign-in page, a separate app, at the current URL. Saves drafts first and keeps nothing in memory. */
export function SignInRedirect() {
  useEffect(() => {
    void waitForDrafts().then(() => window.location.reload());
  }, []);
  return null;
}
