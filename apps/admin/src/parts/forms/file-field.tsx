import { Button, Input, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId, useRef, useState, type DragEvent } from 'react';
import { explain } from '../../api/explain';
import { sendFile } from '../../api/send-file';
import { useWords } from '../../words/words';
import classes from './file-field.module.css';
import { FileIcon } from '../ui/icons';

export interface KeptFile {
  id: string;
  url: string;
}

interface FileFieldProps {
  label: string;
  hint: string;
  purpose?: 'cover' | 'consent' | 'evidence';
  /** URL that the file is uploaded to; `/files` by default. */
  path?: string;
  /** File types offered by the file dialog. The API checks the content in any case. */
  accept: string;
  value: KeptFile | null;
  onChange: (file: KeptFile | null) => void;
  error?: string;
  required?: boolean;
  /** Called with true if the chosen file was rejected, so that the form is not sent without it. */
  onInvalid?: (wrong: boolean) => void;
}

const maxBytes = 10 * 1024 * 1024;

/** File input that uploads immediately, so that errors appear while the form is still open. */
export function FileField({
  label,
  hint,
  purpose,
  path = `/files?purpose=${purpose}`,
  accept,
  value,
  onChange,
  error,
  required,
  onInvalid,
}: FileFieldProps) {
  const { t, words, locale } = useWords('money');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const send = useMutation({
    mutationFn: (file: File) => sendFile<KeptFile>(path, file),
    onSuccess: onChange,
    onError: () => onInvalid?.(true),
  });
  const [refused, setRefused] = useState<string>();

  const take = (file: File | undefined) => {
    if (!file || send.isPending) return;
    setName(file.name);
    const kinds = accept.split(',');
    const problem =
      file.size > maxBytes
        ? t.money.file.tooLarge
        : kinds.includes(file.type)
          ? undefined
          : t.money.file.otherKind({ hint });
    send.reset();
    setRefused(problem);
    onInvalid?.(problem !== undefined);
    onChange(null);
    if (!problem) send.mutate(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const problem = refused ?? (send.error ? explain(words, locale, send.error) : error);

  const forget = () => {
    setName(null);
    setRefused(undefined);
    send.reset();
    onInvalid?.(false);
  };

  return (
    <Input.Wrapper
      label={label}
      labelProps={{ htmlFor: id }}
      description={hint}
      error={problem}
      size="md"
      required={required}
    >
      <div
        className={classes.drop}
        data-over={over || undefined}
        data-wrong={problem ? true : undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileIcon size={22} />
        <div className={classes.words} role="status">
          <FileState pending={send.isPending} name={name} value={value} />
        </div>
        <Button variant="default" size="xs" onClick={() => input.current?.click()} aria-describedby={`${id}-label`}>
          {value ? t.money.file.replace : t.money.file.choose}
        </Button>
        {problem && onInvalid && !required && (
          <Button variant="subtle" size="xs" onClick={forget}>
            {t.money.file.without}
          </Button>
        )}
        <input
          ref={input}
          id={id}
          type="file"
          accept={accept}
          className={classes.input}
          aria-invalid={problem ? true : undefined}
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
    </Input.Wrapper>
  );
}

function FileState({ pending, name, value }: { pending: boolean; name: string | null; value: KeptFile | null }) {
  const { t } = useWords('money');
  if (pending) return <Text size="sm">{t.money.file.sending({ name: name ?? '' })}</Text>;
  if (value) {
    return (
      <Text size="sm" className={classes.name}>
        <a href={value.url} target="_blank" rel="noreferrer">
          {name ?? t.money.file.open}
        </a>
      </Text>
    );
  }
  return (
    <Text size="sm" c="dimmed">
      {t.money.file.drop}
    </Text>
  );
}
