import allowOnOperations from './allow-on-operations.mjs';
import boundaries from './boundaries.mjs';
import noDomainWords from './no-domain-words.mjs';
import noParallelTx from './no-parallel-tx.mjs';
import noSqlNow from './no-sql-now.mjs';
import oneLineOperations from './one-line-operations.mjs';
import oneNoun from './one-noun.mjs';
import textsInMessages from './texts-in-messages.mjs';

export default {
  meta: { name: 'upstander' },
  rules: {
    'allow-on-operations': allowOnOperations,
    boundaries,
    'no-domain-words': noDomainWords,
    'no-parallel-tx': noParallelTx,
    'no-sql-now': noSqlNow,
    'one-line-operations': oneLineOperations,
    'one-noun': oneNoun,
    'texts-in-messages': textsInMessages,
  },
};
