import { locales, type Locale } from '@upstander/web-kit';
import { renderToString } from 'react-dom/server';
import { loadStartWords, currentWords } from '../words/start-words';
import { SignIn } from './sign-in';
import { views, type View } from './views';

/** Renders the sign-in page for the build, per language and starting step. */
export async function renderSignInPages(): Promise<Array<{ locale: Locale; view: View; title: string; html: string }>> {
  const pages = [];
  for (const locale of locales) {
    await loadStartWords(locale);
    const { signIn, common } = currentWords().admin;
    const title = `${signIn.title} · ${common.product}`;
    for (const view of views) pages.push({ locale, view, title, html: renderToString(<SignIn view={view} />) });
  }
  return pages;
}
