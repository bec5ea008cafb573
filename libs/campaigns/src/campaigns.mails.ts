import type { NoMailData } from '@upstander/notifications';

/** Emails about fundraisers and their pages. */
declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'beneficiary-lapse': { duties: string[] };
    'campaign-approved': NoMailData;
    'campaign-changes-requested': NoMailData;
    'campaign-edit-approved': NoMailData;
    'campaign-edit-declined': NoMailData;
    'campaign-edited': NoMailData;
    'campaign-ended': NoMailData;
    'campaign-gifts': { toldAt: string };
    'campaign-refused': NoMailData;
    'campaign-submitted': NoMailData;
    'campaign-update': { donorId: string };
    'disbursement-overdue': NoMailData;
    'fundraiser-confirm': NoMailData;
    'page-confirm': NoMailData;
    'page-edit-approved': NoMailData;
    'page-edit-declined': NoMailData;
    'page-gifts': { toldAt: string };
    'page-live': NoMailData;
    'page-submitted': NoMailData;
    'update-declined': NoMailData;
    'update-published': NoMailData;
    'update-submitted': NoMailData;
  }
}
