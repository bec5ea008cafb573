import { Drawer, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../words/words';

interface PreviewDrawerProps {
  opened: boolean;
  onClose: () => void;
  words: { previewTitle: string; previewLead: string };
  children: ReactNode;
}

export function PreviewDrawer({ opened, onClose, words, children }: PreviewDrawerProps) {
  const { t } = useWords();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="lg"
      title={words.previewTitle}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <Text c="dimmed" size="sm" mb="md">
        {words.previewLead}
      </Text>
      {children}
    </Drawer>
  );
}

export function PreviewTop({ title, summary }: { title: string; summary: string }) {
  return (
    <>
      <Title order={2} fz="display" lh={1.2}>
        {title}
      </Title>
      {summary && <Text mt={8}>{summary}</Text>}
    </>
  );
}
