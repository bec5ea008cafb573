import { intlTag, unitedStatesZones, zoneName, type Locale } from '@upstander/web-kit';

/** Outdated zone names that browsers still list. */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Johnston': 'Pacific/Honolulu',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** UN M49 region codes by the first part of a zone name. Exceptions have the full name. */
const regions: Readonly<Record<string, string>> = {
  America: '019',
  Europe: '150',
  Africa: '002',
  Asia: '142',
  Australia: '009',
  Pacific: '009',
  Antarctica: 'AQ',
  Arctic: '150',
  Atlantic: '150',
  Indian: '142',
  'Atlantic/Bermuda': '019',
  'Atlantic/Cape_Verde': '002',
  'Atlantic/South_Georgia': '019',
  'Atlantic/St_Helena': '002',
  'Atlantic/Stanley': '019',
  'Indian/Antananarivo': '002',
  'Indian/Christmas': '009',
  'Indian/Cocos': '009',
  'Indian/Comoro': '002',
  'Indian/Kerguelen': 'AQ',
  'Indian/Mahe': '002',
  'Indian/Mauritius': '002',
  'Indian/Mayotte': '002',
  'Indian/Reunion': '002',
};

interface Zone {
  value: string;
  label: string;
}

export interface ZoneGroup {
  group: string;
  items: Zone[];
}

/**
 * Returns zone options: `likely` and U.S. zones first, the others by region. Replaces outdated names and omits zones
 * without a place.
 */
export function zoneGroups(
  locale: Locale,
  all: readonly string[],
  likely: readonly string[] = [],
): Array<Zone | ZoneGroup> {
  const today = (zone: string) => renamed[zone] ?? zone;
  const own = [...new Set(likely.map(today))].filter((zone) => !unitedStatesZones.includes(zone));
  const region = new Intl.DisplayNames(intlTag(locale), { type: 'region' });
  const named = (value: string): Zone => ({ value, label: firstName(locale, value) });
  const groups = new Map<string, Zone[]>();
  for (const zone of new Set(all.map(today))) {
    const code = regions[zone] ?? regions[zone.slice(0, zone.indexOf('/'))];
    if (code === undefined || unitedStatesZones.includes(zone) || own.includes(zone)) continue;
    const items = groups.get(code) ?? [];
    items.push({ value: zone, label: cityOf(zone) });
    groups.set(code, items);
  }
  const others = [...new Set(Object.values(regions))].map((code) => ({
    group: region.of(code) ?? code,
    items: (groups.get(code) ?? []).sort((one, other) => one.label.localeCompare(other.label, locale)),
  }));
  return [
    ...own.map(named),
    { group: region.of('US') ?? 'US', items: unitedStatesZones.map(named) },
    ...others.filter(({ items }) => items.length > 0),
  ];
}

function firstName(locale: Locale, zone: string): string {
  const name = zoneName(locale, zone);
  const named = name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  return zone.includes('/') ? `${named} (${cityOf(zone)})` : named;
}

/** The city of a zone, with its state or country if the zone names one: `Knox, Indiana`. */
function cityOf(zone: string): string {
  return zone.split('/').slice(1).reverse().join(', ').replaceAll('_', ' ');
}
