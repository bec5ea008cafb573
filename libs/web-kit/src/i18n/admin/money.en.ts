/** What screens about money share: amounts, charts, files, and what waits at home. */
export const money = {
  unknown: 'Not known yet',
  ofGoal: (raised: string, goal: string) => `${raised} of ${goal}`,
  gifts: (count: number) => (count === 1 ? '1 gift' : `${count} gifts`),
  anonymous: 'Anonymous',
  amount: 'Amount',
  campaign: 'Fundraiser',
  status: 'Status',
  when: 'When',
  from: 'From',
  until: 'Until',
  notAnAmount: 'Please give an amount, such as 25 or 25.50.',
  notZero: 'The amount has to be more than nothing.',
  atMost: (amount: string) => `At most ${amount}.`,
  note: 'Note',
  reference: 'Reference',
  by: (name: string) => `by ${name}`,
  needsSecond: 'A second person has to confirm this.',
  ownRequest: 'You recorded this yourself, so somebody else has to decide.',
  file: {
    choose: 'Choose a file',
    replace: 'Choose another',
    drop: 'or drop it here',
    open: 'Open the file',
    sending: (name: string) => `Sending ${name}…`,
    tooLarge: 'This file is larger than 10 MB.',
  },
  chart: {
    title: 'Money over time',
    figure: 'Bars of gifts, refunds and fees; the same numbers are under “Table”',
    view: 'How to show it',
    asChart: 'Chart',
    asTable: 'Table',
    table: 'Money over time, as a table',
    summary: (gifts: string, count: number, net: string) =>
      `${gifts} in ${count === 1 ? '1 gift' : `${count} gifts`}, ${net} after refunds and fees`,
    span: { DAY: 'Day', WEEK: 'Week of', MONTH: 'Month' },
    unit: 'In steps of',
    units: { DAY: 'Days', WEEK: 'Weeks', MONTH: 'Months' },
    count: 'How many',
    gifts: 'Gifts',
    refunds: 'Refunds',
    fees: 'Fees',
    net: 'What stays',
    none: 'Nothing was given in this time.',
    what: 'money over time',
  },
  needs: {
    title: 'Money needs you',
    calm: 'No money waits for a person.',
    since: (when: string) => `The oldest waits since ${when}`,

    kinds: {
      REFUNDS_TO_APPROVE: (count: number) =>
        count === 1 ? '1 refund waits for a second person' : `${count} refunds wait for a second person`,
      DISPUTES_DUE: (count: number) => (count === 1 ? '1 dispute needs an answer' : `${count} disputes need an answer`),
      FRAUD_WARNINGS: (count: number) => (count === 1 ? '1 payment may be fraud' : `${count} payments may be fraud`),
      CAMPAIGNS_TO_REVIEW: (count: number) =>
        count === 1 ? '1 fundraiser waits for review' : `${count} fundraisers wait for review`,
      DISBURSEMENTS_TO_APPROVE: (count: number) =>
        count === 1 ? '1 disbursement waits for a second person' : `${count} disbursements wait for a second person`,
      DISBURSEMENTS_OVERDUE: (count: number) =>
        count === 1 ? '1 fundraiser holds money for too long' : `${count} fundraisers hold money for too long`,
      PAYOUTS_UNCONFIRMED: (count: number) =>
        count === 1 ? '1 payout is not confirmed at the bank' : `${count} payouts are not confirmed at the bank`,
      DIFFERENCES: (count: number) =>
        count === 1 ? '1 difference is not explained' : `${count} differences are not explained`,
      BENEFICIARY_CHECKS_DUE: (count: number) =>
        count === 1 ? '1 check of a beneficiary is due' : `${count} checks of beneficiaries are due`,
      PLEDGES_OVERDUE: (count: number) => (count === 1 ? '1 pledge is overdue' : `${count} pledges are overdue`),
    },
  },
};
