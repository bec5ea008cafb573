import { phoneText } from '@upstander/web-kit';
import { useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { MessageForm, messageForm, sendMessage } from '../contact/message-form';
import { ErrorSummary } from '../forms/error-summary';
import { ButtonLink } from '../frame/button';
import { Landing, withIcons } from '../frame/landing';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { IfPage } from '../request/features';

export const handle: Handle = { cached: true, sheet: 'front' };

export const loader = ({ context, request }: LoaderFunctionArgs) => messageForm(context, request);

export const action = (args: ActionFunctionArgs) => sendMessage(args, null);

/** Visitors who need help are referred to the help lines instead of email. */
export default function Contact() {
  const { words, organization, contactEmail } = usePage();
  const { contactPhone } = organization;
  const form = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const errors = actionData?.errors ?? [];
  const t = words.site.contact;
  return (
    <>
      <PageHead title={t.title} description={t.lead} errors={errors} />
      <div className="narrow">
        <ErrorSummary errors={errors} />
      </div>
      <Landing
        title={t.title}
        lead={t.lead}
        drawing="contact"
        actions={
          <p className="actions">
            <ButtonLink to="#write" label={t.begin} look="large" />
            <ButtonLink to="/help" label={words.frame.getHelp} look="quiet large" />
          </p>
        }
        facts={withIcons(t.facts, ['clock', 'person', 'speech'])}
      >
        <section className="narrow">
          <h2>{t.help}</h2>
          <p>
            {t.helpText} <a href="/help">{words.frame.getHelp}</a>
          </p>
        </section>
        <section className="narrow" id="write" tabIndex={-1}>
          <h2>{t.write}</h2>
          <p>
            {t.writeText} <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
          </p>
          {contactPhone !== null && (
            <p>
              {words.frame.callUs} <a href={`tel:${contactPhone}`}>{phoneText(contactPhone)}</a>
            </p>
          )}
          <MessageForm {...form} answer={actionData} />
        </section>
        <section className="narrow">
          <h2>{t.ways}</h2>
          <ul className="links">
            <li>
              {t.event} <a href="/events">{words.frame.events}</a>
            </li>
            <IfPage path="/giving">
              <li>
                {t.gift} <a href="/giving">{words.frame.myGiving}</a>
              </li>
            </IfPage>
            <IfPage path="/business">
              <li>
                {t.business} <a href="/business">{words.frame.forBusinesses}</a>
              </li>
            </IfPage>
            <li>
              {t.chapter} <a href="/chapters">{words.site.chapters.title}</a>
            </li>
          </ul>
        </section>
      </Landing>
    </>
  );
}
