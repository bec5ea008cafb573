import { searchSynonyms } from '@upstander/platform';

/** Search terms with the same meaning, in English and Spanish. Each group has at least one word that articles use. */
export const learningSynonyms = searchSynonyms.define({
  lawyer: ['lawyer', 'lawyers', 'attorney', 'attorneys', 'legal help', 'legal aid', 'abogado', 'abogada', 'abogados'],
  money: ['compensation', 'restitution', 'damages', 'reparations', 'money owed', 'owed'],
  dinero: ['compensación', 'compensation', 'indemnización', 'restitución', 'reparación', 'dinero que me deben'],
  suing: ['sue', 'lawsuit', 'civil action', 'demanda', 'demandar', 'acción civil'],
  trauma: ['trauma', 'ptsd', 'tept', 'post-traumatic stress', 'estrés postraumático', 'nightmares', 'pesadillas'],
  addiction: ['addiction', 'drugs', 'substance abuse', 'adicción', 'drogas'],
  limits: [
    'statute of limitations',
    'time limit',
    'time limits',
    'deadline',
    'deadlines',
    'plazo',
    'plazos',
    'prescripción',
  ],
  record: ['criminal record', 'vacatur', 'expunge', 'expunction', 'antecedentes', 'antecedentes penales'],
  visa: ['visa', 'visas', 'immigration', 'green card', 'inmigración', 'papeles', 'residencia'],
  wages: ['wages', 'unpaid wages', 'salarios', 'sueldo'],
});
