import { languageName, listText, moneyText } from '@upstander/web-kit';
import { calendarDay } from '../parts/ui/dates';
import { useWords } from '../words/words';
import type { Opportunity } from './queries';

export function useFieldName(): (field: string) => string {
  const names: Record<string, string> = useWords('opportunities').t.opportunities.fields;
  return (field) => (Object.hasOwn(names, field) ? (names[field] ?? field) : field);
}

/** The API sends raw values, for example "true", "2500" or "hour". */
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

/** Formats pay, for example "$18 – $22 an hour". */
export function usePayText(): (pay: Opportunity['pay']) => string | null {
  const { words, locale } = useWords();
  return (pay) => {
    if (!pay) return null;
    const [minText, maxText] = [pay.min, pay.max].map((amount) => moneyText(locale, amount, { short: true }));
    return `${minText === maxText ? minText : `${minText} – ${maxText}`} ${words.enums.payUnit[pay.unit]}`;
  };
}
