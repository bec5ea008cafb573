import { useRead } from '../api/use-api';
import { meQuery } from './me';
import { todayIn } from '../parts/ui/dates';

/** The default currency is first. Loaded with the user, before any screen. */
export function useSettings(): {
  timeZone: string;
  currency: string;
  currencies: readonly string[];
  /** The most guests that a volunteer may bring. */
  guestsPerSignup: number;
  publicUrl: string;
  name: string;
  logo: { url: string } | null;
} {
  const { data } = useRead(meQuery, {});
  const [currency] = data?.organization.currencies ?? [];
  if (!data || currency === undefined) throw new Error('The organization is not known yet.');
  return { ...data.organization, currency };
}

/** Returns today in the organization's time zone, as the API does. The user's own date can differ. */
export function useToday(): string {
  return todayIn(useSettings().timeZone);
}
