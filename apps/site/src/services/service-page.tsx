import { contentLang, languageName, listText } from '@upstander/web-kit';
import type { ReactNode } from 'react';
import type { LoaderFunctionArgs } from 'react-router';
import { useLoaderData } from 'react-router';
import { queryApi, notFound } from '../api/ask';
import { BackLink } from '../frame/back-link';
import { PageHead } from '../frame/page-head';
import { calendarDay } from '../money/money-format';
import { usePage } from '../request/page-context';
import { LeaveNote } from '../safety/leave-note';
import { DataBlock } from '../share/data-block';
import { OneService } from './queries';
import { serviceData } from './structured-data';
import { CallService, Description, servedBy, locationOf } from './service-row';

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { service } = await queryApi(context, OneService, { slug: params['slug'] ?? '' });
  if (!service) throw notFound();
  return { service };
}

export default function ServicePage() {
  const { words, locale, language, publicUrl } = usePage();
  const { service } = useLoaderData<typeof loader>();
  const t = words.site.services;
  const es = locale === 'es';
  const localized = (text: string, spanish: string) => (es ? spanish || text : text);
  // Written by staff, who write English and Spanish only.
  const staffFacts = new Set([t.for, t.open, t.cost, t.serves]);
  const address = [service.address, service.city, [service.region, service.postcode].filter(Boolean).join(' ')];
  const facts: Array<[string, ReactNode]> = [
    [t.for, localized(service.eligibility, service.eligibilityEs)],
    [t.age, agesOf(service, t)],
    [
      t.helpsWith,
      listText(
        language,
        service.needs.map((need) => words.enums.serviceNeed[need]),
      ),
    ],
    [t.open, localized(service.schedule, service.scheduleEs)],
    [t.cost, localized(service.fees, service.feesEs)],
    [
      t.spoken,
      listText(
        language,
        service.languages.map((code) => languageName(language, code)),
      ),
    ],
    [t.where, service.address ? address.filter(Boolean).join(', ') : locationOf(service, locale, t.placeIsKept)],
    [t.serves, servedBy(service, locale)],
    [t.mail, service.email && <a href={`mailto:${service.email}`}>{service.email}</a>],
    [
      t.web,
      service.url && (
        <a href={service.url} rel="noreferrer">
          {new URL(service.url).host}
        </a>
      ),
    ],
  ];
  return (
    <article className="narrow">
      <PageHead title={service.name} isPlain isPersonal={service.isFictional} />
      {!service.isFictional && (
        <DataBlock data={serviceData(service, { url: `${publicUrl}/help/services/${service.slug}`, spanish: es })} />
      )}
      <BackLink to="/help/services">{t.title}</BackLink>
      <h1>{service.name}</h1>
      <p className="lead">{service.organizationName}</p>
      {service.isFictional && <p className="note amber">{t.fictionalNote}</p>}
      <LeaveNote />
      <Description service={service} />
      {service.phone !== null && (
        <p>
          <CallService phone={service.phone} name={service.name} />
        </p>
      )}
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd lang={staffFacts.has(name) ? contentLang(language, '') : undefined}>{value}</dd>
            </div>
          ))}
      </dl>
      <p className="small">{t.assured({ date: calendarDay(language, service.assuredOn) })}</p>
      <p className="small">{t.noRating}</p>
    </article>
  );
}

function agesOf(
  { minimumAge, maximumAge }: { minimumAge: number | null; maximumAge: number | null },
  t: ReturnType<typeof usePage>['words']['site']['services'],
): string | null {
  if (minimumAge === null && maximumAge === null) return null;
  return t.ages({ from: minimumAge?.toString() ?? null, to: maximumAge?.toString() ?? null });
}
