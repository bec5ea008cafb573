import { Badge, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { MyTokens } from '../access-tokens/my-tokens';
import { useRead } from '../api/use-api';
import { MyDoorLinks } from '../door/door-links';
import { notify } from '../parts/notifications/notify';
import { PageHeader } from '../parts/ui/page-header';
import { useLanguage } from '../session/use-language';
import { canManage, useMe } from '../session/use-me';
import { nameIn } from '../words/name-in';
import { useWords } from '../words/words';
import classes from './account.module.css';
import { ChapterPages } from './chapter-pages';
import { MyNotifications } from './my-notifications';
import { Passkeys } from './passkeys';
import { PasswordForm } from './password-form';
import { SecondStep } from './second-step';
import { Sessions } from './sessions';
import { SingleSignOn, useSingleSignOn } from './single-sign-on';

export function Account() {
  const { t, words, locale } = useWords('accessTokens', 'account', 'door', 'people');
  const me = useMe();
  const chooseLanguage = useLanguage();
  const singleSignOn = useSingleSignOn();
  const roles = [
    ...me.grants.map(({ role, chapter }) => ({ role: words.enums.role[role], chapter })),
    ...me.customGrants.map(({ chapter, ...role }) => ({ role: nameIn(locale, role), chapter })),
  ];
  return (
    <div>
      <PageHeader title={t.account.title} lead={`${me.name} · ${me.email}`} />
      <div className={classes.parts}>
        <Part title={t.shared.roles}>
          <Group gap="xs">
            {me.grants.length + me.customGrants.length + me.coOrganizedIds.length === 0 && (
              <Text c="dimmed">{t.people.noRoles}</Text>
            )}
            {roles.map(({ role, chapter }) => (
              <Badge key={`${role}${chapter?.id ?? ''}`} variant="light" size="lg" tt="none">
                {chapter ? t.people.roleAt({ role, chapter: chapter.name }) : role}
              </Badge>
            ))}
          </Group>
          <CoOrganizedEvents />
        </Part>
        <Part title={t.shared.twoStepSignIn}>
          <SecondStep />
        </Part>
        <Part title={t.account.passkeys.title}>
          <Passkeys />
        </Part>
        {singleSignOn && (
          <Part title={t.shared.singleSignOn}>
            <SingleSignOn {...singleSignOn} />
          </Part>
        )}
        <Part title={t.shared.language}>
          <NativeSelect
            aria-label={t.shared.language}
            description={t.account.languageHint}
            inputWrapperOrder={['input', 'description']}
            value={locale}
            onChange={(event) => chooseLanguage(event.currentTarget.value === 'es' ? 'es' : 'en')}
            data={[
              { value: 'en', label: t.account.english },
              { value: 'es', label: t.account.spanish },
            ]}
          />
        </Part>
        <Part title={t.account.notifications.title}>
          <MyNotifications />
        </Part>
        <Part title={t.account.chapterPages.title}>
          <ChapterPages />
        </Part>
        <Part title={t.account.password}>
          <PasswordForm onChanged={() => notify.success(t.account.passwordChanged)} />
        </Part>
        {me.grants.length + me.customGrants.length > 0 && (
          <Part title={t.accessTokens.title}>
            <MyTokens />
          </Part>
        )}
        <Part title={t.account.sessions}>
          <Stack>
            <Text c="dimmed" size="sm">
              {t.account.sessionsLead}
            </Text>
            <Sessions />
          </Stack>
        </Part>
        {(canManage(me, 'ROSTER') || me.coOrganizedIds.length > 0) && (
          <Part title={t.door.links}>
            <MyDoorLinks accountId={me.id} />
          </Part>
        )}
      </div>
    </div>
  );
}

const coOrganizedQuery = graphql(`
  query MyCoOrganizedEvents {
    myCoOrganizedEvents {
      id
      kind
      title
    }
  }
`);

function CoOrganizedEvents() {
  const { t } = useWords('coOrganizers');
  const me = useMe();
  const { data } = useRead(coOrganizedQuery, {}, { enabled: me.coOrganizedIds.length > 0 });
  const events = data?.myCoOrganizedEvents ?? [];
  if (events.length === 0) return null;
  return (
    <Text size="sm" mt="xs">
      {t.coOrganizers.mine}{' '}
      {events.map(({ id, kind, title }, at) => (
        <Fragment key={id}>
          {at > 0 && ', '}
          {kind === 'EVENT' ? <Link to={`/events/${id}`}>{title}</Link> : title}
        </Fragment>
      ))}
    </Text>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <Title order={2}>{title}</Title>
      <div className={classes.body}>{children}</div>
    </section>
  );
}
