import { useEffect } from 'react';
import { waitForDrafts } from '../parts/forms/draft-store';

/** The sign-in page is a separate app at the current URL. Keeps nothing in memory. */
export function SignInRedirect() {
  useEffect(() => {
    void waitForDrafts().then(() => window.location.reload());
  }, []);
  return null;
}
