import { Title } from '@mantine/core';
import { useId } from 'react';
import { CoverLink } from '../parts/ui/cover-link';
import { useActionItemCounts } from './waiting';
import { PageHeader } from '../parts/ui/page-header';
import { Badge } from '../parts/ui/status-badge';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';
import classes from './section-overview.module.css';
import { sectionsFor, type NavScreen, type Section } from './sections';

type ScreenName = NavScreen['name'];

interface SectionOverviewProps {
  section: Section['name'];
  title: string;
  lead: string;
  groups: ReadonlyArray<{ title?: string; screens: readonly ScreenName[] }>;
  /** The purpose of each screen. */
  about: Readonly<Partial<Record<ScreenName, string>>>;
}

export function SectionOverview({ section, title, lead, groups, about }: SectionOverviewProps) {
  const me = useMe();
  const screens = sectionsFor(me).find(({ name }) => name === section)?.screens ?? [];
  return (
    <div>
      <PageHeader title={title} lead={lead} />
      <div className={classes.groups}>
        {groups.map((group) => (
          <Group
            key={group.screens.join()}
            title={group.title}
            screens={group.screens.flatMap((name) => screens.filter((screen) => screen.name === name))}
            about={about}
          />
        ))}
      </div>
    </div>
  );
}

interface GroupProps {
  title: string | undefined;
  screens: readonly NavScreen[];
  about: SectionOverviewProps['about'];
}

function Group({ title, screens, about }: GroupProps) {
  const { t } = useWords();
  const id = useId();
  const counts = useActionItemCounts(useMe());
  if (screens.length === 0) return null;
  return (
    <section aria-labelledby={title && id}>
      {title && (
        <Title order={2} id={id} className={classes.title}>
          {title}
        </Title>
      )}
      <ul className={classes.screens}>
        {screens.map(({ to, name }) => {
          const count = counts.get(to) ?? 0;
          return (
            <li key={to} className={classes.screen}>
              <div>
                <CoverLink to={to}>{t.common.nav[name]}</CoverLink>
                <p className={classes.about}>{about[name]}</p>
              </div>
              {count > 0 && <Badge tone="warn">{`${count} ${t.common.navWaiting}`}</Badge>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
