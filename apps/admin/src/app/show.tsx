import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './base.css';
import { StrictMode, type ComponentProps } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';

/** Puts the admin on the page, in the language that was loaded for it. */
export function show(words: ComponentProps<typeof App>['words']): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root.');
  createRoot(root).render(
    <StrictMode>
      <App words={words} />
    </StrictMode>,
  );
}
