import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { CalendarIcon } from './icons';
import classes from './empty.module.css';

export function Empty({
  title,
  text,
  icon,
  children,
}: {
  title: string;
  text?: string | undefined;
  icon?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <Stack align="center" gap="xs" className={classes.empty}>
      <span className={classes.icon}>{icon ?? <CalendarIcon size={26} />}</span>
      <Text fw={600} size="lg" ta="center">
        {title}
      </Text>
      {text && (
        <Text c="dimmed" ta="center" maw={420}>
          {text}
        </Text>
      )}
      {children}
    </Stack>
  );
}
