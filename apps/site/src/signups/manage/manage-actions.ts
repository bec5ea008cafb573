import { type ApiRefusal, graphql } from '@upstander/api-client';
import { dayAndTime, models, refusalText, type Catalog, type Locale } from '@upstander/web-kit';
import { queryApi } from '../../api/ask';
import type { FormError } from '../../forms/error-summary';
import { defineForm, type ValuesOf } from '../../forms/define-form';
import type { SiteContext } from '../../request/site-context';
import type { ChangeGroupValues } from '../../groups/group-values';
import { changeGroup } from '../../groups/send-group';
import { changeGuests, type guestsForm } from '../guests';
import { giveToWaitlist, offerPlace, withdrawOffer, type handOverForm } from '../hand-over/hand-over-actions';

const Confirm = graphql(`
  mutation Confirm($input: SignupTokenInput!) {
    confirmSignup(input: $input) {
      signup {
        id
      }
    }
  }
`);
const Cancel = graphql(`
  mutation Cancel($input: SignupTokenInput!) {
    cancelSignup(input: $input) {
      signup {
        id
      }
    }
  }
`);
const Accept = graphql(`
  mutation Accept($input: SignupTokenInput!) {
    acceptOffer(input: $input) {
      signup {
        id
      }
    }
  }
`);
const Decline = graphql(`
  mutation Decline($input: SignupTokenInput!) {
    declineOffer(input: $input) {
      signup {
        id
      }
    }
  }
`);
const CreateFeed = graphql(`
  mutation CreateFeed($input: SignupTokenInput!) {
    createCalendarFeed(input: $input) {
      url
    }
  }
`);
const RevokeFeed = graphql(`
  mutation RevokeFeed($input: SignupTokenInput!) {
    revokeCalendarFeed(input: $input) {
      ok
    }
  }
`);
const GiveFeedback = graphql(`
  mutation GiveFeedback($input: FeedbackInput!) {
    giveFeedback(input: $input) {
      ok
    }
  }
`);

const AnswerAge = graphql(`
  mutation AnswerAge($input: AnswerAgeInput!) {
    answerAge(input: $input) {
      signup {
        id
      }
    }
  }
`);

/** The result: redirect to the confirmation, show the calendar address, or show errors. */
export type ManageOutcome =
  | { kind: 'did'; completedAction: CompletedAction }
  | { kind: 'feed'; url: string }
  | {
      kind: 'wrong';
      errors: FormError[];
      to?: ValuesOf<typeof handOverForm>;
      party?: ValuesOf<typeof guestsForm>;
      group?: ChangeGroupValues;
    };

export const completedActions = [
  'confirm',
  'cancel',
  'accept',
  'decline',
  'feedback',
  'feed-off',
  'hand-over',
  'to-waitlist',
  'withdraw',
  'guests',
  'group',
  'age',
] as const;
export type CompletedAction = (typeof completedActions)[number];

export const feedbackForm = defineForm(models.FeedbackInput, ({ site }) => site.feedback, { rating: {}, comment: {} });

/** The form contains only the button's name; the link identifies the sign-up. */
export async function manage(
  context: SiteContext,
  token: string,
  form: FormData,
  { locale, words }: { locale: Locale; words: Catalog },
): Promise<ManageOutcome | null> {
  const input = { token };
  switch (form.get('do')) {
    case 'confirm':
      await queryApi(context, Confirm, { input });
      return { kind: 'did', completedAction: 'confirm' };
    case 'cancel':
      await queryApi(context, Cancel, { input });
      return { kind: 'did', completedAction: 'cancel' };
    case 'accept':
      await queryApi(context, Accept, { input });
      return { kind: 'did', completedAction: 'accept' };
    case 'decline':
      await queryApi(context, Decline, { input });
      return { kind: 'did', completedAction: 'decline' };
    case 'hand-over': {
      const sent = await offerPlace(context, token, form, words);
      return sent.isSent
        ? { kind: 'did', completedAction: 'hand-over' }
        : { kind: 'wrong', errors: sent.errors, to: sent.values };
    }
    case 'guests': {
      const sent = await changeGuests(context, token, form, words);
      return sent.isSent
        ? { kind: 'did', completedAction: 'guests' }
        : { kind: 'wrong', errors: sent.errors, party: sent.values };
    }
    case 'group': {
      const sent = await changeGroup(context, token, form, { locale, words });
      return sent.isSent
        ? { kind: 'did', completedAction: 'group' }
        : { kind: 'wrong', errors: sent.errors, group: sent.values };
    }
    case 'feedback':
      return giveFeedback(context, token, feedbackForm.read(form), words);
    case 'adult':
    case 'minor':
      await queryApi(context, AnswerAge, { input: { token, isAdult: form.get('do') === 'adult' } });
      return { kind: 'did', completedAction: 'age' };
    case 'to-waitlist':
      await giveToWaitlist(context, token);
      return { kind: 'did', completedAction: 'to-waitlist' };
    case 'withdraw':
      await withdrawOffer(context, token, form);
      return { kind: 'did', completedAction: 'withdraw' };
    case 'feed-on':
      return { kind: 'feed', url: (await queryApi(context, CreateFeed, { input })).createCalendarFeed.url };
    case 'feed-off':
      await queryApi(context, RevokeFeed, { input });
      return { kind: 'did', completedAction: 'feed-off' };
    default:
      return null;
  }
}

async function giveFeedback(
  context: SiteContext,
  token: string,
  values: ValuesOf<typeof feedbackForm>,
  words: Catalog,
): Promise<ManageOutcome> {
  const errors = feedbackForm.errors(values, words);
  if (errors.length > 0) return { kind: 'wrong', errors };
  await queryApi(context, GiveFeedback, { input: { token, ...feedbackForm.input(values) } });
  return { kind: 'did', completedAction: 'feedback' };
}

/** Returns the message of a refusal. An overlap names both shifts in the time zone of the page's event. */
export function refusalError(
  refusal: ApiRefusal,
  locale: Locale,
  words: Catalog,
  shift: { wanted: string; timeZone: string },
): FormError {
  const text = refusalText(words, refusal.code);
  const overlappingShift = refusal.details['shift'] as { title?: unknown; startsAt?: unknown } | undefined;
  const { title, startsAt } = overlappingShift ?? {};
  if (refusal.code !== 'OVERLAPPING_SHIFT' || typeof title !== 'string' || typeof startsAt !== 'string')
    return { text };
  const when = dayAndTime(locale, new Date(startsAt), shift.timeZone);
  return { text: `${text} ${words.site.manage.overlapWith({ wanted: shift.wanted, title, when })}` };
}
