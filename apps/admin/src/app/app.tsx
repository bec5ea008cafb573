import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { RouterProvider } from 'react-router';
import { queryClient } from '../api/query-client';
import { WordsProvider } from '../words/words';
import { router } from './router';
import { resolver, theme } from './theme';

export function App({ words }: { words: ComponentProps<typeof WordsProvider>['first'] }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolver} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <WordsProvider first={words}>
          <Notifications position="bottom-right" />
          <RouterProvider router={router} />
        </WordsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
