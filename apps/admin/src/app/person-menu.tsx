import { UnstyledButton } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { useChange } from '../api/use-api';
import { dropDrafts } from '../parts/forms/draft-store';
import { LanguageIcon, LinkIcon, OutIcon } from '../parts/ui/icons';
import type { Me } from '../session/me';
import { useLanguage } from '../session/use-language';
import { vault } from '../vault/vault';
import { useWords } from '../words/words';
import classes from './frame.module.css';

const signOutMutation = graphql(`
  mutation SignOut {
    signOut {
      ok
    }
  }
`);

/** Who is signed in, the language, and the way out. */
export function PersonMenu({ me }: { me: Me }) {
  const { t, locale } = useWords();
  const chooseLanguage = useLanguage();
  // A full load: nothing of this person stays in the memory of the page.
  const signOut = useChange(signOutMutation, {
    onDone: () => {
      vault.lock();
      dropDrafts();
      window.location.assign('/admin/sign-in');
    },
  });
  const other = locale === 'en' ? 'es' : 'en';

  return (
    <div className={classes.person}>
      <p className={classes.name}>
        <span className={classes.hidden}>{t.common.signedInAs({ name: '' })}</span>
        <strong>{me.name}</strong>
        <span>{me.email}</span>
      </p>
      <UnstyledButton className={classes.place} onClick={() => chooseLanguage(other)} lang={other}>
        <LanguageIcon />
        {t.common.otherLanguage}
      </UnstyledButton>
      <a className={classes.place} href="/events">
        <LinkIcon />
        {t.common.publicSite}
      </a>
      <UnstyledButton className={classes.place} onClick={() => signOut.mutate({})}>
        <OutIcon />
        {t.common.signOut}
      </UnstyledButton>
    </div>
  );
}
