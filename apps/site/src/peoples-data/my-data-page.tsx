import { ApiRefusal } from '@upstander/api-client';
import { catalogOf, refusalText } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, orNull } from '../api/ask';
import { BackLink } from '../frame/back-link';
import { ButtonLink, SubmitButton } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { PlainPage } from '../frame/plain-page';
import { RowTable } from '../frame/row-table';
import { pathOfPage } from '../request/page-path';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { EraseMyData, MyData, WithdrawMyErasure, type StoredPersonData } from './queries';
import { IfPage } from '../request/features';

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const completedAction = query.get('did');
  // After the deletion the link no longer works, so the address states the result.
  const result = completedAction
    ? null
    : await queryApi(context, MyData, { token: params['token'] ?? '' }).catch(orNull);
  const storedData = result?.myData ?? null;
  const page = {
    storedData,
    completedAction,
    isEraseRequested: query.get('ask') === 'erase',
    currentPath: pathOfPage(request),
  };
  return data(page, { status: storedData || completedAction ? 200 : 404 });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = catalogOf(localeOf(request));
  const form = await request.formData();
  const token = params['token'] ?? '';
  try {
    if (form.get('do') === 'withdraw') {
      await queryApi(context, WithdrawMyErasure, { token });
      return redirect(`${pathOfPage(request)}?did=WITHDRAWN`, 303);
    }
    const { eraseMyData } = await queryApi(context, EraseMyData, { token });
    return redirect(`${pathOfPage(request)}?did=${eraseMyData.outcome}`, 303);
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    // The request is recorded, and the page shows what it's waiting for.
    if (error.code in waitsFor) return redirect(pathOfPage(request), 303);
    return data({ errors: [{ text: refusalText(words, error.code) }] }, error.code === 'TOO_MANY_TRIES' ? 429 : 422);
  }
}

/** Refusals that leave the request open, and the texts that explain what it's waiting for. */
const waitsFor = { ROLES_FIRST: 'waitsForRole', LAST_OWNER: 'waitsForOwner' } as const;

export default function MyDataPage() {
  const { words } = usePage();
  const { storedData, completedAction, isEraseRequested, currentPath } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const t = words.site.peoplesData;
  const errors = actionData?.errors ?? [];
  if (completedAction === 'DONE')
    return (
      <PlainPage icon="check" title={t.doneTitle} text={t.doneText}>
        {null}
      </PlainPage>
    );
  if (completedAction === 'WITHDRAWN')
    return (
      <PlainPage icon="check" title={t.withdrawnTitle} text={t.withdrawnText}>
        {null}
      </PlainPage>
    );
  if (completedAction === 'HELD')
    return (
      <PlainPage icon="speech" title={t.heldTitle} text={t.heldText}>
        {null}
      </PlainPage>
    );
  if (completedAction)
    return (
      <PlainPage icon="speech" title={t.underWayTitle} text={t.underWayText}>
        {null}
      </PlainPage>
    );
  if (!storedData) {
    return (
      <PlainPage icon="speech" title={t.gone} text={t.goneText}>
        <p className="actions">
          <ButtonLink to="/my-data" label={t.ask} />
        </p>
      </PlainPage>
    );
  }
  const isQuestion = isEraseRequested && errors.length === 0;
  const title = isQuestion ? t.sureTitle : t.title;
  return (
    <PersonalPage title={title} errors={errors} heading={null}>
      {isQuestion && <BackLink to={currentPath}>{t.title}</BackLink>}
      <h1>{title}</h1>
      {isQuestion ? (
        <Question storedData={storedData} currentPath={currentPath} />
      ) : (
        <StoredDataView storedData={storedData} currentPath={currentPath} />
      )}
    </PersonalPage>
  );
}

interface ViewProps {
  storedData: StoredPersonData;
  currentPath: string;
}

function StoredDataView({ storedData, currentPath }: ViewProps) {
  const t = usePage().words.site.peoplesData;
  return (
    <>
      <p className="lead">{t.forWhom({ email: storedData.email })}</p>
      {storedData.isErasureRequested && <OpenRequest storedData={storedData} currentPath={currentPath} />}
      {storedData.isOnLegalHold && <p className="note amber">{t.held}</p>}
      {storedData.kept.length === 0 ? <p>{t.nothing}</p> : <StoredDataTable rows={storedData.kept} />}
      <section className="panel" aria-labelledby="take">
        <h2 id="take">{t.take}</h2>
        <p>{t.takeText}</p>
        {storedData.canDownload ? (
          <p className="actions">
            <ButtonLink to={`${currentPath}.zip`} label={t.takeLink} look="quiet" download />
          </p>
        ) : (
          <p>
            {t.downloadOver} <a href="/my-data">{t.ask}</a>
          </p>
        )}
      </section>
      <section className="panel" aria-labelledby="correct">
        <h2 id="correct">{t.correct}</h2>
        <p>{t.correctText}</p>
        <p className="actions">
          <ButtonLink to="/account/profile" label={t.profile} look="quiet" />
          <ButtonLink to="/contact" label={t.write} look="quiet" />
        </p>
      </section>
      <section className="panel" aria-labelledby="erase">
        <h2 id="erase">{t.erase}</h2>
        <ErasureEffects hasPaid={storedData.hasPaid} />
        <p className="actions">
          <ButtonLink to={`${currentPath}?ask=erase`} label={t.eraseLink} look="leave" />
        </p>
      </section>
      <IfPage path="/reply">
        <p className="after-panel">
          {t.confidence} <a href="/reply">{t.ofCode}</a>
        </p>
      </IfPage>
    </>
  );
}

function OpenRequest({ storedData, currentPath }: ViewProps) {
  const t = usePage().words.site.peoplesData;
  const code = storedData.refusedCode ?? '';
  return (
    <>
      <p className="note amber">{code in waitsFor ? t[waitsFor[code as keyof typeof waitsFor]] : t.asked}</p>
      {storedData.canWithdraw && (
        <form className="actions" method="post" action={currentPath}>
          <SubmitButton action="withdraw" label={t.withdraw} look="quiet" />
        </form>
      )}
    </>
  );
}

function StoredDataTable({ rows }: { rows: StoredPersonData['kept'] }) {
  const t = usePage().words.site.peoplesData;
  const nouns: Readonly<Record<string, string>> = t.nouns;
  return (
    <RowTable
      columns={[t.kind, t.count, t.afterErasure]}
      rows={rows.map(({ kind, count, afterErasure }) => ({
        key: kind,
        cells: [nouns[kind] ?? kind, count, t[afterErasure]],
      }))}
    />
  );
}

function ErasureEffects({ hasPaid }: { hasPaid: boolean }) {
  const t = usePage().words.site.peoplesData;
  return (
    <ul>
      <li>{t.goesText}</li>
      <li>{t.placesText}</li>
      {hasPaid && <li>{t.giftsText}</li>}
      <li>{t.hoursText}</li>
      <li>{t.backupsText}</li>
    </ul>
  );
}

function Question({ storedData, currentPath }: ViewProps) {
  const t = usePage().words.site.peoplesData;
  return (
    <section className="panel">
      <p>{t.sureText({ email: storedData.email })}</p>
      {storedData.isOnLegalHold && <p className="note amber">{t.held}</p>}
      <ErasureEffects hasPaid={storedData.hasPaid} />
      <div className="actions">
        <form method="post" action={currentPath}>
          <button className="button leave large">{t.sureYes}</button>
        </form>
        <ButtonLink to={currentPath} label={t.sureNo} look="quiet large" />
      </div>
    </section>
  );
}
