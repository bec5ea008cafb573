import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { graphql } from '@upstander/api-client';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import { useWords } from '../words/words';

const areasQuery = graphql(`
  query ServedAreas($text: String!) {
    servedAreas(text: $text) {
      code
      label
    }
  }
`);

interface ServedAreasFieldProps {
  value: readonly string[];
  onChange: (codes: string[]) => void;
  /** Names of the areas already served. */
  names: ReadonlyMap<string, string>;
  error: string | undefined;
}

/** Selects states and counties. The API searches its list of more than 3,000. */
export function ServedAreasField({ value, onChange, names, error }: ServedAreasFieldProps) {
  const { labels } = useWords('services');
  const [searchText, setSearchText] = useState('');
  const [text] = useDebouncedValue(searchText.trim(), 200);
  const [selectedNames, setSelectedNames] = useState(names);
  const { data } = useRead(areasQuery, { text }, { enabled: text !== '' });
  const matches = text === '' ? [] : (data?.servedAreas ?? []);
  const namesByCode = new Map([...selectedNames, ...matches.map(({ code, label }) => [code, label] as const)]);
  return (
    <MultiSelect
      label={labels.servedAreas}
      description={labels.servedAreasHint}
      placeholder={labels.servedAreasSearch}
      nothingFoundMessage={text !== '' && data ? labels.noAreaFound : undefined}
      searchable
      searchValue={searchText}
      onSearchChange={setSearchText}
      // Already filtered by the API: "la county" is not a substring of "Los Angeles County, CA".
      filter={({ options }) => options}
      data={[...new Set([...value, ...matches.map(({ code }) => code)])].map((code) => ({
        value: code,
        label: namesByCode.get(code) ?? code,
      }))}
      value={[...value]}
      onChange={(codes) => {
        setSelectedNames(namesByCode);
        onChange(codes);
      }}
      error={error}
      hidePickedOptions
    />
  );
}
