import { languageName, listText, moneyText } from '@upstander/web-kit';
import { calendarDay } from '../parts/ui/when';
import { useWords } from '../words/words';
import type { Opportunity } from './queries';

/** The word for a field of the form, or its name where a newer API has one that we do not know. */
export function useFieldName(): (field: string) => string {
  const names: Record<string, string> = useWords('opportunities').t.opportunities.fields;
  return (field) => (Object.hasOwn(names, field) ? (names[field] ?? field) : field);
}

/** A value of `FieldChange` in words: the API sends what it keeps, such as “true”, “2500” or “hour”. */
export function useChangeWords(currency: string): (field: string, value: string) => string {
  const { t, words, locale } = useWords('opportunities');
  const { yes, no } = t.opportunities;
  const choices: Record<string, Record<string, string>> = {
    kind: words.enums.opportunityKind,
    payUnit: words.enums.payUnit,
  };
  return (field, value) => {
    if (value === '') return '';
    if (value === 'true') return yes;
    if (value === 'false') return no;
    if ((field === 'payMinMinor' || field === 'payMaxMinor') && /^\d+$/.test(value)) {
      return moneyText(locale, { amountMinor: value, currency }, { short: true });
    }
    if (field === 'startsOn') return calendarDay(locale, value);
    if (field === 'language' || field === 'languages') {
      return listText(
        locale,
        value.split(', ').map((code) => languageName(locale, code)),
      );
    }
    return choices[field]?.[value.toUpperCase()] ?? value;
  };
}

/** “$18 – $22 an hour”, or null where nothing is said. */
export function usePayText(): (pay: Opportunity['pay']) => string | null {
  const { words, locale } = useWords();
  return (pay) => {
    if (!pay) return null;
    const [least, most] = [pay.min, pay.max].map((amount) => moneyText(locale, amount, { short: true }));
    return `${least === most ? least : `${least} – ${most}`} ${words.enums.payUnit[pay.unit]}`;
  };
}
