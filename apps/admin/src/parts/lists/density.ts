import { useLocalStorage } from '@mantine/hooks';

export const densities = ['compact', 'comfortable'] as const;
export type Density = (typeof densities)[number];

/** One line per row, or a second line for secondary text. */
export function useDensity() {
  return useLocalStorage<Density>({
    key: 'upstander.list-density',
    defaultValue: 'compact',
    getInitialValueInEffect: false,
  });
}
