import { catalogOf } from '@upstander/web-kit';
import { data, useActionData } from 'react-router';
import type { ActionFunctionArgs } from 'react-router';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { ButtonLink, SubmitButton } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { StatusPanel } from '../frame/status-panel';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { LeaveNote } from '../safety/leave-note';
import { actOnRecord } from './record-actions';
import { RecordPage } from './record-page';

/** Uses only forms, so that the code is in no address, title or history. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { pageState, status } = await actOnRecord(context, await request.formData(), catalogOf(localeOf(request)));
  return data(pageState, { status });
}

export default function Reply() {
  const pageState = useActionData<typeof action>();
  if (pageState?.view === 'erased') return <Erased />;
  if (pageState?.view === 'erase') return <AskErase code={pageState.code} />;
  if (pageState?.view === 'record' && pageState.record)
    return <RecordPage pageState={pageState} record={pageState.record} />;
  return <AskCode code={pageState?.code ?? ''} errors={pageState?.errors ?? []} />;
}

function AskCode({ code, errors }: { code: string; errors: readonly FormError[] }) {
  const { words } = usePage();
  const t = words.site.asking;
  return (
    <PersonalPage title={t.replyTitle} errors={errors} lead={t.replyLead} className="narrow" isPlain>
      <form className="panel" method="post" action="/reply" autoComplete="off" noValidate>
        <Field
          id="code"
          label={t.replyCode}
          hint={t.replyHint}
          defaultValue={code}
          error={errors.find(({ field }) => field === 'code')?.text}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={200}
        />
        <SubmitButton action="open" label={t.replyOpen} look="large" />
      </form>
      <p className="small">{t.replyLost}</p>
      <LeaveNote />
    </PersonalPage>
  );
}

function AskErase({ code }: { code: string }) {
  const t = usePage().words.site.record;
  return (
    <PersonalPage title={t.title} heading={t.eraseAsk} lead={t.eraseAskText} className="narrow plain" isPlain>
      <form method="post" action="/reply">
        <input type="hidden" name="code" value={code} />
        <p className="actions">
          <SubmitButton action="open" label={t.eraseNo} look="quiet" />
          <SubmitButton action="erase" label={t.eraseYes} look="leave" />
        </p>
      </form>
    </PersonalPage>
  );
}

function Erased() {
  const { words } = usePage();
  const t = words.site.record;
  return (
    <PersonalPage title={t.title} heading={null} className="narrow plain" isPlain>
      <StatusPanel icon="check" title={t.erased} text={t.erasedText} />
      <p className="actions">
        <ButtonLink to="/opportunities" label={words.site.opportunities.back} look="quiet" />
      </p>
    </PersonalPage>
  );
}
