import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { SearchIcon } from '../ui/icons';

interface SearchInputProps {
  label: string;
  hint: string;
  value: string;
  onSearch: (text: string) => void;
}

/** Searches while one types, once the fingers rest. */
export function SearchInput({ label, hint, value, onSearch }: SearchInputProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const search = useDebouncedCallback(onSearch, 300);
  // The address changed by itself (Back, filters cleared): show what it says.
  if (known !== value) {
    setKnown(value);
    if (typed.trim() !== value.trim()) setTyped(value);
  }
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={hint}
      leftSection={<SearchIcon />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
      // Whoever leaves the field presses something: a search that came later would take them back from where it leads.
      onBlur={() => search.flush()}
    />
  );
}
