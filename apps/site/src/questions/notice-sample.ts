import { ApiRefusal, graphql } from '@upstander/api-client';
import { queryApi } from '../api/ask';
import { localeName } from '../request/locale';
import type { SiteContext } from '../request/site-context';
import type { Step } from './flow';
import type { NoticeSample } from './notice-preview';

const NoticeSampleQuery = graphql(`
  query NoticeSample($language: Locale!) {
    discreetNoticeSample(language: $language) {
      sender
      subject
      text
      textWithOrganization
    }
  }
`);

/** Adds the question about notices if this server sends them. Without it, nothing is ever sent. */
export async function withNotices(
  flow: readonly Step[],
  context: SiteContext,
  language: 'en' | 'es',
): Promise<{ steps: readonly Step[]; sample: NoticeSample | null }> {
  const sample = await queryApi(context, NoticeSampleQuery, { language: localeName(language) }).then(
    ({ discreetNoticeSample }) => discreetNoticeSample,
    (error: unknown) => {
      if (!(error instanceof ApiRefusal)) context.report(error);
      return null;
    },
  );
  return { steps: sample === null ? flow : [...flow, 'notice'], sample };
}
