import type { EmptyMailData } from '@upstander/notifications';

declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'beneficiary-lapse': { duties: string[] };
    'campaign-approved': EmptyMailData;
    'campaign-changes-requested': EmptyMailData;
    'campaign-edit-approved': EmptyMailData;
    'campaign-edit-declined': EmptyMailData;
    'campaign-edited': EmptyMailData;
    'campaign-ended': EmptyMailData;
    'campaign-gifts': { toldAt: string };
    'campaign-refused': EmptyMailData;
    'campaign-submitted': EmptyMailData;
    'campaign-update': { donorId: string };
    'disbursement-overdue': EmptyMailData;
    'fundraiser-confirm': EmptyMailData;
    'page-confirm': EmptyMailData;
    'page-edit-approved': EmptyMailData;
    'page-edit-declined': EmptyMailData;
    'page-gifts': { toldAt: string };
    'page-live': EmptyMailData;
    'page-submitted': EmptyMailData;
    'update-declined': EmptyMailData;
    'update-published': EmptyMailData;
    'update-submitted': EmptyMailData;
  }
}
