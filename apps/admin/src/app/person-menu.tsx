import { NativeSelect, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { whenSignedOut } from '../api/session-end';
import { useChange } from '../api/use-api';
import { dropAllDoors } from '../check-in/door-store';
import { dropDrafts } from '../parts/forms/draft-store';
import { LanguageIcon, LinkIcon, OutIcon, ThemeIcon } from '../parts/ui/icons';
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
      void dropAllDoors()
        .catch(() => undefined)
        .finally(() => window.location.assign('/admin/sign-in'));
    },
  });
  const leave = () => {
    // Whoever signs out is not told that their session has ended.
    const { go } = whenSignedOut;
    whenSignedOut.go = () => Promise.resolve(false);
    signOut.mutate({}, { onError: () => (whenSignedOut.go = go) });
  };
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
      <Theme />
      <a className={classes.place} href="/events">
        <LinkIcon />
        {t.common.publicSite}
      </a>
      <UnstyledButton className={classes.place} onClick={leave}>
        <OutIcon />
        {t.common.signOut}
      </UnstyledButton>
    </div>
  );
}

/** By day or by night, as the device says or as chosen here; this browser keeps it. */
function Theme() {
  const { t } = useWords('palette');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { theme, themes } = t.palette;
  return (
    <label className={classes.place}>
      <ThemeIcon />
      {theme}
      <NativeSelect
        size="xs"
        ml="auto"
        aria-label={theme}
        value={colorScheme}
        onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
        data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: themes[value] }))}
      />
    </label>
  );
}
