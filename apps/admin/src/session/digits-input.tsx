import { TextInput } from '@mantine/core';

interface DigitsInputProps {
  label: string;
  value: string;
  onChange: (digits: string) => void;
  autoFocus?: boolean;
}

/** Removes pasted spaces. */
export function DigitsInput({ label, value, onChange, autoFocus }: DigitsInputProps) {
  return (
    <TextInput
      label={label}
      styles={{
        input: { fontSize: 'var(--mantine-font-size-xl)', letterSpacing: '0.3em', fontVariantNumeric: 'tabular-nums' },
      }}
      inputMode="numeric"
      autoComplete="one-time-code"
      autoFocus={autoFocus}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.replace(/\D/g, '').slice(0, 6))}
    />
  );
}
