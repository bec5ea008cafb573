import { catalogOf, models } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, orNull } from '../api/ask';
import { defineForm } from '../forms/define-form';
import { sendForm } from '../forms/send-form';
import { ButtonLink, SubmitButton } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { StatusPanel, type StatusPanelProps } from '../frame/status-panel';
import { LinkGone, PlainPage } from '../frame/plain-page';
import { pathOfPage } from '../request/page-path';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import { LetterFields } from './letter-fields';
import { LetterSendOptions } from './letter-send-options';
import { Steps } from './steps';
import {
  ConfirmSchoolAsk,
  EditSchoolLetter,
  MySchoolAsk,
  SendSchoolLetter,
  WithdrawSchoolAsk,
  type MySchoolAskData,
} from './queries';

const letters = defineForm(models.EditSchoolLetterInput, ({ site }) => site.schools, { letterEn: {}, letterEs: {} });
const completedActions = ['confirm', 'save', 'sent'] as const;

async function loadLetter(context: SiteContext, token: string): Promise<MySchoolAskData | null> {
  return (await queryApi(context, MySchoolAsk, { token }).catch(orNull))?.mySchoolAsk ?? null;
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const isWithdrawn = query.get('did') === 'withdraw';
  const letter = isWithdrawn ? null : await loadLetter(context, params['token'] ?? '');
  const did = completedActions.find((name) => name === query.get('did')) ?? null;
  return data(
    { letter, did, isWithdrawn, currentPath: pathOfPage(request) },
    { status: letter || isWithdrawn ? 200 : 404 },
  );
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const words = catalogOf(localeOf(request));
  const form = await request.formData();
  const button = String(form.get('do'));
  const input = { token };
  const steps: Partial<Record<string, () => Promise<unknown>>> = {
    confirm: () => queryApi(context, ConfirmSchoolAsk, { input }),
    save: () => queryApi(context, EditSchoolLetter, { input: { token, ...letters.input(letters.read(form)) } }),
    sent: () => queryApi(context, SendSchoolLetter, { input }),
    withdraw: () => queryApi(context, WithdrawSchoolAsk, { input }),
  };
  const send = Object.hasOwn(steps, button) ? steps[button] : undefined;
  if (!send) return data({ errors: [{ text: words.site.badRequest.text }], values: null }, 400);
  const values = button === 'save' ? letters.read(form) : null;
  const errors = values ? letters.errors(values, words) : [];
  const sent = await sendForm(context, words, { form: letters, values, errors }, send);
  return sent.isSent ? redirect(`${pathOfPage(request)}?did=${button}`, 303) : data(sent, sent.status);
}

export default function MyLetter() {
  const { words } = usePage();
  const { letter, did, isWithdrawn, currentPath } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const t = words.site.schools;
  if (isWithdrawn) {
    return (
      <PlainPage icon="check" title={t.goneTitle} text={t.goneText}>
        <p className="actions">
          <ButtonLink to="/schools" label={t.title} />
        </p>
      </PlainPage>
    );
  }
  if (!letter) return <LinkGone words={t} to="/schools" label={t.title} />;
  const errors = actionData?.errors ?? [];
  const field = letters.controls(actionData?.values ?? letter, errors);
  const isNew = letter.status === 'UNCONFIRMED';
  return (
    <PersonalPage
      title={t.mineTitle}
      errors={errors}
      done={did !== null && (did === 'confirm' ? t.confirmed : did === 'sent' ? t.said : t.saved)}
      heading={null}
    >
      <p className="greeting">{[letter.school, letter.city].filter(Boolean).join(', ')}</p>
      <StatusPanel {...statusText(letter, t)} />
      {isNew && (
        <form className="actions" method="post" action={currentPath}>
          <SubmitButton action="confirm" label={t.confirm} look="large" />
        </form>
      )}
      {!isNew && letter.mayEdit && letter.letterSender === 'SELF' && (
        <LetterSendOptions letter={letter} currentPath={currentPath} />
      )}
      <Steps steps={letter.steps} />
      {letter.mayEdit && (
        <details className="panel" open={isNew || (actionData?.values ?? null) !== null}>
          <summary>{t.editTitle}</summary>
          <form className="questions" method="post" action={currentPath}>
            <LetterFields field={field} />
            <SubmitButton action="save" label={t.save} />
          </form>
        </details>
      )}
      <details className="panel">
        <summary>{t.withdrawTitle}</summary>
        <p>{t.withdrawText}</p>
        <form method="post" action={currentPath}>
          <SubmitButton action="withdraw" label={t.withdraw} look="quiet" />
        </form>
      </details>
    </PersonalPage>
  );
}

function statusText(
  { status }: MySchoolAskData,
  t: ReturnType<typeof usePage>['words']['site']['schools'],
): StatusPanelProps {
  if (status === 'UNCONFIRMED') return { title: t.confirmTitle, text: t.confirmText, icon: 'person', tone: 'amber' };
  const isCompleted = status === 'TAUGHT' || status === 'PROTOCOL' || status === 'COMMITTED';
  return {
    title: t.status[status],
    text: t.next[status],
    icon: isCompleted ? 'heart' : 'clock',
    ...(!isCompleted && { tone: 'amber' }),
  };
}
