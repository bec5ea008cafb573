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

export function SearchInput({ label, hint, value, onSearch }: SearchInputProps) {
  const [text, setText] = useState(value);
  const [lastValue, setLastValue] = useState(value);
  const search = useDebouncedCallback(onSearch, 300);
  // The URL changed (Back, filters cleared), so the field follows it.
  if (lastValue !== value) {
    setLastValue(value);
    if (text.trim() !== value.trim()) setText(value);
  }
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={hint}
      leftSection={<SearchIcon />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
      // Flushes on blur: a late search would navigate back from the page that a click has opened.
      onBlur={() => search.flush()}
    />
  );
}
