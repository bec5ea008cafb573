/** What each refusal code of the API says to a person. Codes that are not here get `unknown`. */
export const refusals = {
  unknown: 'That did not work. Please try again; if it happens again, tell the organizer.',
  NOT_FOUND: 'We could not find that. The link may be old, or a part of it may be missing.',
  NOT_SIGNED_IN: 'Please sign in first.',
  NOT_ALLOWED: 'Your role does not allow this.',
  BAD_INPUT: 'Something in the form needs another look.',
  TOO_MANY_TRIES: 'That was tried too often in a short time. Please wait a few minutes and try again.',
  IDEMPOTENCY_KEY_REUSED: 'This form was already sent with other details. Please check them and send it once more.',

  SIGN_UP_CLOSED: 'This shift takes no more names: it has begun, or the event is over or cancelled.',
  OVERLAPPING_SHIFT:
    'You already have a place in another shift at the same time. Cancel that one first if you prefer this one.',
  SHIFT_STARTED: 'This shift has begun. Please tell the organizer if you cannot come.',
  ALREADY_CANCELLED: 'This sign-up was cancelled. You are welcome to sign up again.',
  SIGNUP_EXPIRED: 'This sign-up was not confirmed in time. You are welcome to sign up again.',
  OFFER_EXPIRED:
    'The offer for this place has run out, so it went to the next person in line. You are welcome to sign up again.',
  NO_OFFER: 'There is no open offer for this sign-up.',
  TOO_EARLY: 'You can tell us how it went once you have been there.',

  SHIFT_FULL: 'This shift is full.',
  ALREADY_SIGNED_UP: 'This person is on that shift already.',
  SIGNUP_ENDED: 'This sign-up is no longer active.',
  SHIFT_OF_ANOTHER_EVENT: 'People can be moved between shifts of one event only.',
  CAPACITY_BELOW_TAKEN: 'More people than that already hold a place. Remove people first, then lower the number.',
  SHIFT_HAS_SIGNUPS: 'This shift has sign-ups, so it cannot be taken away. Cancel or move them first.',
  EVENT_NOT_PUBLISHED: 'Nobody has seen this draft yet.',
  EVENT_CLOSED: 'This event is over or was cancelled. Copy it to do it again.',
  MAIL_NOT_FAILED: 'Only a mail that failed can be tried again.',

  SIGN_IN_FAILED: 'That did not work. Please check what you typed and try again.',
  SIGN_IN_AGAIN: 'Please sign in again before you choose a password.',
  NOT_HALFWAY: 'There is no second step to do now. Please sign in.',
  WRONG_CODE: 'This code is not right, or was used already.',
  SECOND_STEP_ALREADY_SET: 'Your account has a second step already.',
  ACCOUNT_EXISTS: 'There is an account with this address already. Give it the role instead.',
  LAST_ADMIN: 'This is the last administrator. Name somebody else first.',

  CAMPAIGN_CLOSED: 'This fundraiser takes no gifts now.',
  GIFT_TOO_SMALL: 'That is less than the smallest gift we can take.',
  PAYMENTS_UNAVAILABLE: 'We could not reach our payment provider. Nothing was charged. Please try again in a minute.',
  WEBHOOK_NOT_SIGNED: 'This message was not signed by Stripe.',
  GIFT_NOT_PAID: 'This gift is not paid, so this cannot be done with it.',
  REFUND_TOO_LARGE: 'That is more than what is left of this gift.',
  GIFT_DISPUTED: 'The donor’s bank is deciding about this gift. A refund now would pay twice.',
  REFUND_DECIDED: 'Somebody has decided about this refund already.',
  SECOND_PERSON_NEEDED: 'This needs the yes of a second person.',
};
