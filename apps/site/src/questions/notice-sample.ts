import { ApiRefusal, graphql } from '@upstander/api-client';
import { queryApi } from '../api/ask';
import { localeName } from '../request/locale';
import type { SiteContext } from '../request/site-context';
import type { Answers } from './answers';
import type { Step } from './flow';
import type { NoticeSample } from './notice-preview';

const NoticeSampleQuery = graphql(`
  query NoticeSample($language: Locale!) {
    discreetNoticeSamples(language: $language) {
      channel
      sender
      subject
      text
      textWithOrganization
      consent
    }
  }
`);

/** Adds the question about notices if this server sends them by the chosen channel. Without it, nothing is ever sent. */
export async function withNotices(
  flow: readonly Step[],
  context: SiteContext,
  { channel }: Pick<Answers, 'channel'>,
  language: 'en' | 'es',
): Promise<{ steps: readonly Step[]; sample: NoticeSample | null }> {
  const samples = await queryApi(context, NoticeSampleQuery, { language: localeName(language) }).then(
    ({ discreetNoticeSamples }) => discreetNoticeSamples,
    (error: unknown) => {
      if (!(error instanceof ApiRefusal)) context.report(error);
      return [];
    },
  );
  const sample = samples.find((one) => one.channel === channel) ?? null;
  return { steps: sample === null ? flow : [...flow, 'notice'], sample };
}
