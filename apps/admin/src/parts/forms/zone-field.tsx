import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useWords } from '../../words/words';
import { zoneGroups } from './zones';

interface ZoneFieldProps {
  label: string;
  description?: string;
  value?: string;
  error?: string | undefined;
  /** Zones to offer first, besides those of the United States. */
  likely?: readonly string[];
  onChange: (zone: string) => void;
}

export function ZoneField({ value = '', likely, onChange, ...field }: ZoneFieldProps) {
  const { locale } = useWords();
  const first = [value, ...(likely ?? [])].filter(Boolean).join();
  const data = useMemo(() => zoneGroups(locale, Intl.supportedValuesOf('timeZone'), first.split(',')), [locale, first]);
  return (
    <Select
      {...field}
      data={data}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      size="md"
      searchable
      allowDeselect={false}
      maxDropdownHeight={320}
    />
  );
}
