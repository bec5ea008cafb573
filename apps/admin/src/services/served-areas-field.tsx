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
  /** Names of the areas the service serves already. */
  names: ReadonlyMap<string, string>;
  error: string | undefined;
}

/** Picks states and counties; the server searches its list of more than 3,000. */
export function ServedAreasField({ value, onChange, names, error }: ServedAreasFieldProps) {
  const { t } = useWords('services');
  const say = t.services;
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 200);
  const [chosen, setChosen] = useState(names);
  const { data } = useRead(areasQuery, { text }, { enabled: text !== '' });
  const found = text === '' ? [] : (data?.servedAreas ?? []);
  const labels = new Map([...chosen, ...found.map(({ code, label }) => [code, label] as const)]);
  return (
    <MultiSelect
      label={say.servedAreas}
      description={say.servedAreasHint}
      placeholder={say.servedAreasSearch}
      nothingFoundMessage={text !== '' && data ? say.noAreaFound : undefined}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has matched them: "la county" is no part of "Los Angeles County, CA".
      filter={({ options }) => options}
      data={[...new Set([...value, ...found.map(({ code }) => code)])].map((code) => ({
        value: code,
        label: labels.get(code) ?? code,
      }))}
      value={[...value]}
      onChange={(codes) => {
        setChosen(labels);
        onChange(codes);
      }}
      error={error}
      hidePickedOptions
    />
  );
}
