import { TextInput } from '@mantine/core';
import { Choice, type ChoiceProps } from './choice';
import type { SearchState } from './use-search-state';
import classes from './what-and-when.module.css';

interface WhatAndWhenProps extends Pick<ChoiceProps, 'label' | 'names'> {
  state: SearchState;
  /** The filter of the address that says what. */
  what: string;
  words: { from: string; to: string };
}

/** The filters of a list of what happened: what it was, and between which days. */
export function WhatAndWhen({ state: { get, set }, what, label, names, words }: WhatAndWhenProps) {
  return (
    <div className={classes.filters} role="search">
      <Choice label={label} value={get(what)} onChoose={(chosen) => set({ [what]: chosen })} names={names} />
      <TextInput
        type="date"
        label={words.from}
        value={get('from')}
        max={get('to')}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.to}
        value={get('to')}
        min={get('from')}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
    </div>
  );
}
