import apiEn from './locales/en/api.json' with { type: 'json' };
import checksEn from './locales/en/checks.json' with { type: 'json' };
import errorsEn from './locales/en/errors.json' with { type: 'json' };
import mailEn from './locales/en/mail.json' with { type: 'json' };
import noticesEn from './locales/en/notices.json' with { type: 'json' };
import peopleEn from './locales/en/people.json' with { type: 'json' };
import portalEn from './locales/en/portal.json' with { type: 'json' };
import workflowEn from './locales/en/workflow.json' with { type: 'json' };
import apiKm from './locales/km/api.json' with { type: 'json' };
import checksKm from './locales/km/checks.json' with { type: 'json' };
import errorsKm from './locales/km/errors.json' with { type: 'json' };
import mailKm from './locales/km/mail.json' with { type: 'json' };
import noticesKm from './locales/km/notices.json' with { type: 'json' };
import peopleKm from './locales/km/people.json' with { type: 'json' };
import portalKm from './locales/km/portal.json' with { type: 'json' };
import workflowKm from './locales/km/workflow.json' with { type: 'json' };
import apiVi from './locales/vi/api.json' with { type: 'json' };
import checksVi from './locales/vi/checks.json' with { type: 'json' };
import errorsVi from './locales/vi/errors.json' with { type: 'json' };
import mailVi from './locales/vi/mail.json' with { type: 'json' };
import noticesVi from './locales/vi/notices.json' with { type: 'json' };
import peopleVi from './locales/vi/people.json' with { type: 'json' };
import portalVi from './locales/vi/portal.json' with { type: 'json' };
import workflowVi from './locales/vi/workflow.json' with { type: 'json' };

/** Every text a person sees, bundled: nothing is loaded by a name that comes from a request. */
export const resources = {
  en: {
    api: apiEn,
    checks: checksEn,
    errors: errorsEn,
    mail: mailEn,
    notices: noticesEn,
    people: peopleEn,
    portal: portalEn,
    workflow: workflowEn,
  },
  km: {
    api: apiKm,
    checks: checksKm,
    errors: errorsKm,
    mail: mailKm,
    notices: noticesKm,
    people: peopleKm,
    portal: portalKm,
    workflow: workflowKm,
  },
  vi: {
    api: apiVi,
    checks: checksVi,
    errors: errorsVi,
    mail: mailVi,
    notices: noticesVi,
    people: peopleVi,
    portal: portalVi,
    workflow: workflowVi,
  },
} as const;

export const namespaces = [
  'api',
  'checks',
  'errors',
  'mail',
  'notices',
  'people',
  'portal',
  'workflow',
] as const;
