import { graphql } from '../api/graphql';
import { useRead } from '../api/use-api';

const settingsQuery = graphql(`
  query FundraisingSettings {
    fundraisingSettings {
      timeZone
      currencies
    }
  }
`);

/** Where the organisation is and what it collects in; until the answer is there, the reader's zone and dollars. */
export function useSettings(): { timeZone: string; currency: string; currencies: readonly string[]; ready: boolean } {
  const { data, isPending } = useRead(settingsQuery, {});
  const { timeZone, currencies } = data?.fundraisingSettings ?? {
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    currencies: ['USD'],
  };
  return { timeZone, currencies, currency: currencies[0] ?? 'USD', ready: !isPending };
}
