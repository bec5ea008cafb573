/** What each refusal code of the API says to a person. Codes that are not here get `unknown`. */
export const refusals = {
  unknown: 'That did not work. Please try again; if it happens again, tell the organizer.',
  NOT_FOUND: 'We could not find that. The link may be old, or a part of it may be missing.',
  NOT_SIGNED_IN: 'Please sign in first.',
  NOT_ALLOWED: 'Your role does not allow this.',
  BAD_INPUT: 'Something in the form needs another look.',
  TOO_MANY_TRIES: 'That was tried too often in a short time. Please wait a few minutes and try again.',
  SHIFT_FULL: 'This shift is full.',
  SHIFT_OVER: 'This shift has already begun, so it takes no more names.',
  SHIFT_CLOSED: 'This shift takes no more names.',
  EVENT_CANCELLED: 'This event has been cancelled.',
  EVENT_NOT_OPEN: 'This event does not take sign-ups.',
  OVERLAPPING_SHIFT:
    'You already have a place in another shift at the same time. Cancel that one first if you prefer this one.',
  ALREADY_SIGNED_UP: 'This person is already signed up for this shift.',
  SIGNUP_ENDED: 'This sign-up has already ended. You are welcome to sign up again.',
  SIGNUP_EXPIRED: 'This sign-up has expired. You are welcome to sign up again.',
  OFFER_EXPIRED:
    'The offer for this place has run out, so it went to the next person in line. You are welcome to sign up again.',
  NOT_OFFERED: 'There is no open offer for this sign-up.',
  FEEDBACK_TOO_EARLY: 'You can tell us how it went once the shift is over.',
  FEEDBACK_ALREADY_GIVEN: 'We already have your answer. Thank you!',
  IDEMPOTENCY_KEY_REUSED: 'This form was already sent with other details. Please check them and send it once more.',
  CAPACITY_BELOW_TAKEN: 'More people than that already hold a place. Remove people first, then lower the number.',
  SHIFT_HAS_SIGNUPS: 'This shift has sign-ups, so it cannot be taken away. Cancel or move them first.',
};
