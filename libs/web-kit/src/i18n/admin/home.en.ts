/** The first screen: what needs a person, and what is coming. */
export const home = {
  hello: (name: string) => `Hello, ${name}`,
  what: 'your home page',
  needsYou: 'Needs you',
  allWell: 'Nothing needs you right now',
  allWellText: 'Shifts of the coming week are filling up and every mail went out.',

  showAll: (count: number) => `Show all ${count} shifts that need people`,
  needs: (count: number) => (count === 1 ? 'needs 1 more person' : `needs ${count} more people`),
  failedMails: (count: number) =>
    count === 1 ? '1 mail could not be delivered' : `${count} mails could not be delivered`,
  failedMailsText: 'See why, and send again.',
  openMailLog: 'Open the mail log',
  unconfirmed: (count: number) =>
    count === 1 ? '1 sign-up has not confirmed its address' : `${count} sign-ups have not confirmed their address`,
  unconfirmedText: 'They hold a place until the time to confirm runs out; then the place passes on automatically.',
  feedback: 'What volunteers said',
  feedbackAt: (title: string, count: number, average: string) =>
    count === 1 ? `${title}: one answer, ${average} of 5` : `${title}: ${count} answers, ${average} of 5`,
  next: 'Next events',
  seeAll: 'All events',
  noneNext: 'No events are coming up',
  noneNextText: 'Publish one in under two minutes: a title, a time, a place and how many people you need.',
  newEvent: 'New event',
  firstRun: 'First steps',
  firstRunText: 'Five things, and volunteers can sign up.',
  firstRunDone: (done: number, all: number) => `${done} of ${all} done`,
  steps: {
    hasSecondStep: 'Protect your account with a second step',
    hasChapter: 'Add a chapter',
    hasOrganizer: 'Give somebody the organizer role',
    hasEvent: 'Write an event',
    hasPublished: 'Publish it',
  },
  stepDone: 'done',
  stepOpen: 'to do',
  people: {
    title: 'People who wait',
    calm: 'Nobody waits for you right now',
    trailBroken: (row: string) => `Somebody changed the list of who read what, at row ${row}`,
    roles: (count: number) =>
      count === 1 ? '1 powerful role waits: agree or object' : `${count} powerful roles wait: agree or object`,
    approvals: (count: number, more: boolean) =>
      count === 1
        ? '1 business or listing waits for a yes or a no'
        : `${count}${more ? '+' : ''} businesses and listings wait for a yes or a no`,
    writtenApplications: (count: number, more: boolean) =>
      count === 1
        ? 'Somebody wrote in 1 application of yours'
        : `Somebody wrote in ${count}${more ? '+' : ''} applications of yours`,
    writtenConsultations: (count: number, more: boolean) =>
      count === 1
        ? 'Somebody wrote in 1 consultation of yours'
        : `Somebody wrote in ${count}${more ? '+' : ''} consultations of yours`,
    applications: (count: number, more: boolean) =>
      count === 1
        ? '1 new application that nobody has taken'
        : `${count}${more ? '+' : ''} new applications that nobody has taken`,
    consultations: (count: number, more: boolean) =>
      count === 1
        ? '1 new consultation that nobody has taken'
        : `${count}${more ? '+' : ''} new consultations that nobody has taken`,
  },
};
