import { useWords } from '../words/words';
import { SectionOverview } from './section-overview';

export function Settings() {
  const { title, lead, groups, about } = useWords('settings').t.settings;
  return (
    <SectionOverview
      section="settings"
      title={title}
      lead={lead}
      groups={[
        {
          title: groups.organization,
          screens: [
            'organization',
            'volunteeringRules',
            'emailWording',
            'chapters',
            'credentialTypes',
            'terms',
            'legal',
          ],
        },
        {
          title: groups.access,
          screens: ['people', 'customRoles', 'roleRequests', 'security', 'staffActions', 'trail'],
        },
        { title: groups.system, screens: ['peoplesData', 'mail', 'accessTokens', 'webhooks', 'health'] },
        { title: groups.you, screens: ['account'] },
      ]}
      about={about}
    />
  );
}
