import { useLocalStorage } from '@mantine/hooks';

export const densities = ['compact', 'comfortable'] as const;
export type Density = (typeof densities)[number];

/** Row height of all lists on this device: one line, or a second line for secondary text. */
export function useDensity() {
  return useLocalStorage<Density>({
    key: 'upstander.list-density',
    defaultValue: 'compact',
    getInitialValueInEffect: false,
  });
}
