import { Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';

/** The heading of a step takes the focus when the step comes up, so that it is read out. */
export function StepHeading({ title, lead, first = false }: { title: string; lead: string; first?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!first) heading.current?.focus();
  }, [first]);
  return (
    <div>
      <Title order={1} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
        {title}
      </Title>
      <Text c="dimmed" mt={4}>
        {lead}
      </Text>
    </div>
  );
}
