import type { HelpLine, HelpLineTexts } from '@upstander/web-kit';

const everyDay = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** ItemList of https://schema.org/Service */
export function helpLineData(lines: readonly HelpLine[], textsOf: (line: HelpLine) => HelpLineTexts, url: string) {
  return {
    '@type': 'ItemList',
    url,
    itemListElement: lines.map((line, at) => {
      const { name, about } = textsOf(line);
      return {
        '@type': 'ListItem',
        position: at + 1,
        item: {
          '@type': 'Service',
          name,
          description: about,
          provider: { '@type': 'Organization', name: line.sourceName, url: line.sourceUrl },
          availableChannel: {
            '@type': 'ServiceChannel',
            serviceUrl: line.chatUrl ?? undefined,
            servicePhone: {
              '@type': 'ContactPoint',
              telephone: line.phone,
              contactType: line.forEmergencies ? 'emergency' : 'hotline',
              availableLanguage: line.languages.length > 0 ? line.languages : undefined,
              hoursAvailable: line.allDay
                ? { '@type': 'OpeningHoursSpecification', dayOfWeek: everyDay, opens: '00:00', closes: '23:59' }
                : undefined,
            },
            serviceSmsNumber:
              line.textNumber === null ? undefined : { '@type': 'ContactPoint', telephone: line.textNumber },
          },
        },
      };
    }),
  };
}
