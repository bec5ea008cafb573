import { UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { LanguageIcon, LinkIcon, OptionsIcon, OutIcon, ThemeIcon } from '../parts/ui/icons';
import { Link } from 'react-router';
import type { Me } from '../session/me';
import { isLimitedStaff } from '../session/use-me';
import { useSignOut } from '../sign-out/sign-out';
import { useLanguage } from '../session/use-language';
import { useWords } from '../words/words';
import classes from './frame.module.css';

export function PersonMenu({ me }: { me: Me }) {
  const { t, locale } = useWords();
  const chooseLanguage = useLanguage();
  const { signOut, pending, dialog } = useSignOut();
  const otherLocale = locale === 'en' ? 'es' : 'en';

  return (
    <div className={classes.person}>
      <p className={classes.name}>
        <span className={classes.hidden}>{t.common.signedInAs({ name: '' })}</span>
        <strong>{me.name}</strong>
        <span>{me.email}</span>
      </p>
      <div className={classes.personActions}>
        <UnstyledButton className={classes.action} onClick={() => chooseLanguage(otherLocale)} lang={otherLocale}>
          <LanguageIcon />
          {t.common.otherLanguage}
        </UnstyledButton>
        <Theme />
        {isLimitedStaff(me) && (
          <Link className={classes.action} to="/account">
            <OptionsIcon />
            {t.common.nav.account}
          </Link>
        )}
        <a className={classes.action} href="/events">
          <LinkIcon />
          {t.common.publicSite}
        </a>
        <UnstyledButton className={classes.action} aria-disabled={pending} onClick={() => pending || signOut()}>
          <OutIcon />
          {t.common.signOut}
        </UnstyledButton>
      </div>
      {dialog}
    </div>
  );
}

function Theme() {
  const { t } = useWords('palette');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { theme, themes } = t.palette;
  return (
    <div className={classes.action}>
      <ThemeIcon />
      <select
        className={classes.theme}
        aria-label={theme}
        value={colorScheme}
        onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
      >
        {(['auto', 'light', 'dark'] as const).map((value) => (
          <option key={value} value={value}>
            {themes[value]}
          </option>
        ))}
      </select>
    </div>
  );
}
