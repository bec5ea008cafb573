import { useRead } from '../../api/use-api';
import { meQuery } from '../../session/me';
import { todayIn } from './when';

/** Where the organisation and its public site are and what it collects in, its usual currency first. It arrives with the person, before any screen. */
export function useSettings(): {
  timeZone: string;
  currency: string;
  currencies: readonly string[];
  publicUrl: string;
} {
  const { data } = useRead(meQuery, {});
  const [currency] = data?.organisation.currencies ?? [];
  if (!data || currency === undefined) throw new Error('The organisation is not known yet.');
  return { ...data.organisation, currency };
}

/**
 * Today on the organisation's calendar, by which its server judges days that have come or not: for somebody in another
 * zone it may still be yesterday there.
 */
export function useToday(): string {
  return todayIn(useSettings().timeZone);
}
