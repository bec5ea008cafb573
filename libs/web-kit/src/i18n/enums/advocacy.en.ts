/** Words for the enums of the sealed zone. */
export const advocacy = {
  recordKind: { APPLICATION: 'Application', CONSULTATION: 'Consultation' },
  recordStatus: {
    NEW: 'New',
    CONTACTED: 'Contacted',
    INTRODUCED: 'Introduced',
    SCHEDULED: 'Appointment made',
    CLOSED: 'Closed',
    WITHDRAWN: 'Taken back',
  },
  contactChannel: {
    MAIL: 'By e-mail',
    TEXT: 'By text message',
    CALL: 'By phone call',
    ADVOCATE: 'Through an advocate',
    CODE: 'The person comes back with the code',
  },
  consentState: { PROPOSED: 'Waits for a yes', LIVE: 'Valid', EXPIRED: 'Run out', REVOKED: 'Taken back' },
  consentHow: { SIGNED: 'Signed on paper', BY_CODE: 'Given with the code', ELECTRONICALLY: 'Signed electronically' },
  messageFrom: { ADVOCATE: 'Advocate', PERSON: 'The person', BUSINESS: 'The business' },
  introductionAnswer: { INTERESTED: 'Interested', NOT_NOW: 'Not now' },
};
